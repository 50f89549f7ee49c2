package dev.pipewright.data.examplegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.luben.zstd.Zstd;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.tfrecord.TfRecordReader;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.RecordedExecution;
import java.io.ByteArrayOutputStream;
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
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the ExampleGens that read files do alike.
class FileExampleGensTest {

  private static final String CSV =
      "/dev/pipewright/data/starter/templates/penguins/data/penguins.csv";

  @TempDir private Path folder;

  private static byte[] resource(String name) throws IOException {
    return FileExampleGensTest.class.getResourceAsStream(name).readAllBytes();
  }

  private Path input(String name, byte[] content) throws IOException {
    Path base = Files.createDirectories(folder.resolve("in-" + name));
    Files.write(base.resolve(name), content);
    return base;
  }

  private Path run(
      Component component, Path base, int parallelism, Map<String, ParameterValue> more)
      throws IOException, InterruptedException {
    Path out = Files.createTempDirectory(folder, "out");
    try (RecordedExecution execution = execution(component, base, out, parallelism, more)) {
      ((Executor) component.behavior()).execute(execution);
    }
    return out.resolve("examples");
  }

  private static RecordedExecution execution(
      Component component, Path base, Path out, int parallelism, Map<String, ParameterValue> more)
      throws IOException {
    LinkedHashMap<String, ParameterValue> values = new LinkedHashMap<>(more);
    values.put("input_base", ParameterValue.of(base.toString()));
    return new RecordedExecution(
        out, Parameters.of(component.spec().name(), values), Map.of(), parallelism);
  }

  private static List<String> records(Path examples) {
    List<String> records = new ArrayList<>();
    for (String split : List.of("train", "eval")) {
      try (TfRecordReader reader = TfRecordReader.open(ExamplesArtifact.rawFile(examples, split))) {
        while (reader.next()) {
          byte[] record = Arrays.copyOfRange(reader.buffer(), reader.start(), reader.end());
          records.add(split + " " + HexFormat.of().formatHex(record));
        }
      }
    }
    return records;
  }

  private static byte[] gzip(byte[] text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text);
    }
    return packed.toByteArray();
  }

  /// The rows of a CSV file whose cells have no quotes.
  private static byte[] jsonLines(byte[] csv) {
    List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
    String[] names = lines.getFirst().split(",");
    StringBuilder json = new StringBuilder();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      List<String> fields = new ArrayList<>();
      for (int i = 0; i < cells.length; i++) {
        boolean isText = cells[i].chars().anyMatch(Character::isLetter);
        if (!cells[i].isEmpty()) {
          fields.add("\"%s\": %s".formatted(names[i], isText ? '"' + cells[i] + '"' : cells[i]));
        }
      }
      json.append("{").append(String.join(", ", fields)).append("}\n");
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theSameRowsAreTheSameExamplesInTheSameSplitsInWhateverFormat() throws Exception {
    byte[] csv = resource(CSV);
    List<String> expected = records(run(new CsvExampleGen(), input("a.csv", csv), 2, Map.of()));
    assertEquals(344, expected.size());
    byte[] parquet = resource("/dev/pipewright/data/parquet/penguins.parquet");
    Map<Path, Component> inputs = new LinkedHashMap<>();
    inputs.put(input("gzip", gzip(csv)), new CsvExampleGen());
    inputs.put(input("zstd", Zstd.compress(csv)), new CsvExampleGen());
    inputs.put(input("a.parquet", parquet), new ParquetExampleGen());
    inputs.put(input("a.jsonl", jsonLines(csv)), new JsonExampleGen());
    inputs.put(input("json-gzip", gzip(jsonLines(csv))), new JsonExampleGen());
    inputs.put(input("json-zstd", Zstd.compress(jsonLines(csv))), new JsonExampleGen());
    for (var input : inputs.entrySet()) {
      assertEquals(expected, records(run(input.getValue(), input.getKey(), 2, Map.of())));
    }
  }

  @Test
  void theFilesAreTheSameForAnyNumberOfThreads() throws Exception {
    byte[] lines = jsonLines(resource(CSV));
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 60; i++) {
      many.write(lines);
    }
    Path base = input("many.jsonl", many.toByteArray());
    Path one = run(new JsonExampleGen(), base, 1, Map.of());
    Path four = run(new JsonExampleGen(), base, 4, Map.of());
    for (String split : List.of("train", "eval")) {
      assertEquals(
          -1,
          Files.mismatch(
              ExamplesArtifact.rawFile(one, split), ExamplesArtifact.rawFile(four, split)));
    }
  }

  private Map<Path, Component> all() throws IOException {
    Map<Path, Component> inputs = new LinkedHashMap<>();
    inputs.put(input("x.csv", resource(CSV)), new CsvExampleGen());
    inputs.put(
        input("x.parquet", resource("/dev/pipewright/data/parquet/many.parquet")),
        new ParquetExampleGen());
    inputs.put(
        input("x.avro", resource("/dev/pipewright/data/avro/null.avro")), new AvroExampleGen());
    inputs.put(input("x.jsonl", jsonLines(resource(CSV))), new JsonExampleGen());
    return inputs;
  }

  @Test
  void whatIsCancelledLeavesNoFiles() throws Exception {
    for (var input : all().entrySet()) {
      Path out = Files.createTempDirectory(folder, "out");
      try (RecordedExecution execution =
          execution(input.getValue(), input.getKey(), out, 2, Map.of())) {
        execution.cancelAfter(1);
        Executor executor = (Executor) input.getValue().behavior();
        assertThrows(InterruptedException.class, () -> executor.execute(execution));
      }
      assertNoFiles(out);
    }
  }

  private static void assertNoFiles(Path out) throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void aFileThatIsDamagedAtItsEndLeavesNoFiles() throws Exception {
    Path base = input("cut.gz", Arrays.copyOf(gzip(jsonLines(resource(CSV))), 2000));
    Path out = Files.createTempDirectory(folder, "out");
    try (RecordedExecution execution = execution(new JsonExampleGen(), base, out, 2, Map.of())) {
      Executor executor = (Executor) new JsonExampleGen().behavior();
      DataException e = assertThrows(DataException.class, () -> executor.execute(execution));
      assertEquals("The file is compressed, but cannot be unpacked: it is cut off.", e.what());
    }
    assertNoFiles(out);
    Path csv = input("cut.csv.gz", Arrays.copyOf(gzip(resource(CSV)), 2000));
    assertEquals(
        "The file is compressed, but cannot be unpacked: it is cut off.",
        assertThrows(DataException.class, () -> run(new CsvExampleGen(), csv, 2, Map.of())).what());
  }

  @Test
  void filesWhoseColumnsDifferInTypeAreToldOf() throws Exception {
    Path base = input("a.avro", avro("int"));
    Files.write(base.resolve("b.avro"), avro("string"));
    DataException e =
        assertThrows(DataException.class, () -> run(new AvroExampleGen(), base, 2, Map.of()));
    assertEquals("The column x holds texts here, but whole numbers in a.avro.", e.what());
    assertEquals(base.resolve("b.avro") + ", feature x", e.where().toString());
  }

  /// A file of no records.
  private static byte[] avro(String type) {
    String schema =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"x\",\"type\":\""
            + type
            + "\"}]}";
    return ("Obj\1\2\26avro.schema"
            + (char) (schema.length() * 2 % 128 + 128)
            + (char) (schema.length() * 2 / 128)
            + schema
            + "\0"
            + "0123456789abcdef")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void filesWithoutRowsAreToldOf() throws Exception {
    for (var input :
        Map.of(
                input("none.avro", avro("int")), new AvroExampleGen(),
                input("none.jsonl", new byte[] {'\n'}), new JsonExampleGen())
            .entrySet()) {
      assertEquals(
          "There are no rows.",
          assertThrows(
                  DataException.class, () -> run(input.getValue(), input.getKey(), 2, Map.of()))
              .what());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gs://bucket/data|gs:|gcloud storage cp -r gs://bucket/data FOLDER",
        "s3a://bucket/data|s3a:|aws s3 cp --recursive s3://bucket/data FOLDER",
        "hdfs://host/data|hdfs:|hdfs dfs -get hdfs://host/data FOLDER",
        "bigquery://project/set|bigquery:|Export the table to files",
        "https://host/data|https:|Copy the files to a local folder",
      })
  void anAddressElsewhereIsNotSupportedAndTheWayRoundIsSaid(
      String base, String scheme, String fix) {
    for (Component component :
        List.of(
            new CsvExampleGen(),
            new ImportExampleGen(),
            new ParquetExampleGen(),
            new AvroExampleGen(),
            new JsonExampleGen())) {
      Parameters parameters =
          Parameters.of(
              component.spec().name(),
              new LinkedHashMap<>(Map.of("input_base", ParameterValue.of(base))));
      List<Finding> findings = component.check(parameters);
      assertEquals(
          List.of(scheme + " addresses are not supported here; files are read from local folders."),
          findings.stream().map(Finding::what).toList());
      assertEquals(true, findings.getFirst().fix().contains(fix), findings.getFirst().fix());
      assertThrows(ParameterException.class, () -> component.externalInputs(parameters));
    }
  }

  @Test
  void aFolderOfWindowsIsNoAddress() {
    Parameters parameters =
        Parameters.of(
            "CsvExampleGen",
            new LinkedHashMap<>(Map.of("input_base", ParameterValue.of("C:/data"))));
    assertFalse(RemoteAddress.problem(parameters).isPresent());
  }
}
