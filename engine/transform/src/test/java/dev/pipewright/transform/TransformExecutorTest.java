package dev.pipewright.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.ExamplesWriter;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.datavalidation.schema.SchemaText;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.RecordedExecution;
import dev.pipewright.protos.tfmd.Anomalies;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.LoadedModel;
import dev.pipewright.tensorflow.SavedModel;
import dev.pipewright.tensorflow.SavedModelWriter;
import dev.pipewright.tensorflow.SessionSettings;
import dev.pipewright.tensorflow.TensorShape;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.transform.expression.ElementType;
import dev.pipewright.transform.expression.ValueType;
import dev.pipewright.transform.graph.Goldens;
import dev.pipewright.transform.graph.GraphValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformExecutorTest {

  private static final Map<String, String> OUTPUTS =
      new TreeMap<>(
          Map.of(
              "label", "tf.cast(x > 3, tf.int64)",
              "maybe_z", "tft.scale_to_z_score(fill_missing(maybe))",
              "n_bucket", "tft.bucketize(n, 4)",
              "n_raw", "n",
              "word_id", "tft.compute_and_apply_vocabulary(word, top_k=3, num_oov_buckets=2)"));

  @TempDir Path folder;

  private ExecutorService pool;
  private final List<RecordedExecution> executions = new ArrayList<>();

  @BeforeEach
  void startPool() {
    pool = Executors.newFixedThreadPool(3);
  }

  @AfterEach
  void stopPool() {
    pool.shutdownNow();
    executions.forEach(RecordedExecution::close);
  }

  private RecordedExecution execution(String run, Map<String, String> outputs) throws Exception {
    Path examples = folder.resolve("examples");
    Path schema = folder.resolve("schema");
    if (!Files.exists(examples)) {
      write(examples, "train", Goldens.rows(0, 40));
      write(examples, "eval", Goldens.rows(40, 60));
      Files.createDirectories(schema);
      Files.writeString(
          schema.resolve(SchemaText.FILE_NAME), Goldens.JSON.get("raw_schema").asText());
    }
    return execution(run, parameters(outputs));
  }

  private RecordedExecution execution(String run, Parameters parameters) {
    Map<String, Artifact> inputs =
        Map.of(
            "examples", artifact(ArtifactType.EXAMPLES, "examples"),
            "schema", artifact(ArtifactType.SCHEMA, "schema"));
    var execution = new RecordedExecution(folder.resolve(run), parameters, inputs, 3);
    executions.add(execution);
    return execution;
  }

  private Artifact artifact(ArtifactType type, String name) {
    return Artifact.of(1, type, folder.resolve(name), "", Map.of());
  }

  private void write(Path uri, String split, ExampleBatch batch) throws Exception {
    try (ExamplesWriter writer = ExamplesWriter.raw(uri, split, pool, 3)) {
      writer.write(batch);
      writer.commit();
    }
  }

  private static Parameters parameters(Map<String, String> outputs) {
    List<ParameterValue> items = new ArrayList<>();
    outputs.forEach(
        (name, expression) ->
            items.add(
                ParameterValue.of(
                    Map.of(
                        "name",
                        ParameterValue.of(name),
                        "expression",
                        ParameterValue.of(expression)))));
    SequencedMap<String, ParameterValue> values = new LinkedHashMap<>();
    values.put("outputs", ParameterValue.of(items));
    return Parameters.of("Transform", values);
  }

  private RecordedExecution run(String run) throws Exception {
    RecordedExecution execution = execution(run, OUTPUTS);
    new TransformExecutor().execute(execution);
    return execution;
  }

  private static ExampleBatch read(RecordedExecution execution, String split) {
    ExamplesArtifact artifact = ExamplesArtifact.open(execution.output("transformed_examples"));
    try (RecordBlocks blocks = artifact.blocks(split)) {
      return blocks.next().decode();
    }
  }

  @Test
  void writesTransformedExamplesOfEverySplit() throws Exception {
    RecordedExecution execution = run("a");
    ExampleBatch eval = read(execution, "eval");
    assertEquals(OUTPUTS.keySet(), Set.copyOf(eval.featureNames()));
    assertEquals(20, eval.rowCount());
    assertEquals(40, read(execution, "train").rowCount());
    assertArrayEquals(longs(Goldens.rows(40, 60).column("n")), longs(eval.column("n_raw")));
    assertEquals(
        Map.of("transformed_examples.split_names", ParameterValue.of("[\"eval\", \"train\"]")),
        execution.properties());
  }

  @Test
  void saysThatTheSplitToAnalyzeIsEmpty() throws Exception {
    write(folder.resolve("examples"), "train", new ExampleBatch(0, new LinkedHashMap<>()));
    write(folder.resolve("examples"), "eval", Goldens.rows(40, 60));
    Path schema = Files.createDirectories(folder.resolve("schema"));
    Files.writeString(schema.resolve(SchemaText.FILE_NAME), "");
    RecordedExecution execution = execution("a", OUTPUTS);

    DataException e =
        assertThrows(DataException.class, () -> new TransformExecutor().execute(execution));
    assertEquals("There are no examples in train.", e.what());
    assertEquals("Analyze other splits, or split the data otherwise.", e.fix());
  }

  @Test
  void saysThatAColumnHasNoValue() throws Exception {
    RecordedExecution execution = execution("a", Map.of("v_xf", "v"));
    byte[] valueless = {0x0a, 7, 0x0a, 5, 0x0a, 1, 'v', 0x12, 0};
    TfRecordWriter.write(
        folder.resolve("examples/Split-train/data_tfrecord-00000-of-00001.gz"),
        TfRecordWriter.Compression.GZIP,
        List.of(valueless));

    DataException e =
        assertThrows(DataException.class, () -> new TransformExecutor().execute(execution));
    assertEquals("The feature v has no value in the examples.", e.what());
    assertEquals("Leave it out of the expressions, or give data that has it.", e.fix());
  }

  @Test
  void writesTheSameBytesAgain() throws Exception {
    Path first = run("a").folder();
    Path second = run("b").folder();
    try (Stream<Path> files = Files.walk(first)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertEquals(
            -1, Files.mismatch(file, second.resolve(first.relativize(file))), file.toString());
      }
    }
  }

  @Test
  void describesWhatItMakes() throws Exception {
    var artifact = TransformGraphArtifact.open(run("a").output("transform_graph"));
    assertEquals(
        List.of(
            new TransformedFeature("label", ValueType.dense(ElementType.INT64, List.of(1)), null),
            new TransformedFeature("maybe_z", ValueType.scalar(ElementType.FLOAT32), null),
            new TransformedFeature(
                "n_bucket",
                ValueType.dense(ElementType.INT64, List.of(1)),
                new TransformedFeature.Range(0, 3)),
            new TransformedFeature("n_raw", ValueType.dense(ElementType.INT64, List.of(1)), null),
            new TransformedFeature(
                "word_id",
                ValueType.sparse(ElementType.INT64),
                new TransformedFeature.Range(0, 4))),
        artifact.features());
    assertEquals(5, artifact.features().getLast().bucketCount().orElseThrow());
    assertEquals(Goldens.features(), artifact.rawFeatures());
    assertEquals(Set.of("maybe", "x"), artifact.rawFeaturesOf(Set.of("label", "maybe_z")));
    Path vocabulary = artifact.vocabularies().firstEntry().getValue();
    assertEquals(3, Files.readAllLines(vocabulary).size());
  }

  @Test
  void givesTheSameInAServingGraph() throws Exception {
    RecordedExecution execution = run("a");
    ExampleBatch expected = read(execution, "eval");
    var artifact = TransformGraphArtifact.open(execution.output("transform_graph"));
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread());
        HostTensor examples = HostTensor.of(serialized("eval"))) {
      Value input = graph.placeholder("examples", DType.STRING, TensorShape.of(-1));
      SequencedMap<String, GraphValue> outputs = artifact.attachToExamples(graph, input, Set.of());
      session.initialize();
      assertEquals(List.copyOf(OUTPUTS.keySet()), List.copyOf(outputs.sequencedKeySet()));
      List<Value> fetches = new ArrayList<>();
      for (GraphValue output : outputs.values()) {
        fetches.add(
            switch (output) {
              case GraphValue.Dense(Value value) -> value;
              case GraphValue.Sparse sparse -> sparse.values();
            });
      }
      try (var fetched = session.step(List.of(input), fetches, List.of()).run(examples)) {
        assertArrayEquals(longs(expected.column("label")), fetched.get(0).toLongs());
        assertArrayEquals(floats(expected.column("maybe_z")), fetched.get(1).toFloats());
        assertArrayEquals(longs(expected.column("n_bucket")), fetched.get(2).toLongs());
        assertArrayEquals(longs(expected.column("n_raw")), fetched.get(3).toLongs());
        assertArrayEquals(longs(expected.column("word_id")), fetched.get(4).toLongs());
      }
    }
  }

  /// The column's values; its array may be longer.
  private static long[] longs(Column column) {
    return Arrays.copyOf(((Column.Int64) column).values(), column.layout().valueCount());
  }

  private static float[] floats(Column column) {
    return Arrays.copyOf(((Column.Float) column).values(), column.layout().valueCount());
  }

  private byte[][] serialized(String split) {
    try (RecordBlocks blocks = ExamplesArtifact.open(folder.resolve("examples")).blocks(split)) {
      var records = blocks.next().records();
      byte[][] all = new byte[records.size()][];
      for (int i = 0; i < all.length; i++) {
        all[i] = records.get(i);
      }
      return all;
    }
  }

  @Test
  void goesIntoAModelTwiceInScopesOfTheirOwn() throws Exception {
    var artifact = TransformGraphArtifact.open(run("a").output("transform_graph"));
    Path model = folder.resolve("model");
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread())) {
      SavedModelWriter writer = new SavedModelWriter(graph, session);
      for (String name : List.of("serving_default", "transform_features")) {
        GraphBuilder scope = graph.scope(name);
        Value input = scope.placeholder("examples", DType.STRING, TensorShape.of(-1));
        Set<String> without = name.equals("serving_default") ? Set.of("x") : Set.of();
        var outputs = artifact.attachToExamples(scope, input, without);
        Value bucket = ((GraphValue.Dense) outputs.get("n_bucket")).value();
        Value words = ((GraphValue.Sparse) outputs.get("word_id")).values();
        writer.signature(name, Map.of("examples", input), Map.of("n", bucket, "words", words));
      }
      writer.write(model);
    }
    try (LoadedModel loaded = SavedModel.read(model).load(SessionSettings.callerThread());
        HostTensor examples = HostTensor.of(serialized("eval"));
        var serving = loaded.signature("serving_default").call(Map.of("examples", examples));
        var features = loaded.signature("transform_features").call(Map.of("examples", examples))) {
      assertArrayEquals(features.get("n").toLongs(), serving.get("n").toLongs());
      assertArrayEquals(features.get("words").toLongs(), serving.get("words").toLongs());
      assertEquals(20, serving.get("n").elementCount());
    }
    try (Stream<Path> assets = Files.list(model.resolve("assets"))) {
      assertEquals(
          List.of("vocab_compute_and_apply_vocabulary_vocabulary"),
          assets.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void leavesOutWhatNeedsAFeatureThatServingLacks() throws Exception {
    var artifact = TransformGraphArtifact.open(run("a").output("transform_graph"));
    try (GraphBuilder graph = GraphBuilder.create()) {
      Value input = graph.placeholder("examples", DType.STRING, TensorShape.of(-1));
      assertEquals(
          List.of("maybe_z", "n_bucket", "n_raw", "word_id"),
          List.copyOf(artifact.attachToExamples(graph, input, Set.of("x")).sequencedKeySet()));
    }
  }

  @Test
  void writesStatisticsOfUsedFeaturesAndOfAllOutputs() throws Exception {
    RecordedExecution execution = run("a");
    assertEquals(
        Map.of("maybe", 40L, "n", 40L, "word", 40L, "x", 40L),
        countsByFeature(execution, "pre_transform_stats"));
    assertEquals(
        Map.of("label", 60L, "maybe_z", 60L, "n_bucket", 60L, "n_raw", 60L, "word_id", 60L),
        countsByFeature(execution, "post_transform_stats"));
    assertEquals(
        0,
        Anomalies.parseFrom(
                Files.readAllBytes(
                    execution.output("post_transform_anomalies").resolve("SchemaDiff.pb")))
            .getAnomalyInfoCount());
    assertEquals(
        SchemaText.parse(Goldens.JSON.get("raw_schema").asText(), folder),
        SchemaText.read(execution.output("pre_transform_schema").resolve("schema.pbtxt")));
  }

  private static Map<String, Long> countsByFeature(RecordedExecution execution, String output)
      throws IOException {
    DatasetFeatureStatistics dataset =
        DatasetFeatureStatisticsList.parseFrom(
                Files.readAllBytes(execution.output(output).resolve("FeatureStats.pb")))
            .getDatasets(0);
    Map<String, Long> counts = new TreeMap<>();
    dataset
        .getFeaturesList()
        .forEach(f -> counts.put(f.getPath().getStep(0), dataset.getNumExamples()));
    return counts;
  }

  @Test
  void leavesStatisticsOutOnRequest() throws Exception {
    RecordedExecution with = execution("a", OUTPUTS);
    SequencedMap<String, ParameterValue> values =
        new LinkedHashMap<>(with.parameters().fields().values());
    values.put("disable_statistics", ParameterValue.of(true));
    RecordedExecution without = execution("b", Parameters.of("Transform", values));
    new TransformExecutor().execute(without);
    assertFalse(Files.exists(folder.resolve("b/post_transform_stats/FeatureStats.pb")));
    assertTrue(Files.exists(folder.resolve("b/transform_graph/transform_fn/saved_model.pb")));
  }

  @Test
  void namesTheOutputThatDoesNotFitTheSchema() throws Exception {
    RecordedExecution execution = execution("a", Map.of("bad", "maybe * 2"));
    var e =
        assertThrows(ParameterException.class, () -> new TransformExecutor().execute(execution));
    assertEquals("output bad", e.where().subject());
    assertEquals("Wrap it: fill_missing(`maybe`).", e.fix());
  }

  @Test
  void namesTheFeatureWhoseRowsDoNotFitTheSchema() throws Exception {
    RecordedExecution execution = execution("a", Map.of("twice", "x * 2"));
    write(
        folder.resolve("examples"),
        "train",
        new ExampleBatch(
            40, new LinkedHashMap<>(Map.of("x", Goldens.rows(0, 40).column("maybe")))));
    var e = assertThrows(DataException.class, () -> new TransformExecutor().execute(execution));
    assertEquals("feature x", e.where().subject());
    assertEquals("A row has 0 values where the schema says 1.", e.what());
  }

  @Test
  void namesTheSplitThatIsMissing() throws Exception {
    RecordedExecution with = execution("a", OUTPUTS);
    SequencedMap<String, ParameterValue> values =
        new LinkedHashMap<>(with.parameters().fields().values());
    values.put(
        "splits_config",
        ParameterValue.of(
            Map.of("analyze", ParameterValue.of(List.of(ParameterValue.of("training"))))));
    RecordedExecution wrong = execution("b", Parameters.of("Transform", values));
    assertThrows(ArtifactException.class, () -> new TransformExecutor().execute(wrong));
  }
}
