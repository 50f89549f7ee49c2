package dev.pipewright.keras.graph;

/// Counts predictions on their label's side of a threshold.
///
/// @param threshold predictions above it are 1
record BinaryMatches(float threshold) implements MeanMetric.Amount {

  @Override
  public double[] of(float[] predictions, float[] labels, int columns) {
    int matches = 0;
    for (int i = 0; i < predictions.length; i++) {
      if ((predictions[i] > threshold ? 1 : 0) == labels[i]) {
        matches++;
      }
    }
    return new double[] {matches, predictions.length};
  }
}
