package dev.pipewright.keras.graph;

/// Precision or recall at one threshold.
final class CountMetric implements MetricAccumulator {

  private final float threshold;
  private final Ratio ratio;
  private double truePositives;
  private double others;

  /// Which false ones the true positives are set against.
  enum Ratio {
    /// Predicted positive, but are not.
    PRECISION,
    /// Positive, but not predicted so.
    RECALL
  }

  CountMetric(float threshold, Ratio ratio) {
    this.threshold = threshold;
    this.ratio = ratio;
  }

  @Override
  public void add(float[] predictions, float[] labels, int columns) {
    for (int i = 0; i < predictions.length; i++) {
      boolean predicted = predictions[i] > threshold;
      boolean positive = labels[i] != 0;
      if (predicted && positive) {
        truePositives++;
      } else if (ratio == Ratio.PRECISION ? predicted : positive) {
        others++;
      }
    }
  }

  @Override
  public double result() {
    double all = truePositives + others;
    return all == 0 ? 0 : truePositives / all;
  }

  @Override
  public double[] state() {
    return new double[] {truePositives, others};
  }

  @Override
  public void restore(double[] state) {
    truePositives = state[0];
    others = state[1];
  }
}
