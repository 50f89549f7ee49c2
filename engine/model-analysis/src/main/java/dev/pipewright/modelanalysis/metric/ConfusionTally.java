package dev.pipewright.modelanalysis.metric;

import java.util.List;

/// Counts true and false positives and negatives at given thresholds.
final class ConfusionTally implements Tally {

  private final double[] thresholds;
  private final Weighting weighting;
  private final double[] tp;
  private final double[] tn;
  private final double[] fp;
  private final double[] fn;

  ConfusionTally(List<Double> thresholds, Weighting weighting) {
    this.thresholds = thresholds.stream().mapToDouble(t -> t).toArray();
    this.weighting = weighting;
    int size = this.thresholds.length;
    tp = new double[size];
    tn = new double[size];
    fp = new double[size];
    fn = new double[size];
  }

  @Override
  public void add(Scores scores, int row) {
    double weight = scores.weight(row, weighting);
    for (int i = 0; i < scores.predictions().width(); i++) {
      double label = FractionalLabels.require(scores.labelOf(row, i));
      double prediction = scores.predictions().at(row, i);
      for (int t = 0; t < thresholds.length; t++) {
        if (prediction > thresholds[t]) {
          tp[t] += weight * label;
          fp[t] += weight * (1 - label);
        } else {
          fn[t] += weight * label;
          tn[t] += weight * (1 - label);
        }
      }
    }
  }

  @Override
  public void merge(Tally later) {
    ConfusionTally other = (ConfusionTally) later;
    for (int t = 0; t < thresholds.length; t++) {
      tp[t] += other.tp[t];
      tn[t] += other.tn[t];
      fp[t] += other.fp[t];
      fn[t] += other.fn[t];
    }
  }

  ConfusionMatrices matrices() {
    return new ConfusionMatrices(thresholds, tp, tn, fp, fn);
  }
}
