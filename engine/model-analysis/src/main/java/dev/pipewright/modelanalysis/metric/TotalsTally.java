package dev.pipewright.modelanalysis.metric;

/// Sums weighted labels, predictions and examples; each class of a wider prediction is an example.
final class TotalsTally implements Tally {

  /// Sums nearer to zero than this are no denominator (`numpy.isclose`).
  private static final double CLOSE_TO_ZERO = 1e-8;

  private final Weighting weighting;
  private double labels;
  private double predictions;
  private double examples;

  TotalsTally(Weighting weighting) {
    this.weighting = weighting;
  }

  @Override
  public void add(Scores scores, int row) {
    double weight = scores.weight(row, weighting);
    for (int i = 0; i < scores.predictions().width(); i++) {
      labels += scores.labelOf(row, i) * weight;
      predictions += scores.predictions().at(row, i) * weight;
      examples += weight;
    }
  }

  @Override
  public void merge(Tally later) {
    TotalsTally other = (TotalsTally) later;
    labels += other.labels;
    predictions += other.predictions;
    examples += other.examples;
  }

  double meanLabel() {
    return ratio(labels, examples);
  }

  double meanPrediction() {
    return ratio(predictions, examples);
  }

  double calibration() {
    return ratio(predictions, labels);
  }

  private static double ratio(double numerator, double denominator) {
    return Math.abs(denominator) <= CLOSE_TO_ZERO ? Double.NaN : numerator / denominator;
  }
}
