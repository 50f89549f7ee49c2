package dev.pipewright.data.examplegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.tfrecord.TfRecordReader;
import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.data.tfrecord.TfRecordWriter.Compression;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.RecordedExecution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Compared with what TFX makes of the same records (`peers/goldens/data_import.py`).
class ImportExampleGenTest {

  @TempDir private Path folder;
  private Path input;
  private final Map<String, ParameterValue> parameters = new LinkedHashMap<>();

  @BeforeEach
  void makeFolders() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    Files.createDirectories(folder.resolve("out/examples"));
    parameters.put("input_base", ParameterValue.of(input.toString()));
  }

  private Parameters parameters() {
    return Parameters.of("ImportExampleGen", new LinkedHashMap<>(parameters));
  }

  private RecordedExecution run(int parallelism) throws IOException, InterruptedException {
    try (RecordedExecution execution =
        new RecordedExecution(folder.resolve("out"), parameters(), Map.of(), parallelism)) {
      ((Executor) new ImportExampleGen().behavior()).execute(execution);
      return execution;
    }
  }

  private static byte[] resource(String name) throws IOException {
    return ImportExampleGenTest.class.getResourceAsStream(name).readAllBytes();
  }

  private static List<String> golden(String name, String split) throws IOException {
    return new String(resource(name + ".examples"), StandardCharsets.US_ASCII)
        .lines()
        .filter(line -> line.startsWith(split + " "))
        .map(line -> line.substring(split.length() + 1))
        .toList();
  }

  private List<String> records(String split) {
    List<String> records = new ArrayList<>();
    Path file = ExamplesArtifact.rawFile(folder.resolve("out/examples"), split);
    try (TfRecordReader reader = TfRecordReader.open(file)) {
      while (reader.next()) {
        records.add(
            HexFormat.of()
                .formatHex(Arrays.copyOfRange(reader.buffer(), reader.start(), reader.end())));
      }
    }
    return records;
  }

  private static ParameterValue splits(String partitionFeature) {
    Map<String, ParameterValue> config = new LinkedHashMap<>();
    config.put("splits", ParameterValue.of(List.of(split("train", 2L), split("eval", 1L))));
    if (!partitionFeature.isEmpty()) {
      config.put("partition_feature_name", ParameterValue.of(partitionFeature));
    }
    return ParameterValue.of(Map.of("split_config", ParameterValue.of(config)));
  }

  private static ParameterValue split(String name, long buckets) {
    return ParameterValue.of(
        Map.of("name", ParameterValue.of(name), "hash_buckets", ParameterValue.of(buckets)));
  }

  @ParameterizedTest
  @CsvSource({
    "import,FORMAT_TF_EXAMPLE,",
    "import_by_b,FORMAT_TF_EXAMPLE,b",
    "import_sequence,FORMAT_TF_SEQUENCE_EXAMPLE,",
    "import_raw,FORMAT_PROTO,",
  })
  void theRecordsAndTheirSplitsAreTfxs(String name, String format, String feature)
      throws Exception {
    Files.write(input.resolve("data.tfrecord"), resource(name + ".tfrecord"));
    parameters.put("payload_format", ParameterValue.of(format));
    parameters.put("output_config", splits(feature == null ? "" : feature));
    for (int parallelism : new int[] {1, 4}) {
      RecordedExecution execution = run(parallelism);
      assertEquals(golden(name, "train"), records("train"));
      assertEquals(golden(name, "eval"), records("eval"));
      assertFalse(records("eval").isEmpty());
      assertEquals(
          ParameterValue.of(format), execution.properties().get("examples.payload_format"));
      assertEquals(ParameterValue.of(0L), execution.properties().get("examples.span"));
    }
  }

  @Test
  void severalFilesPlainAndCompressedAreReadInOrder() throws Exception {
    TfRecordWriter.write(input.resolve("b.gz"), Compression.GZIP, List.of(new byte[] {3}));
    TfRecordWriter.write(
        input.resolve("a"), Compression.NONE, List.of(new byte[] {2}, new byte[] {1}));
    parameters.put("payload_format", ParameterValue.of("FORMAT_PROTO"));
    parameters.put(
        "output_config",
        ParameterValue.of(
            Map.of(
                "split_config",
                ParameterValue.of(
                    Map.of("splits", ParameterValue.of(List.of(split("all", 1L))))))));
    RecordedExecution execution = run(2);
    assertEquals(List.of("02", "01", "03"), records("all"));
    assertEquals(
        ParameterValue.of("[\"all\"]"), execution.properties().get("examples.split_names"));
    assertEquals(
        List.of(input.resolve("a"), input.resolve("b.gz")),
        new ImportExampleGen().externalInputs(parameters()));
  }

  private EngineException failure() {
    EngineException e = assertThrows(EngineException.class, () -> run(2));
    assertFalse(Files.exists(ExamplesArtifact.rawFile(folder.resolve("out/examples"), "train")));
    return e;
  }

  private Path write(byte[]... records) throws IOException {
    Path file = input.resolve("data");
    TfRecordWriter.write(file, Compression.NONE, List.of(records));
    return file;
  }

  @Test
  void aRecordThatIsNoExampleIsNamed() throws IOException {
    Path file = write(new byte[] {}, new byte[] {10, 5, 1});
    EngineException e = failure();
    assertEquals(Location.of(file).withSubject("record 2"), e.where());
    assertEquals(
        "The record is not a tf.Example that can be used: a length reaches beyond its end.",
        e.what());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0a080a060a0161120112", "0a090a070a02ffff120100", "0a070a050a01611200ff"})
  void whatIsNoExampleIsAnError(String hex) throws IOException {
    write(HexFormat.of().parseHex(hex));
    assertThrows(ArtifactException.class, () -> run(1));
  }

  @Test
  void aRecordWithoutThePartitionFeatureIsNamed() throws IOException {
    byte[] withFloats = HexFormat.of().parseHex("0a0f0a0d0a016112081206" + "0a0400000000");
    Path file = write(withFloats);
    parameters.put("output_config", splits("b"));
    EngineException missing = failure();
    assertEquals("The record has no value of b to partition by.", missing.what());
    assertEquals(Location.of(file).withSubject("record 1"), missing.where());
    parameters.put("output_config", splits("a"));
    assertEquals("The record has numbers with fractions in a.", failure().what());
  }

  @Test
  void filesWithoutRecordsAreAnError() throws IOException {
    Path file = write();
    DataException e = assertThrows(DataException.class, () -> run(1));
    assertEquals("There are no records.", e.what());
    assertEquals(Location.of(file), e.where());
  }

  @Test
  void messagesOfAnotherTypeCannotBePartitionedByAFeature() {
    parameters.put("payload_format", ParameterValue.of("FORMAT_PROTO"));
    parameters.put("output_config", splits("b"));
    assertEquals(
        List.of("output_config.split_config.partition_feature_name"),
        new ImportExampleGen().check(parameters()).stream().map(Finding::field).toList());
  }

  @Test
  void parametersOfOtherTypesAreLeftToTheCheckOfTypes() {
    parameters.put("output_config", splits("b"));
    parameters.put("payload_format", ParameterValue.of("none"));
    assertEquals(List.of(), new ImportExampleGen().check(parameters()));
    parameters.put("payload_format", ParameterValue.of(1L));
    parameters.put("output_config", ParameterValue.of("text"));
    assertEquals(List.of(), new ImportExampleGen().check(parameters()));
  }
}
