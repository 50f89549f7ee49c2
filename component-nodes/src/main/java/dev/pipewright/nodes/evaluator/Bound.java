package dev.pipewright.nodes.evaluator;

import dev.pipewright.modelanalysis.config.EvalConfigs;
import dev.pipewright.modelanalysis.config.MetricPlan;
import dev.pipewright.modelanalysis.config.SliceThreshold;
import dev.pipewright.nodes.MetricNames;
import dev.pipewright.nodes.Texts;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.GenericValueThreshold;
import java.util.ArrayList;
import java.util.List;

/// A bound of a metric's value.
///
/// @param metric the metric's name, as `auc`
/// @param isLower whether the value must be at least, not at most, `limit`
/// @param limit the bound
record Bound(String metric, boolean isLower, double limit) {

  /// The bounds of values that hold for all examples, in the order of the config.
  ///
  /// @throws dev.pipewright.pipeline.ParameterException when it names a metric that there is not
  static List<Bound> of(EvalConfig config) {
    List<Bound> bounds = new ArrayList<>();
    MetricPlan.of(named(config))
        .thresholds()
        .forEach(
            (key, thresholds) ->
                thresholds.forEach(threshold -> add(key.getName(), threshold, bounds)));
    return bounds.stream().distinct().toList();
  }

  /// A config as it was evaluated names its models; one that a person wrote need not.
  private static EvalConfig named(EvalConfig config) {
    boolean isNamed =
        config.getMetricsSpecsList().stream().allMatch(spec -> spec.getModelNamesCount() > 0);
    return isNamed ? config : EvalConfigs.withoutBaseline(config);
  }

  private static void add(String metric, SliceThreshold threshold, List<Bound> bounds) {
    boolean isOverall =
        threshold.slices() == null
            || (threshold.slices().getFeatureKeysCount() == 0
                && threshold.slices().getFeatureValuesCount() == 0);
    if (!isOverall || !threshold.threshold().hasValueThreshold()) {
      return;
    }
    GenericValueThreshold value = threshold.threshold().getValueThreshold();
    if (value.hasLowerBound()) {
      bounds.add(new Bound(metric, true, value.getLowerBound().getValue()));
    }
    if (value.hasUpperBound()) {
      bounds.add(new Bound(metric, false, value.getUpperBound().getValue()));
    }
  }

  /// Whether a value is within the bound.
  boolean holds(double value) {
    return isLower ? value >= limit : value <= limit;
  }

  /// `auc ≥ 0.85`.
  String text() {
    return Texts.text(
        isLower ? "evaluation.at-least" : "evaluation.at-most",
        MetricNames.brief(metric),
        Texts.plain(limit));
  }
}
