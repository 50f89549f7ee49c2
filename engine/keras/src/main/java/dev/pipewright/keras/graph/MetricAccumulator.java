package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.Metric;

/// Adds up a metric over batches, in plain Java: for batches of predictions that have been fetched
/// anyway this costs less than operations in the graph.
public interface MetricAccumulator {

  /// An accumulator of nothing yet.
  static MetricAccumulator of(Metric metric) {
    return switch (metric) {
      case Metric.BinaryAccuracy(String _, double threshold) ->
          new MeanMetric(new BinaryMatches((float) threshold));
      case Metric.SparseCategoricalAccuracy _ -> new MeanMetric(MeanMetric::sparseMatches);
      case Metric.CategoricalAccuracy _ -> new MeanMetric(MeanMetric::oneHotMatches);
      case Metric.MeanSquaredError _ -> new MeanMetric(MeanMetric::squares);
      case Metric.MeanAbsoluteError _ -> new MeanMetric(MeanMetric::sizes);
      case Metric.Precision(String _, double threshold) ->
          new CountMetric((float) threshold, CountMetric.Ratio.PRECISION);
      case Metric.Recall(String _, double threshold) ->
          new CountMetric((float) threshold, CountMetric.Ratio.RECALL);
      case Metric.Auc auc -> new AucMetric(auc);
    };
  }

  /// Adds a batch.
  ///
  /// @param predictions row-major, `columns` an example
  /// @param labels one an example for class numbers, else as many as predictions
  /// @param columns values an example
  void add(float[] predictions, float[] labels, int columns);

  /// The metric so far; 0 if nothing was added.
  double result();

  /// Everything that has been added up, to be given to [#restore].
  double[] state();

  /// Goes on from there.
  void restore(double[] state);

  /// Forgets everything.
  default void reset() {
    restore(new double[state().length]);
  }
}
