package dev.pipewright.keras.graph;

/// The mean of something that each batch has so much of.
final class MeanMetric implements MetricAccumulator {

  private final Amount amount;
  private double sum;
  private double count;

  /// What a batch has, and how many values that is over.
  @FunctionalInterface
  interface Amount {
    /// @return the sum and the number of values
    double[] of(float[] predictions, float[] labels, int columns);
  }

  MeanMetric(Amount amount) {
    this.amount = amount;
  }

  @Override
  public void add(float[] predictions, float[] labels, int columns) {
    double[] more = amount.of(predictions, labels, columns);
    sum += more[0];
    count += more[1];
  }

  @Override
  public double result() {
    return count == 0 ? 0 : sum / count;
  }

  @Override
  public double[] state() {
    return new double[] {sum, count};
  }

  @Override
  public void restore(double[] state) {
    sum = state[0];
    count = state[1];
  }

  static double[] sparseMatches(float[] predictions, float[] labels, int columns) {
    int matches = 0;
    for (int row = 0; row < labels.length; row++) {
      if (argMax(predictions, row, columns) == (int) labels[row]) {
        matches++;
      }
    }
    return new double[] {matches, labels.length};
  }

  static double[] oneHotMatches(float[] predictions, float[] labels, int columns) {
    int matches = 0;
    int rows = predictions.length / columns;
    for (int row = 0; row < rows; row++) {
      if (argMax(predictions, row, columns) == argMax(labels, row, columns)) {
        matches++;
      }
    }
    return new double[] {matches, rows};
  }

  private static int argMax(float[] values, int row, int columns) {
    int best = 0;
    for (int column = 1; column < columns; column++) {
      if (values[row * columns + column] > values[row * columns + best]) {
        best = column;
      }
    }
    return best;
  }

  static double[] squares(float[] predictions, float[] labels, int columns) {
    double sum = 0;
    for (int i = 0; i < predictions.length; i++) {
      double difference = predictions[i] - labels[i];
      sum += difference * difference;
    }
    return new double[] {sum, predictions.length};
  }

  static double[] sizes(float[] predictions, float[] labels, int columns) {
    double sum = 0;
    for (int i = 0; i < predictions.length; i++) {
      sum += Math.abs(predictions[i] - labels[i]);
    }
    return new double[] {sum, predictions.length};
  }
}
