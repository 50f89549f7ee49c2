package dev.pipewright.datavalidation.statistics;

/// Weight, mean and variance (of the population), merged without loss of precision: the formula of
/// TFDV's `MeanVarAccumulator` and `WeightedMeanVarAccumulator`. An infinite value makes the mean
/// NaN, as there.
///
/// @param count how many values, or the sum of their weights
/// @param mean their mean; 0 without values
/// @param variance their variance; 0 without values
record Moments(double count, double mean, double variance) {

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

  /// Of values that weigh so much.
  static Moments of(double[] values, double[] weights) {
    double weight = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      weight += weights[i];
      sum += values[i] * weights[i];
    }
    if (weight == 0) {
      return NONE;
    }
    double mean = sum / weight;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double difference = values[i] - mean;
      squares += difference * difference * weights[i];
    }
    return new Moments(weight, mean, squares / weight);
  }

  Moments merge(Moments other) {
    Moments large = other.count > count ? other : this;
    Moments small = other.count > count ? this : other;
    double sum = count + other.count;
    if (sum == 0) {
      return this;
    }
    double ratio = small.count / sum;
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
