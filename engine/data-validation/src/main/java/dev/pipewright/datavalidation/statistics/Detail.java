package dev.pipewright.datavalidation.statistics;

/// How fine statistics are: the numbers among TFDV's `StatsOptions`, with its names.
///
/// @param numTopValues how many of the most frequent values string statistics name
/// @param numRankHistogramBuckets how many of them the rank histogram has
/// @param frequencyThreshold how often a value occurs at least that is named
/// @param weightedFrequencyThreshold what a value weighs at least that is named with its weight
/// @param numValuesHistogramBuckets buckets of the histogram of list lengths, 2 at least
/// @param numHistogramBuckets buckets of equal width
/// @param numQuantilesHistogramBuckets buckets of equal count
public record Detail(
    int numTopValues,
    int numRankHistogramBuckets,
    long frequencyThreshold,
    double weightedFrequencyThreshold,
    int numValuesHistogramBuckets,
    int numHistogramBuckets,
    int numQuantilesHistogramBuckets) {

  /// TFDV's.
  public static final Detail DEFAULT = new Detail(20, 1000, 1, 1, 10, 10, 10);

  public Detail {
    if (numTopValues < 0
        || numRankHistogramBuckets < 0
        || numValuesHistogramBuckets < 2
        || numHistogramBuckets < 1
        || numQuantilesHistogramBuckets < 1) {
      throw new IllegalArgumentException("too few buckets or values");
    }
  }
}
