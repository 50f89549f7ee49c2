package dev.pipewright.modelanalysis.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.MetricConfig;
import dev.pipewright.protos.tfma.MetricsSpec;
import dev.pipewright.protos.tfma.ModelSpec;
import java.util.List;

/// Reads an EvalConfig from a parameter and fills in TFMA's defaults.
public final class EvalConfigs {

  /// The name of the model under evaluation, where there is a baseline.
  public static final String CANDIDATE = "candidate";

  /// The name of the model that it is compared with.
  public static final String BASELINE = "baseline";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private EvalConfigs() {}

  /// The config that a parameter holds, by protobuf's JSON mapping.
  ///
  /// @throws dev.pipewright.pipeline.ParameterException when it is none, with the path of what is
  ///   wrong
  public static EvalConfig parse(ParameterValue value) {
    EvalConfig.Builder config = EvalConfig.newBuilder();
    ProtoJson.parse(json(value), config, "eval_config");
    return config.build();
  }

  private static JsonNode json(ParameterValue value) {
    return switch (value) {
      case ParameterValue.Null n -> NODES.nullNode();
      case ParameterValue.Bool(boolean b) -> NODES.booleanNode(b);
      case ParameterValue.Int(long n) -> NODES.numberNode(n);
      case ParameterValue.Real(double x) -> NODES.numberNode(x);
      case ParameterValue.Text(String s) -> NODES.textNode(s);
      case ParameterValue.Items(List<ParameterValue> items) -> {
        ArrayNode array = NODES.arrayNode();
        items.forEach(i -> array.add(json(i)));
        yield array;
      }
      case ParameterValue.Fields(var fields) -> {
        ObjectNode object = NODES.objectNode();
        fields.forEach((k, v) -> object.set(k, json(v)));
        yield object;
      }
      case ParameterValue.RuntimeReference r ->
          throw new IllegalArgumentException("not yet replaced: " + r);
    };
  }

  /// The config of an evaluation of one model alone (TFMA's `update_eval_config_with_defaults` with
  /// `rubber_stamp`): without a baseline's spec and thresholds of change, and with the model's name
  /// empty.
  public static EvalConfig withoutBaseline(EvalConfig config) {
    EvalConfig.Builder updated = config.toBuilder().clearModelSpecs();
    config.getModelSpecsList().stream()
        .filter(s -> !s.getIsBaseline())
        .map(s -> s.toBuilder().clearName().build())
        .forEach(updated::addModelSpecs);
    for (MetricsSpec.Builder spec : updated.getMetricsSpecsBuilderList()) {
      spec.getMetricsBuilderList().forEach(EvalConfigs::clearChangeThresholds);
      spec.clearModelNames().addModelNames("");
    }
    return updated.build();
  }

  private static void clearChangeThresholds(MetricConfig.Builder metric) {
    if (metric.hasThreshold()) {
      metric.getThresholdBuilder().clearChangeThreshold();
    }
    metric
        .getPerSliceThresholdsBuilderList()
        .forEach(
            t -> {
              if (t.hasThreshold()) {
                t.getThresholdBuilder().clearChangeThreshold();
              }
            });
  }

  /// The config of an evaluation against a baseline: a lone model spec stands for both models,
  /// which are then named `candidate` and `baseline`.
  public static EvalConfig withBaseline(EvalConfig config) {
    EvalConfig.Builder updated = config.toBuilder();
    if (config.getModelSpecsCount() == 1) {
      ModelSpec only = config.getModelSpecs(0);
      updated
          .setModelSpecs(0, only.toBuilder().setName(CANDIDATE))
          .addModelSpecs(only.toBuilder().setName(BASELINE).setIsBaseline(true));
    }
    List<String> names = updated.getModelSpecsList().stream().map(ModelSpec::getName).toList();
    for (MetricsSpec.Builder spec : updated.getMetricsSpecsBuilderList()) {
      if (spec.getModelNamesCount() == 0) {
        spec.addAllModelNames(names);
      }
    }
    return updated.build();
  }
}
