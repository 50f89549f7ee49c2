package dev.pipewright.datavalidation.statistics;

/// Boundaries of quantiles in ascending order, and how many values lie up to each (not greater than
/// it). Equal boundaries stand side by side.
///
/// @param boundaries from the minimum to the maximum
/// @param cumulative the counts, as long as `boundaries`
public record Quantiles(double[] boundaries, double[] cumulative) {

  int size() {
    return boundaries.length;
  }

  /// The upper one of the middle boundaries.
  double median() {
    return boundaries[boundaries.length / 2];
  }

  /// Every `factor`-th boundary; `factor` divides the number of buckets.
  Quantiles everyNth(int factor) {
    int buckets = (size() - 1) / factor;
    double[] fewer = new double[buckets + 1];
    double[] counts = new double[buckets + 1];
    for (int i = 0; i <= buckets; i++) {
      fewer[i] = boundaries[i * factor];
      counts[i] = cumulative[i * factor];
    }
    return new Quantiles(fewer, counts);
  }
}
