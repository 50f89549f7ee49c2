package dev.pipewright.datavalidation.statistics;

import dev.pipewright.protos.tfmd.Histogram;
import dev.pipewright.protos.tfmd.Histogram.HistogramType;

/// Histograms from quantiles, after TFDV's `quantiles_util`.
final class Histograms {

  private Histograms() {}

  /// One bucket between each two boundaries. Buckets with the same upper bound share their count
  /// equally, and those that equal the first also share the count of the minimum.
  static Histogram.Builder quantiles(Quantiles quantiles) {
    double[] bounds = quantiles.boundaries();
    double[] counts = bucketCounts(quantiles);
    Histogram.Builder histogram = Histogram.newBuilder().setType(HistogramType.QUANTILES);
    for (int i = 0; i < counts.length; i++) {
      histogram
          .addBucketsBuilder()
          .setLowValue(bounds[i])
          .setHighValue(bounds[i + 1])
          .setSampleCount(counts[i]);
    }
    return histogram;
  }

  /// What lies in each bucket of `quantiles`.
  static double[] bucketCounts(Quantiles quantiles) {
    double[] bounds = quantiles.boundaries();
    double[] cumulative = quantiles.cumulative();
    int n = Math.max(0, bounds.length - 1);
    double[] counts = new double[n];
    for (int i = 0; i < n; i++) {
      counts[i] = cumulative[i + 1] - cumulative[i];
    }
    for (int i = 0, j; i < n; i = j) {
      double sum = 0;
      for (j = i; j < n && bounds[j + 1] == bounds[i + 1]; j++) {
        sum += counts[j];
      }
      for (int k = i; k < j && j > i + 1; k++) {
        counts[k] = sum / (j - i);
      }
    }
    int first = 0;
    while (first < n && bounds[first] == bounds[0] && bounds[first + 1] == bounds[1]) {
      first++;
    }
    for (int i = 0; i < first; i++) {
      counts[i] += cumulative[0] / first;
    }
    return counts;
  }
}
