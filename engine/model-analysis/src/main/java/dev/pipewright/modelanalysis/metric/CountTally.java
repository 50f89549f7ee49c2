package dev.pipewright.modelanalysis.metric;

/// Sums the examples' weights.
final class CountTally implements Tally {

  private final Weighting weighting;
  private double count;

  CountTally(Weighting weighting) {
    this.weighting = weighting;
  }

  @Override
  public void add(Scores scores, int row) {
    count += scores.weight(row, weighting);
  }

  @Override
  public void merge(Tally later) {
    count += ((CountTally) later).count;
  }

  double count() {
    return count;
  }
}
