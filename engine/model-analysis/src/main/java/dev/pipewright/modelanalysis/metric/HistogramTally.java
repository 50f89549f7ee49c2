package dev.pipewright.modelanalysis.metric;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Labels by prediction (TFMA's `calibration_histogram.py`): ten thousand buckets from 0 to 1, one
/// below and one above. Confusion matrices at many thresholds are read off it.
final class HistogramTally implements Tally {

  private static final int BUCKETS = 10_000;
  private static final double EPSILON = 1e-7;
  // Buckets come into being in chunks, as most slices fill few.
  private static final int CHUNK = 16;

  private final Weighting weighting;
  private final double[] @Nullable [] chunks = new double[(BUCKETS + 2) / CHUNK + 1][];

  HistogramTally(Weighting weighting) {
    this.weighting = weighting;
  }

  @Override
  public void add(Scores scores, int row) {
    double weight = scores.weight(row, weighting);
    for (int i = 0; i < scores.predictions().width(); i++) {
      double label = FractionalLabels.require(scores.labelOf(row, i));
      int bucket = bucketOf(scores.predictions().at(row, i));
      double[] chunk = chunk(bucket / CHUNK);
      int at = 2 * (bucket % CHUNK);
      chunk[at] += weight * label;
      chunk[at + 1] += weight * (1 - label);
    }
  }

  private static int bucketOf(double prediction) {
    if (Double.isNaN(prediction)) {
      throw new DataException(
          "The model predicts NaN.",
          Location.subject("model"),
          "Look at its training loss: a smaller learning rate, or filling missing features, helps.");
    }
    double index = prediction * BUCKETS + 1;
    return index < 0 ? 0 : (int) Math.min(index, BUCKETS + 1);
  }

  private double[] chunk(int index) {
    double[] chunk = chunks[index];
    if (chunk == null) {
      chunk = new double[2 * CHUNK];
      chunks[index] = chunk;
    }
    return chunk;
  }

  @Override
  public void merge(Tally later) {
    HistogramTally other = (HistogramTally) later;
    for (int c = 0; c < chunks.length; c++) {
      double[] theirs = other.chunks[c];
      if (theirs != null) {
        double[] ours = chunk(c);
        for (int i = 0; i < ours.length; i++) {
          ours[i] += theirs[i];
        }
      }
    }
  }

  /// The matrices at these ascending thresholds, as `binary_confusion_matrices.py` derives them:
  /// thresholds are moved by an epsilon, as buckets include their lower bound and a prediction must
  /// be greater than a threshold.
  ConfusionMatrices matrices(double[] thresholds) {
    Bins bins = Bins.of(this, thresholds);
    return bins.matrices(IntStream.range(0, thresholds.length).toArray());
  }

  /// Those of the matrices at which counts change, with the first and the last: the curve through
  /// them is the same, and small slices have few.
  ConfusionMatrices distinctMatrices(double[] thresholds) {
    Bins bins = Bins.of(this, thresholds);
    return bins.matrices(IntStream.range(0, thresholds.length).filter(bins::hasChangeAt).toArray());
  }

  /// Weighted positives and negatives between the bounds; what lies before the first goes to it.
  private double[][] rebinned(double[] bounds) {
    double[][] sums = new double[2][bounds.length];
    int bin = 0;
    for (int c = 0; c < chunks.length; c++) {
      double[] chunk = chunks[c];
      for (int i = 0; chunk != null && i < CHUNK; i++) {
        double prediction = lowerBound(c * CHUNK + i);
        while (bin + 1 < bounds.length && prediction >= bounds[bin + 1]) {
          bin++;
        }
        sums[0][bin] += chunk[2 * i];
        sums[1][bin] += chunk[2 * i + 1];
      }
    }
    return sums;
  }

  private static double lowerBound(int bucket) {
    if (bucket == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return bucket > BUCKETS ? Double.POSITIVE_INFINITY : (bucket - 1) / (double) BUCKETS;
  }

  /// What lies between thresholds.
  ///
  /// @param positives weighted positives from each bound to before the next
  /// @param negatives the same of negatives
  /// @param offset the bin that starts at the first threshold
  private record Bins(double[] thresholds, double[] positives, double[] negatives, int offset) {

    static Bins of(HistogramTally histogram, double[] thresholds) {
      int offset = thresholds[0] >= 0 ? 1 : 0;
      boolean hasLast = thresholds[thresholds.length - 1] < 1;
      double[] bounds = new double[thresholds.length + offset + (hasLast ? 1 : 0)];
      bounds[0] = -EPSILON;
      bounds[bounds.length - 1] = 1 + EPSILON;
      for (int i = 0; i < thresholds.length; i++) {
        bounds[i + offset] = thresholds[i] == 0 ? 0 : thresholds[i] + EPSILON;
      }
      double[][] sums = histogram.rebinned(bounds);
      return new Bins(thresholds, sums[0], sums[1], offset);
    }

    boolean hasChangeAt(int threshold) {
      int before = threshold + offset - 1;
      return threshold == 0
          || threshold == thresholds.length - 1
          || positives[before] != 0
          || negatives[before] != 0;
    }

    ConfusionMatrices matrices(int[] wanted) {
      double[] tp = fromEnd(positives, wanted);
      double[] fp = fromEnd(negatives, wanted);
      double[] fn = before(positives, wanted);
      double[] tn = before(negatives, wanted);
      double[] at = new double[wanted.length];
      for (int i = 0; i < wanted.length; i++) {
        at[i] = thresholds[wanted[i]];
        if (at[i] >= 1 + EPSILON) {
          tp[i] = 0;
          fp[i] = 0;
          fn[i] = tp[0];
          tn[i] = fp[0];
        }
      }
      return new ConfusionMatrices(at, tp, tn, fp, fn);
    }

    private double[] fromEnd(double[] sums, int[] wanted) {
      double[] totals = new double[wanted.length];
      double total = 0;
      int bin = sums.length - 1;
      for (int i = wanted.length - 1; i >= 0; i--) {
        for (; bin >= wanted[i] + offset; bin--) {
          total += sums[bin];
        }
        totals[i] = total;
      }
      return totals;
    }

    private double[] before(double[] sums, int[] wanted) {
      double[] totals = new double[wanted.length];
      double total = 0;
      int bin = 0;
      for (int i = 0; i < wanted.length; i++) {
        for (; bin < wanted[i] + offset; bin++) {
          total += sums[bin];
        }
        totals[i] = total;
      }
      return totals;
    }
  }
}
