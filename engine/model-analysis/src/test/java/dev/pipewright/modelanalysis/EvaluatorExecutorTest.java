package dev.pipewright.modelanalysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pipewright.modelanalysis.result.EvaluationArtifact;
import dev.pipewright.modelanalysis.result.SliceMetrics;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.RecordedExecution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorExecutorTest {

  private static final String CONFIG =
      """
      {"model_specs": [{"label_key": "tip_xf",
                        "preprocessing_function_names": ["transform_features"]}],
       "slicing_specs": [{}, {"feature_keys": ["hour"]}],
       "metrics_specs": [{"metrics": [
         {"class_name": "ExampleCount"},
         {"class_name": "AUC"},
         {"class_name": "BinaryAccuracy", "threshold": {
            "value_threshold": {"lower_bound": 0.6},
            "change_threshold": {"direction": "HIGHER_IS_BETTER", "absolute": -1e-10}}}]}]}
      """;

  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void makeInputs() throws IOException {
    TinyModel.write(shared.resolve("model"), 1);
    TinyModel.write(shared.resolve("worse"), 0.5f);
    TinyModel.writeExamples(shared.resolve("examples"), 500, 1);
    TinyModel.writeExamples(shared.resolve("many"), 40_000, 2);
  }

  private static Map<String, Artifact> inputs(String... modelsAndExamples) {
    Map<String, Artifact> inputs = new HashMap<>();
    inputs.put("examples", artifact(3, ArtifactType.EXAMPLES, modelsAndExamples[0]));
    inputs.put("model", artifact(13, ArtifactType.MODEL, modelsAndExamples[1]));
    if (modelsAndExamples.length > 2) {
      inputs.put("baseline_model", artifact(7, ArtifactType.MODEL, modelsAndExamples[2]));
    }
    return inputs;
  }

  private static Artifact artifact(long id, ArtifactType type, String name) {
    return Artifact.of(id, type, shared.resolve(name), "fingerprint", Map.of());
  }

  private RecordedExecution execution(
      String name, String config, Map<String, Artifact> inputs, int threads) throws IOException {
    var parameters = new LinkedHashMap<String, ParameterValue>();
    parameters.put("eval_config", value(new ObjectMapper().readTree(config)));
    return new RecordedExecution(
        folder.resolve(name), Parameters.of("Evaluator", parameters), inputs, threads);
  }

  private RecordedExecution evaluate(
      String name, String config, Map<String, Artifact> inputs, int threads)
      throws IOException, InterruptedException {
    try (RecordedExecution execution = execution(name, config, inputs, threads)) {
      new EvaluatorExecutor().execute(execution);
      return execution;
    }
  }

  private static ParameterValue value(JsonNode node) {
    if (node.isObject()) {
      var fields = new LinkedHashMap<String, ParameterValue>();
      node.properties().forEach(e -> fields.put(e.getKey(), value(e.getValue())));
      return ParameterValue.of(fields);
    }
    if (node.isArray()) {
      List<ParameterValue> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item)));
      return ParameterValue.of(items);
    }
    return node.isTextual()
        ? ParameterValue.of(node.textValue())
        : node.isBoolean()
            ? ParameterValue.of(node.booleanValue())
            : ParameterValue.of(node.doubleValue());
  }

  private static List<String> names(Path root) throws IOException {
    try (Stream<Path> paths = Files.list(root)) {
      return paths.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> slices(EvaluationArtifact evaluation) {
    return evaluation.metrics().stream().map(m -> m.slice().toString()).toList();
  }

  @Test
  void evaluatesBySlicesAndBlesses() throws Exception {
    RecordedExecution execution = evaluate("out", CONFIG, inputs("examples", "model"), 2);
    EvaluationArtifact evaluation = EvaluationArtifact.open(execution.output("evaluation"));
    assertEquals(List.of("Overall", "hour:0", "hour:1", "hour:2"), slices(evaluation));
    SliceMetrics overall = evaluation.overall().orElseThrow();
    assertEquals(500, overall.value("example_count").orElseThrow());
    assertTrue(overall.value("auc").orElseThrow() > 0.8);
    double inHours =
        evaluation.metrics().stream()
            .skip(1)
            .mapToDouble(m -> m.value("example_count").orElseThrow())
            .sum();
    assertTrue(inHours > 350 && inHours < 450, "rows without an hour are in no slice: " + inHours);
    assertEquals(List.of("BLESSED"), names(execution.output("blessing")));
    assertEquals(
        Map.of(
            "blessing.blessed", ParameterValue.of(1L),
            "blessing.current_model", ParameterValue.of(shared.resolve("model").toString()),
            "blessing.current_model_id", ParameterValue.of(13L)),
        execution.properties());
    assertTrue(
        EvaluationArtifact.validation(execution.output("evaluation"))
            .orElseThrow()
            .getValidationOk());
  }

  @Test
  void blessesAgainWithTheSameContentWhenThereIsABaseline() throws Exception {
    RecordedExecution first = evaluate("first", CONFIG, inputs("examples", "model"), 2);
    RecordedExecution again = evaluate("again", CONFIG, inputs("examples", "model", "model"), 2);
    assertEquals(names(first.output("blessing")), names(again.output("blessing")));
    assertEquals(ParameterValue.of(7L), again.properties().get("blessing.baseline_model_id"));
    assertEquals(
        ParameterValue.of(shared.resolve("model").toString()),
        again.properties().get("blessing.baseline_model"));
  }

  @Test
  void refusesAModelThatIsWorseThanTheBaseline() throws Exception {
    RecordedExecution execution =
        evaluate("out", CONFIG.replace("0.6", "0.1"), inputs("examples", "worse", "model"), 2);
    assertEquals(List.of("NOT_BLESSED"), names(execution.output("blessing")));
    assertEquals(ParameterValue.of(0L), execution.properties().get("blessing.blessed"));
    assertTrue(
        execution.log().stream()
            .anyMatch(
                l ->
                    l.contains("Overall: binary_accuracy change = -0.")
                        && l.endsWith(", but should be at least -1.0E-10")),
        execution.log()::toString);
  }

  @Test
  void tellsEveryBoundOfAChange() throws Exception {
    String config =
        CONFIG
            .replace("0.6", "0.1")
            .replace("HIGHER", "LOWER")
            .replace("\"absolute\": -1e-10", "\"absolute\": -0.5, \"relative\": -0.25");
    RecordedExecution execution = evaluate("out", config, inputs("examples", "model", "model"), 2);
    assertTrue(
        execution
            .warnings()
            .contains(
                "  Overall: binary_accuracy change = 0.0, but should be at most -0.5 and at most"
                    + " -0.25 of the baseline's value"),
        execution.warnings()::toString);
  }

  @Test
  void showsSomeOfManyFailures() throws Exception {
    String config = CONFIG.replace("0.6", "1.1").replace("\"hour\"", "\"score\"");
    RecordedExecution execution = evaluate("out", config, inputs("examples", "model"), 2);
    assertEquals("warning:   and 481 more", execution.log().getLast());
    assertTrue(
        execution.log().stream().anyMatch(l -> l.endsWith(", but should be at least 1.1")),
        execution.log()::toString);
    assertEquals(
        22,
        execution.log().stream().filter(l -> l.startsWith("warning: ")).count(),
        execution.log()::toString);
  }

  @Test
  void leavesTheBlessingEmptyWithoutThresholds() throws Exception {
    String config =
        """
        {"model_specs": [{"label_key": "tip"}],
         "metrics_specs": [{"metrics": [{"class_name": "ExampleCount"}]}]}
        """;
    RecordedExecution execution = evaluate("out", config, inputs("examples", "model"), 2);
    assertEquals(List.of(), names(execution.output("blessing")));
    assertEquals(Map.of(), execution.properties());
  }

  @Test
  void writesTheSameBytesForAnyNumberOfThreads() throws Exception {
    String config =
        """
        {"model_specs": [{"label_key": "tip", "example_weight_key": "weight"}],
         "slicing_specs": [{}, {"feature_keys": ["hour", "city"]}],
         "metrics_specs": [{"metrics": [{"class_name": "AUC"}, {"class_name": "MeanPrediction"},
           {"class_name": "BinaryCrossentropy"}, {"class_name": "Calibration"}]}]}
        """;
    Path one = evaluate("one", config, inputs("many", "model"), 1).output("evaluation");
    Path four = evaluate("four", config, inputs("many", "model"), 4).output("evaluation");
    assertEquals(names(one), names(four));
    for (String name : names(one)) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(name)), Files.readAllBytes(four.resolve(name)), name);
    }
    assertEquals(7, EvaluationArtifact.open(one).metrics().size());
  }

  @Test
  void warnsOfSlicesThatNoExampleIsIn() throws Exception {
    String config = CONFIG.replace("\"hour\"", "\"huor\"");
    RecordedExecution execution = evaluate("out", config, inputs("examples", "model"), 1);
    assertTrue(
        execution.log().contains("warning: No example is in a slice by huor."),
        execution.log()::toString);
  }

  private static Map<String, Artifact> inputsWithSchema(String text) throws IOException {
    Files.createDirectories(shared.resolve("schema"));
    Files.writeString(shared.resolve("schema/schema.pbtxt"), text);
    Map<String, Artifact> inputs = inputs("examples", "model");
    inputs.put("schema", artifact(4, ArtifactType.SCHEMA, "schema"));
    return inputs;
  }

  @Test
  void looksSlicingFeaturesUpInTheSchema() throws Exception {
    Map<String, Artifact> inputs =
        inputsWithSchema("feature { name: \"hour\" type: INT novelty: 1 }");
    evaluate("right", CONFIG, inputs, 1);
    evaluate("made", CONFIG.replace("\"hour\"", "\"tip_text\""), inputs, 1);
    ParameterException e =
        assertThrows(
            ParameterException.class,
            () -> evaluate("wrong", CONFIG.replace("\"hour\"", "\"huor\""), inputs, 1));
    assertEquals("The schema has no feature huor to slice by.", e.what());
    assertEquals("Did you mean hour?", e.fix());
  }

  @Test
  void saysWhichLineOfTheSchemaIsWrong() throws Exception {
    Map<String, Artifact> inputs = inputsWithSchema("feature {\n  type: INTEGER }");
    ArtifactException e =
        assertThrows(ArtifactException.class, () -> evaluate("out", CONFIG, inputs, 1));
    assertEquals(2, e.where().line());
  }

  @Test
  void slicesByTransformedFeatures() throws Exception {
    String config = CONFIG.replace("\"hour\"", "\"tip_text\"");
    RecordedExecution execution = evaluate("out", config, inputs("examples", "model"), 1);
    assertEquals(
        List.of("Overall", "tip_text:0", "tip_text:1"),
        slices(EvaluationArtifact.open(execution.output("evaluation"))));
  }

  private <E extends EngineException> E fails(Class<E> type, String config) {
    return assertThrows(type, () -> evaluate("out", config, inputs("examples", "model"), 1));
  }

  @Test
  void saysWhichExampleLacksTheLabel() {
    DataException e = fails(DataException.class, CONFIG.replace("tip_xf", "hour"));
    assertTrue(e.what().contains("lacks the feature hour"), e.what());
    assertTrue(String.valueOf(e.where().subject()).startsWith("record "), e.where()::toString);
    assertTrue(String.valueOf(e.where().file()).endsWith(".gz"), e.where()::toString);
  }

  @Test
  void refusesLabelsThatAreText() {
    assertTrue(
        fails(DataException.class, CONFIG.replace("tip_xf", "city")).what().contains("is text"));
    assertTrue(
        fails(DataException.class, CONFIG.replace("tip_xf", "tip_text"))
            .what()
            .contains("is text"));
  }

  @Test
  void refusesLabelsThatAreNotZeroToOneForAuc() {
    assertTrue(
        fails(DataException.class, CONFIG.replace("tip_xf", "weight")).what().contains("0 to 1"));
  }

  @Test
  void refusesSignaturesThatDoNotTakeExamples() {
    String config =
        CONFIG.replace("\"label_key\"", "\"signature_name\": \"scores\", \"label_key\"");
    assertTrue(
        fails(ArtifactException.class, config).what().contains("not serialized tf.Examples"));
    fails(ArtifactException.class, CONFIG.replace("transform_features", "transform_fetaures"));
  }

  @Test
  void namesTheOutputsWhereThePredictionIsNone() {
    String config = CONFIG.replace("\"label_key\"", "\"prediction_key\": \"p\", \"label_key\"");
    assertEquals(
        "Set prediction_key to one of: outputs.", fails(ParameterException.class, config).fix());
  }

  @Test
  void endsWhenCancelled() throws Exception {
    try (RecordedExecution execution = execution("out", CONFIG, inputs("many", "model"), 2)) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> new EvaluatorExecutor().execute(execution));
    }
  }

  @Test
  void isFoundAsAComponent() {
    List<String> names =
        ServiceLoader.load(Component.class).stream()
            .filter(p -> p.type().getModule() == EvaluatorComponent.class.getModule())
            .map(p -> p.get().spec().name())
            .filter("Evaluator"::equals)
            .toList();
    assertEquals(List.of("Evaluator"), names);
  }
}
