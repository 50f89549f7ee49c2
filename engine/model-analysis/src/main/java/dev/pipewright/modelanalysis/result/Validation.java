package dev.pipewright.modelanalysis.result;

import dev.pipewright.modelanalysis.config.MetricPlan;
import dev.pipewright.modelanalysis.config.SliceThreshold;
import dev.pipewright.modelanalysis.slice.SliceKey;
import dev.pipewright.modelanalysis.slice.SliceSpec;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.GenericChangeThreshold;
import dev.pipewright.protos.tfma.GenericValueThreshold;
import dev.pipewright.protos.tfma.MetricDirection;
import dev.pipewright.protos.tfma.MetricKey;
import dev.pipewright.protos.tfma.MetricThreshold;
import dev.pipewright.protos.tfma.MetricValue;
import dev.pipewright.protos.tfma.MetricsForSlice;
import dev.pipewright.protos.tfma.MetricsForSlice.MetricKeyAndValue;
import dev.pipewright.protos.tfma.MetricsValidationForSlice;
import dev.pipewright.protos.tfma.SlicingDetails;
import dev.pipewright.protos.tfma.SlicingSpec;
import dev.pipewright.protos.tfma.ValidationDetails;
import dev.pipewright.protos.tfma.ValidationFailure;
import dev.pipewright.protos.tfma.ValidationResult;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Holds metrics against thresholds (TFMA's `metrics_validator.py`).
public final class Validation {

  private final SequencedMap<MetricKey, List<SliceThreshold>> thresholds;
  private final String baseline;
  private final SequencedMap<SlicingSpec, Integer> matches = new LinkedHashMap<>();

  private Validation(EvalConfig config, MetricPlan plan) {
    thresholds = plan.thresholds();
    baseline = Evaluations.baselineName(config);
  }

  /// What the thresholds say. Without any, the validation is not ok and says that they are missing.
  /// A metric that a slice lacks, and a slice that a threshold names but no example has, are
  /// failures.
  public static ValidationResult of(
      EvalConfig config, MetricPlan plan, List<MetricsForSlice> slices) {
    return new Validation(config, plan).validate(slices);
  }

  private ValidationResult validate(List<MetricsForSlice> slices) {
    ValidationResult.Builder result = ValidationResult.newBuilder();
    for (MetricsForSlice slice : slices) {
      MetricsValidationForSlice failures = failures(slice);
      if (failures.getFailuresCount() > 0) {
        result.addMetricValidationsPerSlice(failures);
      }
    }
    result.addAllMissingSlices(missingSlices());
    if (!matches.isEmpty()) {
      result.setValidationDetails(details());
    }
    boolean isOk =
        !slices.isEmpty()
            && !thresholds.isEmpty()
            && result.getMetricValidationsPerSliceCount() == 0
            && result.getMissingSlicesCount() == 0;
    return result.setValidationOk(isOk).setMissingThresholds(thresholds.isEmpty()).build();
  }

  private ValidationDetails details() {
    ValidationDetails.Builder details = ValidationDetails.newBuilder();
    matches.forEach(
        (spec, count) ->
            details.addSlicingDetails(
                SlicingDetails.newBuilder().setSlicingSpec(spec).setNumMatchingSlices(count)));
    return details.build();
  }

  private Set<SlicingSpec> missingSlices() {
    Set<SlicingSpec> missing = new LinkedHashSet<>();
    thresholds.forEach(
        (key, bounds) -> {
          if (!isBaseline(key)) {
            bounds.stream()
                .map(Validation::slices)
                .filter(s -> !matches.containsKey(s))
                .forEach(missing::add);
          }
        });
    return missing;
  }

  /// TFMA leaves the baseline's own metrics unchecked.
  private boolean isBaseline(MetricKey key) {
    return !baseline.isEmpty() && key.getModelName().equals(baseline);
  }

  private static SlicingSpec slices(SliceThreshold bound) {
    return bound.slices() == null ? SlicingSpec.getDefaultInstance() : bound.slices();
  }

  private MetricsValidationForSlice failures(MetricsForSlice slice) {
    var failures = MetricsValidationForSlice.newBuilder().setSliceKey(slice.getSliceKey());
    Map<MetricKey, MetricValue> values = new LinkedHashMap<>();
    for (MetricKeyAndValue metric : slice.getMetricKeysAndValuesList()) {
      values.put(metric.getKey(), metric.getValue());
    }
    Set<SlicingSpec> checked = new LinkedHashSet<>();
    SliceKey key = SliceKey.of(slice.getSliceKey());
    values.forEach((metric, value) -> check(metric, values, key, checked, failures));
    checked.forEach(spec -> matches.merge(spec, 1, Integer::sum));
    thresholds.forEach(
        (metric, bounds) -> {
          if (!values.containsKey(metric) && !isBaseline(metric)) {
            bounds.stream()
                .map(SliceThreshold::threshold)
                .distinct()
                .forEach(t -> failures.addFailures(notFound(metric, t)));
          }
        });
    return failures.build();
  }

  private static ValidationFailure notFound(MetricKey metric, MetricThreshold threshold) {
    return ValidationFailure.newBuilder()
        .setMetricKey(metric)
        .setMetricThreshold(threshold)
        .setMessage("Metric not found.")
        .build();
  }

  private void check(
      MetricKey metric,
      Map<MetricKey, MetricValue> values,
      SliceKey slice,
      Set<SlicingSpec> checked,
      MetricsValidationForSlice.Builder failures) {
    Set<MetricThreshold> failed = new HashSet<>();
    for (SliceThreshold bound : isBaseline(metric) ? List.<SliceThreshold>of() : bounds(metric)) {
      if (bound.slices() == null || SliceSpec.of(bound.slices()).covers(slice)) {
        checked.add(slices(bound));
        if (!holds(bound.threshold(), metric, values) && failed.add(bound.threshold())) {
          failures.addFailures(failure(metric, values, bound.threshold()));
        }
      }
    }
  }

  private List<SliceThreshold> bounds(MetricKey metric) {
    return thresholds.getOrDefault(metric, List.of());
  }

  private ValidationFailure failure(
      MetricKey metric, Map<MetricKey, MetricValue> values, MetricThreshold threshold) {
    MetricValue value = values.getOrDefault(metric, MetricValue.getDefaultInstance());
    var failure =
        ValidationFailure.newBuilder()
            .setMetricKey(metric)
            .setMetricThreshold(threshold)
            .setMetricValue(value);
    if (!value.hasDoubleValue()) {
      failure.setMessage("The metric is not one number and cannot be held against a threshold.");
    }
    return failure.build();
  }

  private boolean holds(
      MetricThreshold threshold, MetricKey metric, Map<MetricKey, MetricValue> values) {
    MetricValue value = values.getOrDefault(metric, MetricValue.getDefaultInstance());
    if (!value.hasDoubleValue()) {
      return false;
    }
    double number = value.getDoubleValue().getValue();
    if (threshold.hasValueThreshold()) {
      return isWithin(threshold.getValueThreshold(), number);
    }
    MetricKey baselineKey = metric.toBuilder().setModelName(baseline).clearIsDiff().build();
    MetricValue base = values.getOrDefault(baselineKey, MetricValue.getDefaultInstance());
    return isWithin(threshold.getChangeThreshold(), number, base.getDoubleValue().getValue());
  }

  private static boolean isWithin(GenericValueThreshold threshold, double value) {
    return (!threshold.hasLowerBound() || value >= threshold.getLowerBound().getValue())
        && (!threshold.hasUpperBound() || value <= threshold.getUpperBound().getValue())
        && !Double.isNaN(value);
  }

  private static boolean isWithin(
      GenericChangeThreshold threshold, double difference, double base) {
    double ratio = base == 0 ? Double.NaN : difference / base;
    MetricDirection direction = threshold.getDirection();
    return (!threshold.hasAbsolute()
            || isBetter(direction, difference, threshold.getAbsolute().getValue()))
        && (!threshold.hasRelative()
            || isBetter(direction, ratio, threshold.getRelative().getValue()));
  }

  private static boolean isBetter(MetricDirection direction, double change, double bound) {
    return switch (direction) {
      case LOWER_IS_BETTER -> change <= bound;
      case HIGHER_IS_BETTER -> change >= bound;
      case UNKNOWN, UNRECOGNIZED -> false;
    };
  }
}
