package dev.pipewright.nodes.viewer;

import dev.pipewright.modelanalysis.result.EvaluationArtifact;
import dev.pipewright.modelanalysis.result.SliceMetrics;
import dev.pipewright.modelanalysis.slice.SliceKey;
import dev.pipewright.protos.tfma.GenericChangeThreshold;
import dev.pipewright.protos.tfma.GenericValueThreshold;
import dev.pipewright.protos.tfma.MetricKey;
import dev.pipewright.protos.tfma.MetricThreshold;
import dev.pipewright.protos.tfma.MetricValue;
import dev.pipewright.protos.tfma.ModelSpec;
import dev.pipewright.protos.tfma.ValidationResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is shown of an evaluation.
///
/// @param metrics the metrics that are one number, in the order of the file
/// @param slices the slices, all examples first
/// @param verdict what the thresholds say
/// @param misses the thresholds that are missed
record MetricTable(List<String> metrics, List<Slice> slices, Verdict verdict, List<Miss> misses) {

  /// What the thresholds say of the model.
  enum Verdict {
    MET,
    MISSED,
    /// There are none, or they were not checked.
    NONE
  }

  /// A slice.
  ///
  /// @param values a number a metric; null where the slice has none
  /// @param error why it has no metrics, or empty
  record Slice(String name, List<@Nullable Double> values, String error) {}

  /// A threshold that is missed.
  ///
  /// @param asked what is asked of the metric
  record Miss(String metric, String slice, double value, String asked) {}

  static MetricTable read(Path folder) {
    EvaluationArtifact evaluation = EvaluationArtifact.open(folder);
    Optional<ValidationResult> validation = EvaluationArtifact.validation(folder);
    SequencedSet<MetricKey> keys = keys(evaluation);
    return new MetricTable(
        keys.stream().map(MetricTable::name).toList(),
        evaluation.metrics().stream().map(s -> slice(s, keys)).toList(),
        validation.map(MetricTable::verdict).orElse(Verdict.NONE),
        validation.map(MetricTable::misses).orElse(List.of()));
  }

  /// The metrics that are numbers, without the baseline's own: their changes from it say as much.
  private static SequencedSet<MetricKey> keys(EvaluationArtifact evaluation) {
    Set<String> baselines =
        evaluation.run().getEvalConfig().getModelSpecsList().stream()
            .filter(ModelSpec::getIsBaseline)
            .map(ModelSpec::getName)
            .collect(Collectors.toSet());
    SequencedSet<MetricKey> keys = new LinkedHashSet<>();
    for (SliceMetrics slice : evaluation.metrics()) {
      slice
          .values()
          .forEach(
              (key, value) -> {
                if (value.hasDoubleValue() && !baselines.contains(key.getModelName())) {
                  keys.add(key);
                }
              });
    }
    return keys;
  }

  private static Slice slice(SliceMetrics slice, SequencedSet<MetricKey> keys) {
    List<@Nullable Double> values = new ArrayList<>();
    for (MetricKey key : keys) {
      MetricValue value = slice.values().get(key);
      values.add(
          value != null && value.hasDoubleValue() ? value.getDoubleValue().getValue() : null);
    }
    return new Slice(name(slice.slice()), values, slice.error());
  }

  private static String name(SliceKey slice) {
    return slice.equals(SliceKey.OVERALL)
        ? Messages.text("overall")
        : slice.parts().stream()
            .map(p -> p.feature() + " " + p.value())
            .collect(Collectors.joining(", "));
  }

  private static String name(MetricKey key) {
    String output = key.getOutputName().isEmpty() ? "" : key.getOutputName() + "/";
    return key.getIsDiff()
        ? Messages.text("evaluation.change", output + key.getName())
        : output + key.getName();
  }

  private static Verdict verdict(ValidationResult validation) {
    if (validation.getMissingThresholds()) {
      return Verdict.NONE;
    }
    return validation.getValidationOk() ? Verdict.MET : Verdict.MISSED;
  }

  private static List<Miss> misses(ValidationResult validation) {
    return validation.getMetricValidationsPerSliceList().stream()
        .flatMap(
            slice ->
                slice.getFailuresList().stream()
                    .map(
                        f ->
                            new Miss(
                                name(f.getMetricKey()),
                                name(SliceKey.of(slice.getSliceKey())),
                                f.getMetricValue().getDoubleValue().getValue(),
                                asked(f.getMetricThreshold()))))
        .toList();
  }

  private static String asked(MetricThreshold threshold) {
    if (threshold.hasChangeThreshold()) {
      return change(threshold.getChangeThreshold());
    }
    GenericValueThreshold value = threshold.getValueThreshold();
    List<String> bounds = new ArrayList<>();
    if (value.hasLowerBound()) {
      bounds.add(Messages.text("at.least", Messages.number(value.getLowerBound().getValue())));
    }
    if (value.hasUpperBound()) {
      bounds.add(Messages.text("at.most", Messages.number(value.getUpperBound().getValue())));
    }
    return String.join(", ", bounds);
  }

  private static String change(GenericChangeThreshold change) {
    String key =
        change.getDirection().name().equals("LOWER_IS_BETTER") ? "change.most" : "change.least";
    double limit =
        change.hasAbsolute() ? change.getAbsolute().getValue() : change.getRelative().getValue();
    return Messages.text(key, Messages.number(limit));
  }
}
