package dev.pipewright.modelanalysis.config;

import dev.pipewright.modelanalysis.metric.MetricCatalog;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.MetricConfig;
import dev.pipewright.protos.tfma.MetricDirection;
import dev.pipewright.protos.tfma.MetricThreshold;
import dev.pipewright.protos.tfma.MetricsSpec;
import dev.pipewright.protos.tfma.ModelSpec;
import dev.pipewright.protos.tfma.SlicingSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds what is wrong with an EvalConfig before anything runs.
public final class EvalConfigCheck {

  private final List<Finding> findings = new ArrayList<>();

  private EvalConfigCheck() {}

  /// What is wrong with the config in a parameter. A config with runtime parameters in it is left
  /// alone, as their values are not known.
  ///
  /// @param field the parameter's name
  public static List<Finding> check(String field, ParameterValue value) {
    if (hasReference(value)) {
      return List.of();
    }
    try {
      EvalConfigCheck check = new EvalConfigCheck();
      check.check(field, EvalConfigs.parse(value));
      return List.copyOf(check.findings);
    } catch (ParameterException e) {
      return List.of(new Finding(field, e.what(), e.fix()));
    }
  }

  private static boolean hasReference(ParameterValue value) {
    return switch (value) {
      case ParameterValue.RuntimeReference r -> true;
      case ParameterValue.Items(var items) ->
          items.stream().anyMatch(EvalConfigCheck::hasReference);
      case ParameterValue.Fields(var fields) ->
          fields.values().stream().anyMatch(EvalConfigCheck::hasReference);
      default -> false;
    };
  }

  private void check(String field, EvalConfig config) {
    checkModels(field + ".model_specs", config.getModelSpecsList());
    for (int i = 0; i < config.getSlicingSpecsCount(); i++) {
      checkSlices(field + ".slicing_specs[" + i + "]", config.getSlicingSpecs(i));
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < config.getMetricsSpecsCount(); i++) {
      MetricsSpec spec = config.getMetricsSpecs(i);
      String at = field + ".metrics_specs[" + i + "]";
      checkModelNames(at, spec, config.getModelSpecsList());
      for (int j = 0; j < spec.getMetricsCount(); j++) {
        checkMetric(at + ".metrics[" + j + "]", spec.getMetrics(j), names);
      }
    }
    if (names.isEmpty() && findings.isEmpty()) {
      add(field + ".metrics_specs", "There is no metric.", "Add one, as ExampleCount.");
    }
  }

  private void checkModels(String field, List<ModelSpec> specs) {
    if (specs.isEmpty() || specs.size() > 2) {
      add(
          field,
          "There are " + specs.size() + " model specs.",
          "Give one: it also goes for the baseline model.");
    }
    for (int i = 0; i < specs.size(); i++) {
      if (specs.get(i).getLabelKey().isEmpty()) {
        add(field + "[" + i + "].label_key", "The label is not named.", "Name its feature.");
      }
    }
    boolean isPair =
        specs.stream().filter(ModelSpec::getIsBaseline).count() == 1
            && specs.stream().map(ModelSpec::getName).distinct().count() == 2
            && specs.stream().noneMatch(s -> s.getName().isEmpty());
    if (specs.size() == 2 && !isPair) {
      add(
          field,
          "Of two model specs, each needs a name, and one must be the baseline's.",
          "Set name in both and is_baseline in one, or give one spec for both models.");
    }
    if (specs.size() == 1 && specs.getFirst().getIsBaseline()) {
      add(field + "[0].is_baseline", "There is no spec of the model.", "Remove is_baseline.");
    }
  }

  private void checkModelNames(String field, MetricsSpec spec, List<ModelSpec> models) {
    Set<String> names = new HashSet<>(models.stream().map(ModelSpec::getName).toList());
    names.add(EvalConfigs.CANDIDATE);
    names.add(EvalConfigs.BASELINE);
    for (String name : spec.getModelNamesList()) {
      if (!names.contains(name)) {
        add(field + ".model_names", "No model spec is named " + name + ".", "Remove the name.");
      }
    }
  }

  private void checkSlices(String field, SlicingSpec spec) {
    for (String feature : spec.getFeatureKeysList()) {
      if (spec.containsFeatureValues(feature)) {
        add(
            field,
            "The feature " + feature + " is in feature_keys and in feature_values.",
            "Keep it in one of them.");
      }
    }
  }

  private void checkMetric(String field, MetricConfig metric, Set<String> names) {
    try {
      String name = MetricCatalog.create(metric.getClassName(), metric.getConfig()).name();
      if (!names.add(name)) {
        add(
            field + ".config",
            "Two metrics have the name " + name + ".",
            "Give one another name: \"name\": \"" + name + "_2\".");
      }
    } catch (ParameterException e) {
      add(field + "." + e.where().subject(), e.what(), e.fix());
    }
    checkThreshold(field + ".threshold", metric.getThreshold());
    for (int i = 0; i < metric.getPerSliceThresholdsCount(); i++) {
      checkThreshold(
          field + ".per_slice_thresholds[" + i + "].threshold",
          metric.getPerSliceThresholds(i).getThreshold());
    }
  }

  private void checkThreshold(String field, MetricThreshold threshold) {
    if (threshold.hasChangeThreshold()
        && threshold.getChangeThreshold().getDirection() == MetricDirection.UNKNOWN) {
      add(
          field + ".change_threshold.direction",
          "Which way the metric gets better is not said.",
          "Set direction to HIGHER_IS_BETTER or LOWER_IS_BETTER.");
    }
  }

  private void add(String field, String what, String fix) {
    findings.add(new Finding(field, what, fix));
  }
}
