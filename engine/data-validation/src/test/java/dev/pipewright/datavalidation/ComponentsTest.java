package dev.pipewright.datavalidation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.ExamplesWriter;
import dev.pipewright.data.KeptExamples;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.RecordedExecution;
import dev.pipewright.protos.tfmd.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentsTest {

  private static final ParameterValue SPLITS = ParameterValue.of("[\"train\", \"eval\"]");

  @TempDir Path folder;
  private Artifact examples;

  /// The first table is the train split, the second, which has other data, the eval split.
  @BeforeEach
  void writeExamples() throws IOException, InterruptedException {
    Path uri = Files.createDirectories(folder.resolve("examples"));
    try (var pool = Executors.newSingleThreadExecutor()) {
      for (var split : Map.of("train", "first", "eval", "second").entrySet()) {
        try (var writer = ExamplesWriter.raw(uri, split.getKey(), pool, 1)) {
          writer.write(Goldens.rows(split.getValue(), 0, Goldens.rowCount(split.getValue())));
          writer.commit();
        }
      }
    }
    Map<String, ParameterValue> properties =
        Map.of("split_names", SPLITS, "span", ParameterValue.of(3L));
    examples = artifact(ArtifactType.EXAMPLES, uri, properties);
  }

  private static Artifact artifact(
      ArtifactType type, Path uri, Map<String, ParameterValue> properties) {
    return Artifact.of(1, type, uri, "", properties);
  }

  private Artifact statistics() throws IOException, InterruptedException {
    return run(new StatisticsGen(), Map.of("examples", examples));
  }

  private Artifact schema(Artifact statistics) throws IOException, InterruptedException {
    return run(new SchemaGen(), Map.of("statistics", statistics));
  }

  private Artifact run(Component component, Map<String, Artifact> inputs)
      throws IOException, InterruptedException {
    return RecordedExecution.run(folder, component, inputs, Map.of());
  }

  @Test
  void writesTfdvsStatisticsOfEachSplit() throws Exception {
    Artifact statistics = statistics();

    assertEquals(
        Map.of(
            "split_names",
            SPLITS,
            "span",
            ParameterValue.of(3L),
            "stats_dashboard_link",
            ParameterValue.of(""),
            "sample_rate_by_split",
            ParameterValue.of(
                Map.of("__value__", ParameterValue.of("{\"eval\": 1.0, \"train\": 1.0}")))),
        statistics.properties());
    StatisticsArtifact read = StatisticsArtifact.open(statistics);
    assertEquals(List.of("train", "eval"), read.splitNames());
    Goldens.assertSame(Goldens.statistics("first"), read.statistics("train"));
    Goldens.assertSame(Goldens.statistics("second"), read.statistics("eval"));
  }

  @Test
  void writesTheSameStatisticsOfWhatIsKeptInMemory() throws Exception {
    Artifact read = statistics();
    KeptExamples kept = new KeptExamples(Long.MAX_VALUE);
    for (String split : List.of("train", "eval")) {
      try (RecordBlocks blocks = ExamplesArtifact.open(examples).blocks(split)) {
        ExampleBatch all = blocks.next().decode();
        kept.add(all, Map.of(split, IntStream.range(0, all.rowCount()).toArray()));
      }
    }
    StatisticsGen component = new StatisticsGen();
    Parameters parameters = RecordedExecution.parameters(component, Map.of());
    try (RecordedExecution execution =
        new RecordedExecution(
            folder.resolve("kept"), parameters, Map.of("examples", examples), 2)) {
      execution.keep("examples", kept);
      Artifact computed = execution.run(component);
      for (String split : List.of("train", "eval")) {
        assertEquals(
            StatisticsArtifact.open(read).statistics(split),
            StatisticsArtifact.open(computed).statistics(split));
      }
    }
  }

  private static ParameterValue fields(Map<String, ParameterValue> values) {
    return ParameterValue.of(values);
  }

  @Test
  void takesTfdvsOptions() throws Exception {
    ParameterValue spec =
        fields(Map.of("feature_keys", ParameterValue.of(List.of(ParameterValue.of("int_bool")))));
    ParameterValue options =
        fields(
            Map.of(
                "weight_feature",
                ParameterValue.of("int_constant"),
                "feature_allowlist",
                ParameterValue.of(List.of(ParameterValue.of("text_bool"))),
                "num_top_values",
                ParameterValue.of(1L),
                "slicing_config",
                fields(Map.of("slicing_specs", ParameterValue.of(List.of(spec))))));
    ParameterValue noEval = ParameterValue.of(List.of(ParameterValue.of("eval")));

    Artifact statistics =
        RecordedExecution.run(
            folder,
            new StatisticsGen(),
            Map.of("examples", examples),
            Map.of("stats_options", options, "exclude_splits", noEval));

    var list = StatisticsArtifact.open(statistics).statistics("train");
    assertEquals(
        List.of("All Examples", "int_bool_0", "int_bool_1"),
        list.getDatasetsList().stream().map(d -> d.getName()).toList());
    assertEquals(180, list.getDatasets(0).getWeightedNumExamples());
    assertEquals(60, list.getDatasets(1).getNumExamples() + list.getDatasets(2).getNumExamples());
    var feature = list.getDatasets(0).getFeatures(0);
    assertEquals(1, list.getDatasets(0).getFeaturesCount());
    assertEquals(1, feature.getStringStats().getTopValuesCount());
    assertEquals(
        3 * feature.getStringStats().getTopValues(0).getFrequency(),
        feature.getStringStats().getWeightedStringStats().getTopValues(0).getFrequency());
  }

  @Test
  void looksAtTheSameShareOfTheExamplesEachTime() throws Exception {
    var parameters =
        Map.of(
            "stats_options",
            fields(Map.of("sample_rate", ParameterValue.of(0.5))),
            "sample_rate_by_split",
            fields(Map.of("eval", ParameterValue.of(1.0))));
    StatisticsGen component = new StatisticsGen();

    Artifact once =
        RecordedExecution.run(folder, component, Map.of("examples", examples), parameters);
    var first = StatisticsArtifact.open(once).statistics("train");
    Artifact again =
        RecordedExecution.run(folder, component, Map.of("examples", examples), parameters);

    assertEquals(first, StatisticsArtifact.open(again).statistics("train"));
    assertEquals(30, first.getDatasets(0).getNumExamples(), 12);
    assertEquals(40, StatisticsArtifact.open(again).allExamples("eval").getNumExamples());
    assertEquals(
        ParameterValue.of(
            Map.of("__value__", ParameterValue.of("{\"eval\": 1.0, \"train\": 0.5}"))),
        again.properties().get("sample_rate_by_split"));
  }

  @Test
  void refusesARateOfASplitThatDoesNotExist() {
    var parameters = Map.of("sample_rate_by_split", fields(Map.of("test", ParameterValue.of(0.5))));

    var e =
        assertThrows(
            ParameterException.class,
            () ->
                RecordedExecution.run(
                    folder, new StatisticsGen(), Map.of("examples", examples), parameters));

    assertEquals("StatisticsGen.sample_rate_by_split", e.where().subject());
  }

  @Test
  void takesCategoriesFromTheSchema() throws Exception {
    SchemaArtifact.write(folder.resolve("domains"), Goldens.schema("domains"));
    Artifact schema = artifact(ArtifactType.SCHEMA, folder.resolve("domains"), Map.of());

    Artifact statistics = run(new StatisticsGen(), Map.of("examples", examples, "schema", schema));

    Goldens.assertSame(
        Goldens.statistics("first.with_domains"),
        StatisticsArtifact.open(statistics).statistics("train"));
  }

  @Test
  void infersFromTheFirstSplitAndUpdatesFromTheOthers() throws Exception {
    Artifact schema = schema(statistics());

    assertEquals(
        Goldens.text("updated.shapes.schema.pbtxt"),
        Files.readString(schema.uri().resolve("schema.pbtxt")));
  }

  @Test
  void leavesOutShapesAndExcludedSplits() throws Exception {
    Map<String, ParameterValue> parameters =
        Map.of(
            "infer_feature_shape",
            ParameterValue.of(false),
            "exclude_splits",
            ParameterValue.of(List.of(ParameterValue.of("eval"))));

    Artifact schema =
        RecordedExecution.run(
            folder, new SchemaGen(), Map.of("statistics", statistics()), parameters);

    assertEquals(Goldens.schema("first.counts"), SchemaArtifact.open(schema.uri()).schema());
  }

  @Test
  void writesAnomaliesAndTellsThem() throws Exception {
    Path uri = folder.resolve("strict");
    SchemaArtifact.write(uri, Goldens.schema("first.shapes"));
    Artifact schema = artifact(ArtifactType.SCHEMA, uri, Map.of());
    var inputs = Map.of("statistics", statistics(), "schema", schema);

    Component validator = new ExampleValidator();
    Parameters none = RecordedExecution.parameters(validator, Map.of());
    try (var execution = new RecordedExecution(folder, none, inputs, 2)) {
      Artifact anomalies = execution.run(validator);

      AnomaliesArtifact read = AnomaliesArtifact.open(anomalies);
      assertEquals(Goldens.anomalies("first"), read.anomalies("train"));
      assertEquals(Goldens.anomalies("shapes"), read.anomalies("eval"));
      assertEquals(
          ParameterValue.of(Map.of("train", ParameterValue.of(1L), "eval", ParameterValue.of(0L))),
          anomalies.properties().get("blessed"));
      assertEquals(Goldens.anomalies("shapes").getAnomalyInfoCount(), execution.warnings().size());
      assertTrue(
          execution
              .warnings()
              .contains(
                  "split eval, feature 'brand.new': New column: "
                      + "New column (column in data but not in schema)"),
          execution.warnings().toString());
    }
  }

  private static ParameterValue list(ParameterValue... items) {
    return ParameterValue.of(List.of(items));
  }

  @Test
  void comparesWithEarlierStatisticsInAnEnvironment() throws Exception {
    Artifact statistics = statistics();
    Schema.Builder wanted =
        Goldens.schema("first.shapes").toBuilder().addDefaultEnvironment("HERE");
    wanted
        .getDatasetConstraintsBuilder()
        .getNumExamplesDriftComparatorBuilder()
        .setMinFractionThreshold(0.9);
    SchemaArtifact.write(folder.resolve("wanted"), wanted.build());
    Artifact schema = artifact(ArtifactType.SCHEMA, folder.resolve("wanted"), Map.of());

    Artifact anomalies =
        RecordedExecution.run(
            folder,
            new ExampleValidator(),
            Map.of("statistics", statistics, "schema", schema, "previous_statistics", statistics),
            Map.of("environment", ParameterValue.of("HERE")));

    assertFalse(AnomaliesArtifact.open(anomalies).anomalies("train").hasDatasetAnomalyInfo());
  }

  @Test
  void comparesDistributionsOfPairsOfSplits() throws Exception {
    Artifact statistics = statistics();
    ParameterValue path = fields(Map.of("step", list(ParameterValue.of("text_missing"))));
    ParameterValue comparator =
        fields(Map.of("infinity_norm", fields(Map.of("threshold", ParameterValue.of(0.1)))));
    ParameterValue feature = fields(Map.of("path", path, "distribution_comparator", comparator));
    var parameters =
        Map.of(
            "config",
            fields(Map.of("default_slice_config", fields(Map.of("feature", list(feature))))),
            "include_split_pairs",
            list(
                list(ParameterValue.of("eval"), ParameterValue.of("train")),
                list(ParameterValue.of("train"), ParameterValue.of("train"))));

    Artifact anomalies =
        RecordedExecution.run(
            folder,
            new DistributionValidator(),
            Map.of("statistics", statistics, "baseline_statistics", statistics),
            parameters);

    AnomaliesArtifact read = AnomaliesArtifact.open(anomalies);
    assertEquals(List.of("eval_train", "train_train"), read.splitNames());
    assertEquals(Set.of("text_missing"), read.anomalies("eval_train").getAnomalyInfoMap().keySet());
    assertEquals(Map.of(), read.anomalies("train_train").getAnomalyInfoMap());
    assertEquals(
        fields(Map.of("eval_train", ParameterValue.of(0L), "train_train", ParameterValue.of(1L))),
        anomalies.properties().get("blessed"));
    assertTrue(Files.exists(anomalies.uri().resolve("SplitPair-eval_train/SchemaDiff.pb")));
  }

  @Test
  void comparesNothingWithoutABaseline() throws Exception {
    ParameterValue config = fields(Map.of("default_slice_config", fields(Map.of())));

    Artifact anomalies =
        RecordedExecution.run(
            folder,
            new DistributionValidator(),
            Map.of("statistics", statistics()),
            Map.of("config", config));

    assertEquals(
        fields(Map.of("train", ParameterValue.of(2L), "eval", ParameterValue.of(2L))),
        anomalies.properties().get("blessed"));
  }

  @Test
  void writesTheSameBytesEachTime() throws Exception {
    Artifact statistics = statistics();
    Artifact schema = schema(statistics);
    var inputs = Map.of("statistics", statistics, "schema", schema);
    Path file = run(new ExampleValidator(), inputs).uri().resolve("Split-eval/SchemaDiff.pb");
    byte[] once = Files.readAllBytes(file);

    run(new ExampleValidator(), inputs);

    assertArrayEquals(once, Files.readAllBytes(file));
  }

  @Test
  void refusesToExcludeASplitThatDoesNotExist() {
    var parameters =
        Map.of("exclude_splits", ParameterValue.of(List.of(ParameterValue.of("test"))));

    var e =
        assertThrows(
            ParameterException.class,
            () ->
                RecordedExecution.run(
                    folder, new StatisticsGen(), Map.of("examples", examples), parameters));

    assertEquals("StatisticsGen.exclude_splits", e.where().subject());
  }

  @Test
  void importsASchemaAsItIs() throws Exception {
    Path file = folder.resolve("mine.pbtxt");
    String text = "# mine\nfeature { name: 'a' type: INT }\n";
    Files.writeString(file, text);
    var parameters = Map.of("schema_file", ParameterValue.of(file.toString()));

    Artifact schema = RecordedExecution.run(folder, new ImportSchemaGen(), Map.of(), parameters);

    assertEquals(text, Files.readString(SchemaArtifact.open(schema.uri()).file()));
    Component importer = new ImportSchemaGen();
    assertEquals(
        List.of(file), importer.externalInputs(RecordedExecution.parameters(importer, parameters)));
  }

  @Test
  void importsNoFileThatIsNoSchema() throws Exception {
    Path file = Files.writeString(folder.resolve("mine.pbtxt"), "feature {\n  nam: 'a'\n}\n");
    var parameters = Map.of("schema_file", ParameterValue.of(file.toString()));

    var e =
        assertThrows(
            ArtifactException.class,
            () -> RecordedExecution.run(folder, new ImportSchemaGen(), Map.of(), parameters));

    assertEquals(2, e.where().line());
    assertFalse(Files.exists(folder.resolve("ImportSchemaGen/schema/schema.pbtxt")));
  }

  @Test
  void areFoundByTheServiceLoader() {
    Set<String> names =
        ServiceLoader.load(Component.class).stream()
            .map(p -> p.get().spec().name())
            .collect(Collectors.toSet());

    assertTrue(
        names.containsAll(
            Set.of(
                "StatisticsGen",
                "SchemaGen",
                "ImportSchemaGen",
                "ExampleValidator",
                "DistributionValidator")),
        names.toString());
  }
}
