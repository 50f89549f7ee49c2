package dev.pipewright.modelanalysis.metric;

/// The weighted mean of a value that each example has.
final class MeanTally implements Tally {

  private final RowValue value;
  private final Weighting weighting;
  private double total;
  private double weights;

  MeanTally(RowValue value, Weighting weighting) {
    this.value = value;
    this.weighting = weighting;
  }

  @Override
  public void add(Scores scores, int row) {
    double found = value.of(scores, row);
    if (!Double.isNaN(found) || !(value instanceof RegressionError)) {
      double weight = scores.weight(row, weighting);
      total += found * weight;
      weights += weight;
    }
  }

  @Override
  public void merge(Tally later) {
    MeanTally other = (MeanTally) later;
    total += other.total;
    weights += other.weights;
  }

  /// NaN when nothing was counted.
  double mean() {
    return total / weights;
  }

  /// Zero when nothing was counted, as Keras has it.
  double meanOrZero() {
    return weights == 0 ? 0 : mean();
  }
}
