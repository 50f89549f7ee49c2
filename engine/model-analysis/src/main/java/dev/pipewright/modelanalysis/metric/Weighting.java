package dev.pipewright.modelanalysis.metric;

/// Whether examples count by their weights or equally; TFMA's `example_weighted`.
public enum Weighting {
  /// By the weights, where the data has any.
  WEIGHTED,
  /// Each example counts one.
  UNWEIGHTED,
}
