package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.Metric;
import java.util.Arrays;

/// The area under a curve from counts between evenly spaced thresholds, as Keras's AUC with
/// `summation_method='interpolation'` (`keras/src/metrics/confusion_metrics.py`; Davis and Goadrich
/// 2006 for precision-recall).
final class AucMetric implements MetricAccumulator {

  private final Metric.Auc metric;
  private final int thresholds;

  /// Positives of each bucket, then negatives.
  private final double[] counts;

  AucMetric(Metric.Auc metric) {
    this.metric = metric;
    this.thresholds = metric.numThresholds();
    this.counts = new double[2 * thresholds];
  }

  @Override
  public void add(float[] predictions, float[] labels, int columns) {
    for (int i = 0; i < predictions.length; i++) {
      int bucket = bucket(predictions[i]);
      counts[labels[i] != 0 ? bucket : thresholds + bucket]++;
    }
  }

  /// The highest threshold below the prediction: the first is just below 0.
  private int bucket(float prediction) {
    float p = metric.fromLogits() ? (float) (1 / (1 + Math.exp(-prediction))) : prediction;
    int bucket = (int) Math.ceil(p * (thresholds - 1)) - 1;
    return Math.clamp(bucket, 0, thresholds - 1);
  }

  @Override
  public double result() {
    double[] truePositives = fromTheTop(0);
    double[] falsePositives = fromTheTop(thresholds);
    return switch (metric.curve()) {
      case ROC -> roc(truePositives, falsePositives);
      case PR -> precisionRecall(truePositives, falsePositives);
    };
  }

  /// How many lie above each threshold.
  private double[] fromTheTop(int offset) {
    double[] sums = Arrays.copyOfRange(counts, offset, offset + thresholds);
    for (int i = thresholds - 2; i >= 0; i--) {
      sums[i] += sums[i + 1];
    }
    return sums;
  }

  private static double roc(double[] truePositives, double[] falsePositives) {
    double area = 0;
    for (int i = 0; i < truePositives.length - 1; i++) {
      double width =
          ratio(falsePositives[i], falsePositives[0])
              - ratio(falsePositives[i + 1], falsePositives[0]);
      double height =
          ratio(truePositives[i], truePositives[0]) + ratio(truePositives[i + 1], truePositives[0]);
      area += width * height / 2;
    }
    return area;
  }

  private static double precisionRecall(double[] truePositives, double[] falsePositives) {
    double area = 0;
    for (int i = 0; i < truePositives.length - 1; i++) {
      double dtp = truePositives[i] - truePositives[i + 1];
      double p = truePositives[i] + falsePositives[i];
      double pNext = truePositives[i + 1] + falsePositives[i + 1];
      double slope = ratio(dtp, Math.max(p - pNext, 0));
      double intercept = truePositives[i + 1] - slope * pNext;
      double relative = p > 0 && pNext > 0 ? p / pNext : 1;
      area += ratio(slope * (dtp + intercept * Math.log(relative)), truePositives[0]);
    }
    return area;
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  @Override
  public double[] state() {
    return counts.clone();
  }

  @Override
  public void restore(double[] state) {
    System.arraycopy(state, 0, counts, 0, counts.length);
  }
}
