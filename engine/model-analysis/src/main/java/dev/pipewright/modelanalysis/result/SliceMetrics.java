package dev.pipewright.modelanalysis.result;

import dev.pipewright.modelanalysis.slice.SliceKey;
import dev.pipewright.protos.tfma.MetricKey;
import dev.pipewright.protos.tfma.MetricValue;
import dev.pipewright.protos.tfma.MetricsForSlice;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// The metrics of a slice.
///
/// @param slice the slice
/// @param values the metrics, in the order of the file
/// @param error why there are none, or an empty text
public record SliceMetrics(
    SliceKey slice, SequencedMap<MetricKey, MetricValue> values, String error) {

  public SliceMetrics {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  // TFMA writes errors to a map that is deprecated.
  @SuppressWarnings("deprecation")
  static SliceMetrics of(MetricsForSlice proto) {
    var values = new LinkedHashMap<MetricKey, MetricValue>();
    proto.getMetricKeysAndValuesList().forEach(m -> values.put(m.getKey(), m.getValue()));
    String error =
        proto
            .getMetricsOrDefault(Evaluations.ERROR_METRIC, MetricValue.getDefaultInstance())
            .getDebugMessage();
    return new SliceMetrics(SliceKey.of(proto.getSliceKey()), values, error);
  }

  /// The number that a metric of the evaluated model is, by its name, as `auc`. Empty when there is
  /// no such metric, or it is not one number. Of a weighted and an unweighted one, the first.
  public OptionalDouble value(String name) {
    return values.entrySet().stream()
        .filter(e -> e.getKey().getName().equals(name) && !e.getKey().getIsDiff())
        .filter(e -> e.getValue().hasDoubleValue())
        .mapToDouble(e -> e.getValue().getDoubleValue().getValue())
        .findFirst();
  }
}
