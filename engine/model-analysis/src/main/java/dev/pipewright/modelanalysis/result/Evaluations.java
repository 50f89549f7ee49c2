package dev.pipewright.modelanalysis.result;

import com.google.protobuf.DoubleValue;
import dev.pipewright.modelanalysis.config.MetricPlan;
import dev.pipewright.modelanalysis.metric.Metric.Stage;
import dev.pipewright.modelanalysis.slice.MetricFold.Tallies;
import dev.pipewright.modelanalysis.slice.SliceKey;
import dev.pipewright.protos.tfma.ArrayValue;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.MetricKey;
import dev.pipewright.protos.tfma.MetricValue;
import dev.pipewright.protos.tfma.MetricsForSlice;
import dev.pipewright.protos.tfma.MetricsForSlice.MetricKeyAndValue;
import dev.pipewright.protos.tfma.ModelSpec;
import dev.pipewright.protos.tfma.PlotData;
import dev.pipewright.protos.tfma.PlotKey;
import dev.pipewright.protos.tfma.PlotsForSlice;
import dev.pipewright.protos.tfma.PlotsForSlice.PlotKeyAndValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;

/// Reads metrics off the tallies of slices.
public final class Evaluations {

  /// The key under which TFMA writes why a slice has no metrics.
  static final String ERROR_METRIC = "__ERROR__";

  private static final String DEFAULT_PLOT = "confusion_matrix_plot";

  private final MetricPlan plan;
  private final String baseline;
  private final int minSliceSize;

  private Evaluations(EvalConfig config, MetricPlan plan) {
    this.plan = plan;
    this.baseline = baselineName(config);
    this.minSliceSize = config.getOptions().getMinSliceSize().getValue();
  }

  /// The name of the config's baseline model, or an empty text.
  static String baselineName(EvalConfig config) {
    return config.getModelSpecsList().stream()
        .filter(ModelSpec::getIsBaseline)
        .map(ModelSpec::getName)
        .findFirst()
        .orElse("");
  }

  /// The metrics and plots of each slice, and what the models differ by where there is a baseline.
  public static EvaluationResult of(
      EvalConfig config, MetricPlan plan, SortedMap<SliceKey, Tallies> slices) {
    Evaluations evaluations = new Evaluations(config, plan);
    List<MetricsForSlice> metrics = new ArrayList<>();
    List<PlotsForSlice> plots = new ArrayList<>();
    slices.forEach(
        (slice, tallies) -> {
          boolean isLargeEnough =
              slice.equals(SliceKey.OVERALL) || tallies.exampleCount() >= evaluations.minSliceSize;
          metrics.add(
              isLargeEnough ? evaluations.metrics(slice, tallies) : evaluations.tooSmall(slice));
          plots.add(
              isLargeEnough
                  ? evaluations.plots(slice, tallies)
                  : PlotsForSlice.newBuilder().setSliceKey(slice.toProto()).build());
        });
    return new EvaluationResult(metrics, plots);
  }

  private MetricsForSlice metrics(SliceKey slice, Tallies tallies) {
    SequencedMap<MetricKey, MetricValue> values = new LinkedHashMap<>();
    for (MetricPlan.Reading reading : plan.readings()) {
      if (reading.stage() != Stage.PLOT) {
        values.put(reading.key(), reading.value().apply(tallies.get(reading.measure())));
      }
    }
    values.putAll(differences(values));
    var metrics = MetricsForSlice.newBuilder().setSliceKey(slice.toProto());
    values.forEach(
        (key, value) ->
            metrics.addMetricKeysAndValues(
                MetricKeyAndValue.newBuilder().setKey(key).setValue(value)));
    return metrics.build();
  }

  private Map<MetricKey, MetricValue> differences(Map<MetricKey, MetricValue> values) {
    SequencedMap<MetricKey, MetricValue> differences = new LinkedHashMap<>();
    for (var entry : values.entrySet()) {
      MetricKey key = entry.getKey();
      MetricValue base = values.get(key.toBuilder().setModelName(baseline).build());
      if (!baseline.isEmpty() && !key.getModelName().equals(baseline) && base != null) {
        MetricKey difference = key.toBuilder().setIsDiff(true).build();
        MetricValue value = entry.getValue();
        if (value.hasDoubleValue()) {
          differences.put(difference, difference(value.getDoubleValue(), base.getDoubleValue()));
        } else if (value.hasArrayValue()) {
          differences.put(difference, difference(value.getArrayValue(), base.getArrayValue()));
        }
      }
    }
    return differences;
  }

  private static MetricValue difference(DoubleValue value, DoubleValue base) {
    return MetricValue.newBuilder()
        .setDoubleValue(DoubleValue.of(value.getValue() - base.getValue()))
        .build();
  }

  private static MetricValue difference(ArrayValue value, ArrayValue base) {
    ArrayValue.Builder difference = value.toBuilder();
    for (int i = 0; i < value.getFloat64ValuesCount(); i++) {
      difference.setFloat64Values(i, value.getFloat64Values(i) - base.getFloat64Values(i));
    }
    return MetricValue.newBuilder().setArrayValue(difference).build();
  }

  // The map is deprecated, but TFMA has no other place for an error.
  @SuppressWarnings("deprecation")
  private MetricsForSlice tooSmall(SliceKey slice) {
    String message =
        "Example count for this slice key is lower than the minimum required value: "
            + minSliceSize
            + ". No data is aggregated for this slice.";
    return MetricsForSlice.newBuilder()
        .setSliceKey(slice.toProto())
        .putMetrics(ERROR_METRIC, MetricValue.newBuilder().setDebugMessage(message).build())
        .build();
  }

  private PlotsForSlice plots(SliceKey slice, Tallies tallies) {
    var plots = PlotsForSlice.newBuilder().setSliceKey(slice.toProto());
    for (MetricPlan.Reading reading : plan.readings()) {
      if (reading.stage() == Stage.PLOT) {
        MetricValue value = reading.value().apply(tallies.get(reading.measure()));
        plots.addPlotKeysAndValues(
            PlotKeyAndValue.newBuilder()
                .setKey(plotKey(reading.key()))
                .setValue(
                    PlotData.newBuilder()
                        .setConfusionMatrixAtThresholds(value.getConfusionMatrixAtThresholds())));
      }
    }
    return plots.build();
  }

  /// TFMA leaves out the name of a plot that has its default one.
  private static PlotKey plotKey(MetricKey key) {
    PlotKey.Builder plot =
        PlotKey.newBuilder()
            .setModelName(key.getModelName())
            .setExampleWeighted(key.getExampleWeighted());
    return key.getName().equals(DEFAULT_PLOT) ? plot.build() : plot.setName(key.getName()).build();
  }
}
