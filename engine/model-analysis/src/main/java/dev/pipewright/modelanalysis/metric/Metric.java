package dev.pipewright.modelanalysis.metric;

import dev.pipewright.protos.tfma.MetricValue;
import java.util.function.Function;

/// A metric with its settings: what to tally, and how to read its value off the tally.
///
/// @param name its name among the results, as `auc`
/// @param stage when it is computed, which is the order of results
/// @param measure what to tally
/// @param reading its value, off a tally of that measure
public record Metric(
    String name,
    Stage stage,
    Function<Weighting, Measure> measure,
    Function<Tally, MetricValue> reading) {

  /// In TFMA's results, metrics come by stage, and within a stage as they are configured.
  public enum Stage {
    /// Keras's own metrics.
    KERAS,
    /// TFMA's metrics that are folds themselves.
    COMBINED,
    /// TFMA's metrics that are derived from a fold that they share.
    DERIVED,
    /// Plots: their value goes to the plots.
    PLOT,
  }
}
