package dev.pipewright.modelanalysis.metric;

/// A number that one example has, and whose mean over examples is a metric.
sealed interface RowValue permits RegressionError, Correctness, CrossEntropy {

  /// The example's number.
  double of(Scores scores, int row);
}
