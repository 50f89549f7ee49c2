package dev.pipewright.nodes.evaluator;

import dev.pipewright.modelanalysis.result.EvaluationArtifact;
import dev.pipewright.modelanalysis.result.SliceMetrics;
import dev.pipewright.protos.tfma.MetricKey;
import dev.pipewright.protos.tfma.ValidationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What an evaluation says of a model.
///
/// @param blessing what became of the blessing
/// @param slices how many slices were measured; all examples count as one
/// @param metric the number that decides, or else the first; null where there is none
/// @param failures in how many slices a metric is out of its bounds
record Verdict(Blessing blessing, int slices, @Nullable Metric metric, int failures) {

  /// What became of the blessing.
  enum Blessing {
    BLESSED,
    NOT_BLESSED,
    /// No thresholds were set, or they were not checked.
    NONE
  }

  /// A number over all examples.
  ///
  /// @param name the metric's name, as `auc`
  /// @param value its value
  /// @param bound what is asked of it, or null for nothing
  record Metric(String name, double value, @Nullable Bound bound) {

    boolean isWithinBound() {
      return bound == null || bound.holds(value);
    }
  }

  static Verdict read(Map<String, Path> folders) {
    Path folder = Objects.requireNonNull(folders.get("evaluation"));
    EvaluationArtifact evaluation = EvaluationArtifact.open(folder);
    Optional<ValidationResult> validation = EvaluationArtifact.validation(folder);
    return new Verdict(
        blessing(folders.get("blessing")),
        evaluation.metrics().size(),
        evaluation
            .overall()
            .map(overall -> metric(overall, Bound.of(evaluation.run().getEvalConfig())))
            .orElse(null),
        validation.map(ValidationResult::getMetricValidationsPerSliceCount).orElse(0));
  }

  private static Blessing blessing(@Nullable Path folder) {
    if (folder != null && Files.exists(folder.resolve("BLESSED"))) {
      return Blessing.BLESSED;
    }
    return folder != null && Files.exists(folder.resolve("NOT_BLESSED"))
        ? Blessing.NOT_BLESSED
        : Blessing.NONE;
  }

  /// The first that is out of its bound, else the first with a bound, else the first.
  private static @Nullable Metric metric(SliceMetrics overall, List<Bound> bounds) {
    Metric first = null;
    for (Bound bound : bounds) {
      OptionalDouble value = overall.value(bound.metric());
      if (value.isPresent()) {
        Metric metric = new Metric(bound.metric(), value.getAsDouble(), bound);
        if (!metric.isWithinBound()) {
          return metric;
        }
        first = first == null ? metric : first;
      }
    }
    return first == null ? unbounded(overall) : first;
  }

  private static @Nullable Metric unbounded(SliceMetrics overall) {
    for (MetricKey key : overall.values().keySet()) {
      OptionalDouble value = overall.value(key.getName());
      if (!key.getName().endsWith("example_count") && value.isPresent()) {
        return new Metric(key.getName(), value.getAsDouble(), null);
      }
    }
    return null;
  }
}
