package dev.pipewright.datavalidation.statistics;

/// Count, mean and variance (of the population), merged without loss of precision: the formula of
/// TFDV's `MeanVarAccumulator`. An infinite value makes the mean NaN, as there.
///
/// @param count how many values
/// @param mean their mean; 0 without values
/// @param variance their variance; 0 without values
record Moments(long count, double mean, double variance) {

  static final Moments NONE = new Moments(0, 0, 0);

  /// Of values that occur so often.
  static Moments of(double[] values, long[] counts) {
    long n = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      n += counts[i];
      sum += values[i] * counts[i];
    }
    double mean = sum / n;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double difference = values[i] - mean;
      squares += difference * difference * counts[i];
    }
    return NONE.merge(new Moments(n, mean, squares / n));
  }

  Moments merge(Moments other) {
    Moments large = other.count > count ? other : this;
    Moments small = other.count > count ? this : other;
    long sum = count + other.count;
    if (sum == 0) {
      return this;
    }
    double ratio = (double) small.count / sum;
    double newMean = large.mean + ratio * (small.mean - large.mean);
    double newVariance =
        large.variance
            + ratio
                * (small.variance
                    - large.variance
                    + (small.mean - newMean) * (small.mean - large.mean));
    return new Moments(sum, newMean, newVariance);
  }

  double standardDeviation() {
    return variance > 0 ? Math.sqrt(variance) : 0;
  }
}
