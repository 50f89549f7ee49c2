package dev.pipewright.modelanalysis.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.MetricsSpec;
import dev.pipewright.protos.tfma.ModelSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvalConfigsTest {

  private static final String BOTH_THRESHOLDS =
      """
      {"model_specs": [{"label_key": "tips", "name": "mine"}],
       "metrics_specs": [{"metrics": [{"class_name": "AUC",
          "threshold": {"value_threshold": {"lower_bound": 0.5},
                        "change_threshold": {"direction": "HIGHER_IS_BETTER", "absolute": 0}},
          "per_slice_thresholds": [{"slicing_specs": [{"feature_keys": ["hour"]}],
             "threshold": {"change_threshold": {"direction": "LOWER_IS_BETTER"}}}]}]}]}
      """;

  private static ParameterValue json(String text) {
    try {
      return value(new ObjectMapper().readTree(text));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
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
    if (node.isBoolean()) {
      return ParameterValue.of(node.booleanValue());
    }
    if (node.isNull()) {
      return ParameterValue.NULL;
    }
    return node.isTextual()
        ? ParameterValue.of(node.textValue())
        : node.isIntegralNumber()
            ? ParameterValue.of(node.longValue())
            : ParameterValue.of(node.doubleValue());
  }

  private static List<Finding> check(String text) {
    return EvalConfigCheck.check("eval_config", json(text));
  }

  @Test
  void readsWhatItPrints() {
    EvalConfig config = EvalConfigs.parse(json(BOTH_THRESHOLDS));
    EvalConfig.Builder again = EvalConfig.newBuilder();
    ProtoJson.parse(ProtoJson.print(config), again, "eval_config");
    assertEquals(config, again.build());
    assertEquals(
        "{\"label_key\":\"tips\",\"name\":\"mine\"}".replace("label_key", "labelKey").length(),
        ProtoJson.print(config.getModelSpecs(0)).toString().length());
  }

  @Test
  void saysWhereAFieldIsUnknown() {
    ParameterException e =
        assertThrows(
            ParameterException.class,
            () -> EvalConfigs.parse(json("{\"model_specs\": [{\"lable_key\": \"tips\"}]}")));
    assertEquals("eval_config.model_specs[0] has no field lable_key.", e.what());
    assertEquals("Did you mean label_key?", e.fix());
  }

  @Test
  void saysWhereAValueIsOfAnotherType() {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("{\"model_specs\": 1}", "eval_config.model_specs is no list.");
    wrong.put("{\"options\": []}", "eval_config.options is no object.");
    wrong.put(
        "{\"options\": {\"min_slice_size\": 1.5}}",
        "eval_config.options.min_slice_size is 1.5, which is no whole number.");
    wrong.put(
        "{\"model_specs\": [{\"is_baseline\": \"yes\"}]}",
        "eval_config.model_specs[0].is_baseline is \"yes\", which is no true or false.");
    wrong.put(
        "{\"slicing_specs\": [{\"feature_values\": {\"hour\": 1}}]}",
        "eval_config.slicing_specs[0].feature_values.hour is 1, which is no text.");
    wrong.forEach(
        (text, what) ->
            assertEquals(
                what,
                assertThrows(ParameterException.class, () -> EvalConfigs.parse(json(text)))
                    .what()));
  }

  @Test
  void leavesOutChangesAndNamesWithoutABaseline() {
    EvalConfig config = EvalConfigs.withoutBaseline(EvalConfigs.parse(json(BOTH_THRESHOLDS)));
    assertEquals(
        List.of(ModelSpec.newBuilder().setLabelKey("tips").build()), config.getModelSpecsList());
    MetricsSpec spec = config.getMetricsSpecs(0);
    assertEquals(List.of(""), spec.getModelNamesList());
    assertEquals(
        "{\"valueThreshold\":{\"lowerBound\":0.5}}",
        ProtoJson.print(spec.getMetrics(0).getThreshold()).toString());
    assertEquals(
        "{\"slicingSpecs\":[{\"featureKeys\":[\"hour\"]}],\"threshold\":{}}",
        ProtoJson.print(spec.getMetrics(0).getPerSliceThresholds(0)).toString());
  }

  @Test
  void namesBothModelsWithABaseline() {
    String unnamed = BOTH_THRESHOLDS.replace(", \"name\": \"mine\"", "");
    EvalConfig config = EvalConfigs.withBaseline(EvalConfigs.parse(json(unnamed)));
    assertEquals(
        List.of(
            ModelSpec.newBuilder().setName("candidate").setLabelKey("tips").build(),
            ModelSpec.newBuilder()
                .setName("baseline")
                .setLabelKey("tips")
                .setIsBaseline(true)
                .build()),
        config.getModelSpecsList());
    assertEquals(List.of("candidate", "baseline"), config.getMetricsSpecs(0).getModelNamesList());
  }

  @Test
  void findsNothingWrongWithAGoodConfig() {
    assertEquals(List.of(), check(BOTH_THRESHOLDS));
  }

  @Test
  void findsTheMetricThatThereIsNot() {
    assertEquals(
        List.of(
            new Finding(
                "eval_config.metrics_specs[0].metrics[0].class_name",
                "There is no metric AUX.",
                "Did you mean AUC?")),
        check(BOTH_THRESHOLDS.replace("AUC", "AUX")));
  }

  @Test
  void findsAllThatIsWrong() {
    List<String> fields =
        check(
                """
                {"model_specs": [{}],
                 "slicing_specs": [{}, {"feature_keys": ["a"], "feature_values": {"a": "1"}}],
                 "metrics_specs": [{"model_names": ["other"], "metrics": [
                   {"class_name": "AUC", "config": "\\"curve\\": 3"},
                   {"class_name": "ExampleCount"}, {"class_name": "ExampleCount"},
                   {"class_name": "Recall", "threshold": {"change_threshold": {"absolute": 1}}}]}]}
                """)
            .stream()
            .map(Finding::field)
            .toList();
    assertEquals(
        List.of(
            "eval_config.model_specs[0].label_key",
            "eval_config.slicing_specs[1]",
            "eval_config.metrics_specs[0].model_names",
            "eval_config.metrics_specs[0].metrics[0].config",
            "eval_config.metrics_specs[0].metrics[2].config",
            "eval_config.metrics_specs[0].metrics[3].threshold.change_threshold.direction"),
        fields);
  }

  @Test
  void findsModelSpecsThatAreNoPair() {
    String two =
        "{\"model_specs\": [{\"label_key\": \"a\", \"name\": \"x\"}, {\"label_key\": \"a\"%s}],"
            + " \"metrics_specs\": [{\"metrics\": [{\"class_name\": \"AUC\"}]}]}";
    assertEquals(1, check(two.formatted("")).size());
    assertEquals(List.of(), check(two.formatted(", \"name\": \"y\", \"is_baseline\": true")));
  }

  @Test
  void asksForAMetric() {
    assertEquals(
        List.of(
            new Finding(
                "eval_config.metrics_specs", "There is no metric.", "Add one, as ExampleCount.")),
        check("{\"model_specs\": [{\"label_key\": \"a\"}]}"));
  }

  @Test
  void leavesRuntimeParametersToTheRun() {
    ParameterValue reference = new ParameterValue.RuntimeReference("config");
    assertEquals(
        List.of(),
        EvalConfigCheck.check(
            "eval_config",
            ParameterValue.of(Map.of("model_specs", ParameterValue.of(List.of(reference))))));
  }
}
