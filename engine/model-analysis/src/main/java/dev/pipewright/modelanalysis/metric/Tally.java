package dev.pipewright.modelanalysis.metric;

/// A running count over examples, mutable and not safe for several threads at once.
public sealed interface Tally
    permits CountTally, TotalsTally, MeanTally, HistogramTally, ConfusionTally {

  /// Counts one more example.
  ///
  /// @throws dev.pipewright.pipeline.DataException when the metric cannot take such a label or
  ///   prediction
  void add(Scores scores, int row);

  /// Adds what another tally of the same measure has counted, of later rows.
  ///
  /// @throws ClassCastException when it is a tally of another measure
  void merge(Tally later);
}
