package dev.pipewright.data.examplegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.KeptExamples;
import dev.pipewright.data.RecordBlock;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.RecordedExecution;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExampleGenTest {

  @TempDir Path folder;
  private Path input;
  private Path output;
  private final Map<String, ParameterValue> parameters = new LinkedHashMap<>();

  @BeforeEach
  void makeFolders() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    output = Files.createDirectories(folder.resolve("out/examples"));
    parameters.put("input_base", ParameterValue.of(input.toString()));
  }

  private RecordedExecution run(int parallelism) throws IOException, InterruptedException {
    try (RecordedExecution execution = execution(parallelism)) {
      ((Executor) new CsvExampleGen().behavior()).execute(execution);
      return execution;
    }
  }

  private RecordedExecution execution(int parallelism) {
    return new RecordedExecution(folder.resolve("out"), parameters(), Map.of(), parallelism);
  }

  private Parameters parameters() {
    return Parameters.of("CsvExampleGen", new LinkedHashMap<>(parameters));
  }

  private Path write(String name, String text) throws IOException {
    Path file = input.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void use(String golden) throws IOException {
    Files.write(input.resolve(golden), resource(golden));
  }

  private static byte[] resource(String name) throws IOException {
    return CsvExampleGenTest.class.getResourceAsStream(name).readAllBytes();
  }

  /// The records of a split, in hex.
  private List<String> records(String split) {
    List<String> records = new ArrayList<>();
    try (RecordBlocks blocks = ExamplesArtifact.open(output).blocks(split)) {
      while (blocks.hasNext()) {
        RecordBlock block = blocks.next();
        for (int i = 0; i < block.size(); i++) {
          records.add(HexFormat.of().formatHex(block.records().get(i)));
        }
      }
    }
    return records;
  }

  private static List<String> golden(String name, String split) throws IOException {
    return new String(resource(name), StandardCharsets.US_ASCII)
        .lines()
        .filter(line -> line.startsWith(split + " "))
        .map(line -> line.substring(split.length() + 1))
        .toList();
  }

  private void assertGolden(String name) throws IOException {
    assertEquals(golden(name, "train"), records("train"));
    assertEquals(golden(name, "eval"), records("eval"));
  }

  private static ParameterValue outputs(String feature, String... nameAndBuckets) {
    List<ParameterValue> splits = new ArrayList<>();
    for (int i = 0; i < nameAndBuckets.length; i += 2) {
      splits.add(
          ParameterValue.of(
              new TreeMap<>(
                  Map.of(
                      "name",
                      ParameterValue.of(nameAndBuckets[i]),
                      "hash_buckets",
                      ParameterValue.of(Long.parseLong(nameAndBuckets[i + 1]))))));
    }
    Map<String, ParameterValue> config = new TreeMap<>();
    config.put("splits", ParameterValue.of(splits));
    if (!feature.isEmpty()) {
      config.put("partition_feature_name", ParameterValue.of(feature));
    }
    return ParameterValue.of(Map.of("split_config", ParameterValue.of(config)));
  }

  private static ParameterValue inputs(String... nameAndPattern) {
    List<ParameterValue> splits = new ArrayList<>();
    for (int i = 0; i < nameAndPattern.length; i += 2) {
      splits.add(
          ParameterValue.of(
              new TreeMap<>(
                  Map.of(
                      "name", ParameterValue.of(nameAndPattern[i]),
                      "pattern", ParameterValue.of(nameAndPattern[i + 1])))));
    }
    return ParameterValue.of(Map.of("splits", ParameterValue.of(splits)));
  }

  @Test
  void makesTheExamplesAndSplitsOfTfx() throws Exception {
    use("odd.csv");
    run(2);
    assertGolden("odd.examples");
  }

  @Test
  void inAColumnWithANumberBeyondInt64AllAreTexts() throws Exception {
    use("narrow.csv");
    run(1);
    assertGolden("narrow.examples");
  }

  @Test
  void partitionsByAFeatureAsTfxDoes() throws Exception {
    use("odd.csv");
    parameters.put("output_config", outputs("text", "train", "2", "eval", "1"));
    run(2);
    assertGolden("odd.examples.by_text");
  }

  @Test
  void tellsWhatTfxTellsOfTheArtifact() throws Exception {
    Path file = write("a.csv", "x\n1\n");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_999L));
    RecordedExecution execution = run(1);
    assertEquals(
        Map.of(
            "examples.split_names", ParameterValue.of("[\"train\", \"eval\"]"),
            "examples.span", ParameterValue.of(0L),
            "examples.file_format", ParameterValue.of("tfrecords_gzip"),
            "examples.payload_format", ParameterValue.of("FORMAT_TF_EXAMPLE"),
            "examples.input_fingerprint",
                ParameterValue.of(
                    "split:single_split,num_files:1,total_bytes:4,xor_checksum:1700000000,"
                        + "sum_checksum:1700000000")),
        execution.properties());
    assertEquals(1.0, execution.fractions().getLast());
  }

  @Test
  void aSplitWithoutExamplesHasAFileAllTheSameAndIsWarnedOf() throws Exception {
    write("a.csv", "x\n1\n");
    RecordedExecution execution = run(1);
    ExamplesArtifact examples = ExamplesArtifact.open(output);
    assertEquals(1, examples.recordCount("train") + examples.recordCount("eval"));
    assertEquals(List.of("eval", "train"), examples.splitNames());
    assertTrue(Files.size(ExamplesArtifact.rawFile(output, "eval")) > 0);
    String empty = examples.recordCount("eval") == 0 ? "eval" : "train";
    assertEquals(
        List.of("No example fell into the split " + empty + ": there are few of them."),
        execution.warnings());
    write("a.csv", "x\n" + "1\n2\n3\n4\n5\n6\n7\n".repeat(3));
    assertEquals(List.of(), run(1).warnings());
  }

  /// Many rows, whose types widen late.
  private void writeMany() throws IOException {
    Random random = new Random(1);
    for (int part = 0; part < 3; part++) {
      StringBuilder text = new StringBuilder("id,number,text\n");
      for (int i = 0; i < 12_000; i++) {
        text.append(part * 100_000 + i).append(',');
        text.append(part == 2 && i == 11_999 ? "1.5" : random.nextInt(100)).append(',');
        text.append(random.nextInt(3) == 0 ? "" : "some text " + random.nextInt(500)).append('\n');
      }
      write("part" + part + ".csv", text.toString());
    }
  }

  @Test
  void theResultIsTheSameForAnyNumberOfThreads() throws Exception {
    writeMany();
    run(1);
    List<String> train = records("train");
    List<String> eval = records("eval");
    assertEquals(36_000, train.size() + eval.size());
    for (int parallelism = 2; parallelism < 6; parallelism += 3) {
      run(parallelism);
      assertTrue(train.equals(records("train")) && eval.equals(records("eval")));
    }
  }

  @Test
  void typesHoldForAllRowsEvenIfTheLastOneWidensThem() throws Exception {
    String row = "x".repeat(990) + ",7,\n";
    write("a.csv", "text,number,none\n" + row.repeat(11_000) + "1,7.5,\n2,,late\n");
    RecordedExecution execution = run(2);
    assertEquals(1, execution.log().size());
    List<String> all = new ArrayList<>(records("train"));
    all.addAll(records("eval"));
    assertEquals(11_002, all.size());
    String sevenAsFloat = "6e756d62657212081206" + "0a040000e040";
    assertEquals(11_000, all.stream().filter(r -> r.contains(sevenAsFloat)).count());
    assertTrue(all.stream().anyMatch(r -> r.contains("6e6f6e6512080a060a046c617465")));
  }

  @Test
  void inputSplitsCanBeTheSplitsOfTheOutput() throws Exception {
    write("train/1.csv", "x\n1\n2\n");
    write("train/2.csv", "x\n3\n");
    write("test/1.csv", "y\na\n");
    write("test/.hidden.csv", "garbage");
    parameters.put("input_config", inputs("train", "train/*.csv", "test", "test/*"));
    RecordedExecution execution = run(2);
    assertEquals(
        List.of(
            "0a0c0a0a0a017812051a030a0101",
            "0a0c0a0a0a017812051a030a0102",
            "0a0c0a0a0a017812051a030a0103"),
        records("train"));
    assertEquals(List.of("0a0c0a0a0a017912050a030a0161"), records("test"));
    assertEquals(
        ParameterValue.of("[\"train\", \"test\"]"),
        execution.properties().get("examples.split_names"));
  }

  @Test
  void oneOutputSplitTakesAll() throws Exception {
    write("a.csv", "x\n1\n2\n3\n");
    parameters.put("output_config", outputs("", "all", "5"));
    run(1);
    assertEquals(3, records("all").size());
  }

  @Test
  void badRowsAreCountedWhereTheyAreSkipped() throws Exception {
    write("a.csv", "\ufeffx,y\n1,2\n1,2,3\n3,4\n");
    DataException e = assertThrows(DataException.class, () -> run(1));
    assertEquals("The row has 3 cells, but the header has 2 columns.", e.what());
    assertEquals(3, e.where().line());
    parameters.put("bad_rows", ParameterValue.of("skip"));
    RecordedExecution execution = run(1);
    assertEquals(2, records("train").size() + records("eval").size());
    assertEquals(ParameterValue.of(1L), execution.properties().get("examples.skipped_rows"));
    assertEquals(3, execution.warnings().size());
    assertTrue(execution.warnings().get(0).contains("byte order mark"));
    assertTrue(execution.warnings().get(1).contains("a.csv:3: The row has 3 cells"));
    assertEquals(
        "1 rows could not be used and were left out; 2 are in the examples.",
        execution.warnings().get(2));
  }

  @Test
  void inputWithoutRowsIsAClearError() throws Exception {
    assertEquals("The folder is empty.", assertThrows(DataException.class, () -> run(1)).what());
    Path file = write("a.csv", "x,y\n");
    DataException e = assertThrows(DataException.class, () -> run(1));
    assertEquals("There is a header, but no rows.", e.what());
    assertEquals(file.toString(), e.where().file());
    write("a.csv", "x,y\n1\n2\n");
    parameters.put("bad_rows", ParameterValue.of("skip"));
    assertEquals(
        "None of the 2 rows can be used.", assertThrows(DataException.class, () -> run(1)).what());
    parameters.put("input_base", ParameterValue.of(folder.resolve("none").toString()));
    assertEquals(
        "There is no such folder.", assertThrows(DataException.class, () -> run(1)).what());
  }

  @Test
  void nothingAppearsWhenItFailsOrIsCancelled() throws Exception {
    writeMany();
    write("part9.csv", "id,number,text\n1,2\n");
    assertThrows(DataException.class, () -> run(2));
    Files.delete(input.resolve("part9.csv"));
    try (RecordedExecution execution = execution(2)) {
      execution.cancelAfter(5);
      Executor executor = assertInstanceOf(Executor.class, new CsvExampleGen().behavior());
      assertThrows(InterruptedException.class, () -> executor.execute(execution));
    }
    try (Stream<Path> files = Files.walk(output)) {
      assertFalse(files.anyMatch(Files::isRegularFile));
    }
  }

  @Test
  void aPartitionFeatureMustBeThereAndHaveWholeNumbersOrTexts() throws Exception {
    write("a.csv", "x,f,e\n1,1.5,\n");
    for (String feature : List.of("none", "f", "e")) {
      parameters.put("output_config", outputs(feature, "train", "2", "eval", "1"));
      assertThrows(ParameterException.class, () -> run(1));
    }
  }

  private List<Finding> check() {
    return new CsvExampleGen().check(parameters());
  }

  @Test
  void theLatestSpanIsReadAndRecorded() throws Exception {
    write("day-2024-01-01/v1/a.csv", "x\n1\n2\n3\n4\n");
    write("day-2024-01-02/v1/a.csv", "x\n5\n");
    write("day-2024-01-02/v2/a.csv", "x\n6\n7\n8\n9\n10\n11\n");
    parameters.put("input_config", inputs("all", "day-{YYYY}-{MM}-{DD}/v{VERSION}/*.csv"));
    RecordedExecution execution = run(1);
    assertEquals(6, records("train").size() + records("eval").size());
    assertEquals(ParameterValue.of(19724L), execution.properties().get("examples.span"));
    assertEquals(ParameterValue.of(2L), execution.properties().get("examples.version"));
    assertEquals(
        List.of(input.resolve("day-2024-01-02/v2/a.csv")),
        new CsvExampleGen().externalInputs(parameters()));
  }

  @Test
  void wrongConfigurationsAreFound() {
    assertEquals(List.of(), check());
    parameters.put("output_config", outputs("", "train", "2", "train", "0", "a/b", "1"));
    assertEquals(
        List.of(
            "output_config.split_config.splits[1].name",
            "output_config.split_config.splits[2].name",
            "output_config.split_config.splits"),
        check().stream().map(Finding::field).toList());
    parameters.put("output_config", outputs("f"));
    parameters.put("input_config", inputs("a", "{VERSION}/*", "b", "../*", "", "[x"));
    assertEquals(
        List.of(
            "input_config.splits[2].name",
            "input_config.splits[0].pattern",
            "input_config.splits[1].pattern",
            "input_config.splits[2].pattern",
            "input_config.splits",
            "output_config.split_config.partition_feature_name"),
        check().stream().map(Finding::field).toList());
    parameters.put("output_config", outputs("", "train", "1"));
    assertTrue(check().stream().anyMatch(f -> f.field().equals("output_config")));
    assertThrows(ParameterException.class, () -> run(1));
  }

  @Test
  void namesTheFilesThatDecideTheResult() throws Exception {
    Path file = write("a.csv", "x\n1\n");
    write("sub/b.csv", "x\n1\n");
    assertEquals(List.of(file), new CsvExampleGen().externalInputs(parameters()));
  }

  @Test
  void isFoundByServiceLoader() {
    assertTrue(
        ServiceLoader.load(Component.class).stream()
            .anyMatch(p -> p.type() == CsvExampleGen.class));
    assertEquals("CsvExampleGen", new CsvExampleGen().spec().name());
  }

  @Test
  void aHashIsReadAsOneBigInteger() throws Exception {
    Random random = new Random(8);
    HashSplit split = new HashSplit(List.of(7, 1, 100_000, 3));
    for (int i = 0; i < 2000; i++) {
      byte[] key = new byte[random.nextInt(80) + 2];
      random.nextBytes(key);
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(key, 1, key.length - 1));
      int bucket = new BigInteger(1, digest).mod(BigInteger.valueOf(100_011)).intValueExact();
      int expected = bucket < 7 ? 0 : bucket < 8 ? 1 : bucket < 100_008 ? 2 : 3;
      assertEquals(expected, split.splitOf(key, 1, key.length - 1));
    }
    assertEquals(0, new HashSplit(List.of(1)).splitOf(new byte[1], 0, 1));
  }

  @Test
  void keepsWhatItWroteForTheNextNode() throws Exception {
    use("odd.csv");
    KeptExamples kept = run(2).kept("examples", KeptExamples.class).orElseThrow();

    for (String split : List.of("train", "eval")) {
      var blocks = kept.blocks(split).orElseThrow();
      int rows = 0;
      while (blocks.hasNext()) {
        rows += blocks.next().decode().rowCount();
      }
      assertEquals(records(split).size(), rows);
    }
  }
}
