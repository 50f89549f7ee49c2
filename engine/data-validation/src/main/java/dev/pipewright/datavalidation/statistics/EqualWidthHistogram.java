package dev.pipewright.datavalidation.statistics;

import dev.pipewright.protos.tfmd.Histogram;
import dev.pipewright.protos.tfmd.Histogram.HistogramType;
import java.util.Arrays;

/// A histogram with buckets of equal width, made by spreading the counts of many quantiles over
/// them (TFDV's `generate_equi_width_histogram`). Infinite values get buckets of their own.
///
/// TFDV computes with NumPy's scalars of the feature's type, so for floats bounds and counts are
/// rounded to float32 at each step. That is repeated here, operation by operation.
final class EqualWidthHistogram {

  private final boolean isSinglePrecision;
  private final double finiteMin;
  private final double finiteMax;

  private final boolean isConstant;

  EqualWidthHistogram(boolean isSinglePrecision, double finiteMin, double finiteMax) {
    this(isSinglePrecision, finiteMin, finiteMax, finiteMin == finiteMax);
  }

  /// @param isConstant whether there is one value alone; integers may differ where doubles do not
  EqualWidthHistogram(
      boolean isSinglePrecision, double finiteMin, double finiteMax, boolean isConstant) {
    this.isConstant = isConstant;
    this.isSinglePrecision = isSinglePrecision;
    this.finiteMin = finiteMin;
    this.finiteMax = finiteMax;
  }

  Histogram.Builder of(Quantiles quantiles, int buckets, double positiveInfinities) {
    Histogram.Builder histogram = Histogram.newBuilder().setType(HistogramType.STANDARD);
    if (Double.isInfinite(finiteMin)) {
      add(histogram, finiteMin, finiteMax, quantiles.cumulative()[quantiles.size() - 1]);
      return histogram;
    }
    double[] bounds = isConstant ? new double[] {finiteMin, finiteMax} : bounds(buckets);
    if (!Arrays.stream(bounds).allMatch(Double::isFinite)) {
      return histogram;
    }
    int negative = negativeInfinities(quantiles);
    double negativeCount = negative == 0 ? 0 : quantiles.cumulative()[negative - 1];
    if (negativeCount > 0) {
      add(histogram, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, negativeCount);
    }
    spread(finite(quantiles, negative, positiveInfinities), bounds, histogram);
    if (positiveInfinities > 0) {
      add(histogram, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, positiveInfinities);
    }
    return histogram;
  }

  // NumPy's linspace.
  private double[] bounds(int buckets) {
    double delta = round(finiteMax - finiteMin);
    double step = round(delta / buckets);
    double[] bounds = new double[buckets + 1];
    for (int i = 0; i <= buckets; i++) {
      double offset = step == 0 ? round(round((double) i / buckets) * delta) : round(i * step);
      bounds[i] = round(offset + finiteMin);
    }
    bounds[buckets] = finiteMax;
    return bounds;
  }

  private static int negativeInfinities(Quantiles quantiles) {
    int n = 0;
    while (n < quantiles.size() && quantiles.boundaries()[n] == Double.NEGATIVE_INFINITY) {
      n++;
    }
    return n;
  }

  private Quantiles finite(Quantiles quantiles, int negative, double positiveInfinities) {
    double[] bounds = quantiles.boundaries();
    double[] counts = quantiles.cumulative();
    double before = negative == 0 ? 0 : counts[negative - 1];
    int end = bounds.length;
    while (positiveInfinities > 0
        && end > negative
        && bounds[end - 1] == Double.POSITIVE_INFINITY) {
      end--;
    }
    // The bucket that ends at infinity may hold finite values too: it is cut at the greatest.
    int extra = positiveInfinities > 0 ? 1 : 0;
    double[] finiteBounds =
        Arrays.copyOf(Arrays.copyOfRange(bounds, negative, end), end - negative + extra);
    double[] finiteCounts = new double[finiteBounds.length];
    for (int i = negative; i < end; i++) {
      finiteCounts[i - negative] = counts[i] - before;
    }
    if (extra == 1) {
      finiteBounds[end - negative] = finiteMax;
      finiteCounts[end - negative] = counts[counts.length - 1] - before - positiveInfinities;
    }
    return new Quantiles(finiteBounds, finiteCounts);
  }

  private void spread(Quantiles quantiles, double[] bounds, Histogram.Builder histogram) {
    double[] from = quantiles.boundaries();
    double[] counts = Histograms.bucketCounts(quantiles);
    int start = 0;
    for (int i = 0; i + 1 < bounds.length; i++) {
      Sum sum = new Sum();
      for (int j = start; j < counts.length && from[j] <= bounds[i + 1]; j++) {
        if (precedes(from[j], from[j + 1], bounds[i], i == 0)) {
          start = j;
        } else {
          addOverlap(sum, from[j], from[j + 1], counts[j], bounds[i], bounds[i + 1]);
        }
      }
      add(histogram, bounds[i], bounds[i + 1], sum.value);
    }
  }

  private static boolean precedes(double low, double high, double bound, boolean isFirst) {
    return high < bound || (high == low && low == bound && !isFirst);
  }

  private void addOverlap(
      Sum sum, double low, double high, double count, double lowBound, double highBound) {
    if (lowBound <= low && highBound >= high) {
      sum.add(count);
      return;
    }
    double overlap = round(Math.min(high, highBound) - Math.max(low, lowBound));
    sum.addScaled(round(overlap / round(high - low)), count);
  }

  private static void add(Histogram.Builder histogram, double low, double high, double count) {
    histogram.addBucketsBuilder().setLowValue(low).setHighValue(high).setSampleCount(count);
  }

  private double round(double value) {
    return isSinglePrecision ? (float) value : value;
  }

  // A Python sum that becomes a float32 once a float32 is added to it.
  private final class Sum {
    private double value;
    private boolean isSingle;

    void add(double count) {
      value = isSingle ? (float) value + (float) count : value + count;
    }

    void addScaled(double fraction, double count) {
      isSingle = isSinglePrecision;
      double scaled = isSingle ? (float) fraction * (float) count : fraction * count;
      value = isSingle ? (float) value + (float) scaled : value + scaled;
    }
  }
}
