package dev.pipewright.host.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.TextFormat;
import com.google.protobuf.UnknownFieldSet;
import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.host.command.CommandRun;
import dev.pipewright.protos.tfmd.Anomalies;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import dev.pipewright.summaries.EventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `show` prints, to the letter.
class ShowTest {

  @TempDir private Path folder;

  private static String shown(Path path, String... options) {
    var arguments = new ArrayList<>(List.of("show", path.toString()));
    arguments.addAll(List.of(options));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertEquals(0, run.exitCode(), run::all);
    return run.out();
  }

  /// A field of a message: tag, length, content.
  private static ByteString field(int number, ByteString content) {
    return UnknownFieldSet.newBuilder()
        .addField(number, UnknownFieldSet.Field.newBuilder().addLengthDelimited(content).build())
        .build()
        .toByteString();
  }

  /// A Feature with an Int64List of numbers below 128, packed.
  private static ByteString ints(int... values) {
    byte[] packed = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      packed[i] = (byte) values[i];
    }
    return field(3, field(1, ByteString.copyFrom(packed)));
  }

  private static ByteString text(String value) {
    return field(1, field(1, ByteString.copyFromUtf8(value)));
  }

  private static ByteString entry(String key, ByteString value) {
    return field(1, field(1, ByteString.copyFromUtf8(key)).concat(field(2, value)));
  }

  private static byte[] example(ByteString n, ByteString s) {
    return field(1, entry("n", n).concat(entry("s", s))).toByteArray();
  }

  private Path records(String name, byte[]... records) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    TfRecordWriter.write(file, TfRecordWriter.Compression.GZIP, List.of(records));
    return file;
  }

  @Test
  void examplesOfASplitAndOfAFileHaveTheirCounts() throws IOException {
    Path file =
        records(
            "examples/Split-train/data_tfrecord-00000-of-00001.gz",
            example(ints(1), text("one")),
            example(ints(), text("two\nlines")),
            example(ints(1, 2, 3, 4, 5), text("three")));
    String rows =
        """
        : 3 rows
                        n  s
          ───────────────  ─────────
                        1  one
                           two·lines
          [1, 2, 3, 4, …]  three

        """;
    String all = shown(folder.resolve("examples"));
    assertEquals("Examples, split train" + rows, all);
    assertEquals(all, shown(file.getParent()));
    assertEquals("Examples in data_tfrecord-00000-of-00001.gz" + rows, shown(file));
  }

  @Test
  void aColumnWithoutAnyValueIsShownAsTfxsEmptyColumnsAre() throws IOException {
    Path file =
        records(
            "a_tfrecord.gz",
            example(ByteString.EMPTY, text("x")),
            example(ByteString.EMPTY, text("y")));
    assertEquals(
        """
        Examples in a_tfrecord.gz: 2 rows
          n  s
          ─  ─
             x

        """,
        shown(file, "--rows", "1"));
  }

  @Test
  void sequenceExamplesShowTheirSequences() throws IOException {
    ByteString clicks = field(1, ints(1)).concat(field(1, ints(2)));
    ByteString example = field(1, entry("id", ints(7))).concat(field(2, entry("clicks", clicks)));
    Path file = records("s_tfrecord.gz", example.toByteArray());
    String shown = shown(file);
    assertEquals(
        """
        Examples in s_tfrecord.gz: 1 rows
          clicks  id
          ──────  ──
          [1, 2]   7

        """,
        shown);
  }

  @Test
  void otherMessagesAreToldFromExamples() throws IOException {
    Path file = records("metrics.tfrecord", new byte[] {0x10, 1}, new byte[] {0x10, 2});
    assertEquals(
        """
        Examples in metrics.tfrecord: 2 rows
          These are other messages than tf.Examples.

        """,
        shown(file));
  }

  @Test
  void statisticsTellNearlyNoneFromNone() throws Exception {
    DatasetFeatureStatisticsList.Builder statistics = DatasetFeatureStatisticsList.newBuilder();
    TextFormat.merge(
        """
        datasets {
          num_examples: 10000
          features {
            path { step: "rare" }
            type: INT
            num_stats {
              common_stats { num_missing: 9999 num_non_missing: 1 tot_num_values: 1 max_num_values: 1 }
              mean: 17031081401 min: 17031081401 median: 17031081401 max: 17031081401
            }
          }
          features {
            path { step: "absent" }
            type: FLOAT
            num_stats { common_stats { num_missing: 10000 } }
          }
          features {
            path { step: "city" }
            type: STRING
            string_stats {
              common_stats { num_missing: 1 num_non_missing: 9999 tot_num_values: 9999 max_num_values: 1 }
              unique: 2
              top_values { value: "Rome" frequency: 9000 }
              top_values { value: "Oslo" frequency: 999 }
              avg_length: 4
            }
          }
        }
        """,
        statistics);
    Path split = Files.createDirectories(folder.resolve("Split-eval"));
    Files.write(split.resolve("FeatureStats.pb"), statistics.build().toByteArray());
    String shown = shown(folder);
    assertTrue(shown.startsWith("Statistics, split eval: 10,000 examples\n"), shown);
    assertTrue(shown.contains("\n  absent            100.0 %\n"), shown);
    assertTrue(shown.contains("\n  rare             > 99.9 %  17,031,081,401        0"), shown);
    assertTrue(shown.contains("\n  city           < 0.1 %       2  Rome (9,000), Oslo"), shown);
    assertEquals(shown, shown(split));
  }

  @Test
  void aSchemaSaysWhatAnExampleMustHave() throws IOException {
    Path file = folder.resolve("schema.pbtxt");
    Files.writeString(
        file,
        """
        feature { name: "a" type: INT presence { min_fraction: 1 min_count: 1 } shape { dim { size: 2 } dim { size: 3 } } }
        feature { name: "b" type: BYTES presence { min_fraction: 0.9 } value_count { min: 1 max: 1 } domain: "kinds" }
        feature { name: "c" type: FLOAT presence { min_count: 1 } value_count { min: 0 max: 4 } float_domain { min: 0 max: 1 } }
        feature { name: "d" type: BYTES value_count { min: 1 } }
        feature { name: "##SEQUENCE##" type: STRUCT
          struct_domain { feature { name: "step" type: INT int_domain { min: 1 max: 9 } } } }
        string_domain { name: "kinds" value: "1" value: "2" value: "3" value: "4" value: "5" value: "6" value: "7" }
        """);
    assertEquals(
        """
        Schema: 5 features
          feature            type    present in       values      domain
          ─────────────────  ──────  ───────────────  ──────────  ───────────────────────
          a                  INT     every example    2×3
          b                  BYTES   at least 90.0 %  1           1, 2, 3, 4, 5, 6, … (7)
          c                  FLOAT   at least 1       0 to 4      0.0 to 1.0
          d                  BYTES                    1 or more
          ##SEQUENCE##       STRUCT                   any number
          ##SEQUENCE##.step  INT                      any number  integer 1 to 9
        """,
        shown(file));
  }

  @Test
  void anomaliesAreARowEach() throws Exception {
    Anomalies.Builder anomalies = Anomalies.newBuilder();
    TextFormat.merge(
        """
        anomaly_info { key: "b" value { severity: ERROR short_description: "Out-of-range values" description: "Low." } }
        anomaly_info { key: "a" value { severity: WARNING short_description: "New column" description: "New." } }
        """,
        anomalies);
    Path split = Files.createDirectories(folder.resolve("Split-eval"));
    Files.write(split.resolve("SchemaDiff.pb"), anomalies.build().toByteArray());
    Path fine = Files.createDirectories(folder.resolve("Split-train"));
    Files.write(fine.resolve("SchemaDiff.pb"), new byte[0]);
    String found =
        """
        Anomalies, split eval
          feature  severity  what                 more
          ───────  ────────  ───────────────────  ────
          a        warning   New column           New.
          b        error     Out-of-range values  Low.
        """;
    assertEquals(found + "Anomalies, split train: none\n", shown(folder));
    assertEquals(found, shown(split));
    assertEquals("Anomalies, split train: none\n", shown(fine.resolve("SchemaDiff.pb")));
  }

  @Test
  void aRunOfEventsIsCalledAsItsFolder() throws IOException {
    Path train = Files.createDirectories(folder.resolve("train"));
    try (EventWriter writer = EventWriter.create(train, () -> Instant.EPOCH)) {
      writer.scalar("loss", 1, 0.5);
    }
    assertTrue(shown(train).startsWith("Run train\n"), shown(train));
    assertTrue(shown(folder).startsWith("Run train\n"), shown(folder));
  }

  @Test
  void aFolderOfArtifactsSaysWhatToName() throws IOException {
    records("Gen/examples/3/Split-train/data_tfrecord.gz", example(ints(1), text("a")));
    CommandRun run = CommandRun.of("show", folder.resolve("Gen").toString());
    assertEquals(2, run.exitCode());
    assertEquals(
        "pipewright: "
            + folder.resolve("Gen")
            + ": This is no artifact that can be shown. Name a folder in it, as examples/3.",
        run.err().strip());
    Files.writeString(folder.resolve("Gen/data.tfrecord.jsonl"), "{}");
    assertEquals(
        2, CommandRun.of("show", folder.resolve("Gen/data.tfrecord.jsonl").toString()).exitCode());
  }
}
