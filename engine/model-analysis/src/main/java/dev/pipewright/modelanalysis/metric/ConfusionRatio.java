package dev.pipewright.modelanalysis.metric;

/// Metrics that are a formula of the counts of one confusion matrix (TFMA's
/// `confusion_matrix_metrics.py`). A ratio of nothing is NaN.
enum ConfusionRatio {
  TruePositives((tp, tn, fp, fn) -> tp),
  TrueNegatives((tp, tn, fp, fn) -> tn),
  FalsePositives((tp, tn, fp, fn) -> fp),
  FalseNegatives((tp, tn, fp, fn) -> fn),
  BinaryAccuracy((tp, tn, fp, fn) -> ratio(tp + tn, tp + fp + tn + fn)),
  Precision((tp, tn, fp, fn) -> ratio(tp, tp + fp)),
  Recall((tp, tn, fp, fn) -> ratio(tp, tp + fn)),
  Specificity((tp, tn, fp, fn) -> ratio(tn, tn + fp)),
  FallOut((tp, tn, fp, fn) -> ratio(fp, fp + tn)),
  MissRate((tp, tn, fp, fn) -> ratio(fn, fn + tp)),
  NegativePredictiveValue((tp, tn, fp, fn) -> ratio(tn, tn + fn)),
  FalseDiscoveryRate((tp, tn, fp, fn) -> ratio(fp, fp + tp)),
  FalseOmissionRate((tp, tn, fp, fn) -> ratio(fn, fn + tn)),
  Prevalence((tp, tn, fp, fn) -> ratio(tp + fn, tp + tn + fp + fn)),
  ThreatScore((tp, tn, fp, fn) -> ratio(tp, tp + fn + fp)),
  BalancedAccuracy((tp, tn, fp, fn) -> (ratio(tp, tp + fn) + ratio(tn, tn + fp)) / 2),
  F1Score((tp, tn, fp, fn) -> ratio(2 * tp, 2 * tp + fp + fn)),
  MatthewsCorrelationCoefficient(
      (tp, tn, fp, fn) ->
          ratio(tp * tn - fp * fn, Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)))),
  FowlkesMallowsIndex((tp, tn, fp, fn) -> Math.sqrt(ratio(tp, tp + fp) * ratio(tp, tp + fn))),
  Informedness((tp, tn, fp, fn) -> ratio(tp, tp + fn) + ratio(tn, tn + fp) - 1),
  Markedness((tp, tn, fp, fn) -> ratio(tp, tp + fp) + ratio(tn, tn + fn) - 1),
  PositiveLikelihoodRatio((tp, tn, fp, fn) -> ratio(ratio(tp, tp + fn), ratio(fp, fp + tn))),
  NegativeLikelihoodRatio((tp, tn, fp, fn) -> ratio(ratio(fn, fn + tp), ratio(tn, tn + fp))),
  DiagnosticOddsRatio((tp, tn, fp, fn) -> tn > 0 ? ratio(ratio(tp, fn), fp / tn) : Double.NaN),
  PredictedPositiveRate((tp, tn, fp, fn) -> ratio(tp + fp, tp + fp + tn + fn));

  /// A formula of a confusion matrix.
  @FunctionalInterface
  interface Formula {
    double of(double tp, double tn, double fp, double fn);
  }

  private final Formula formula;

  ConfusionRatio(Formula formula) {
    this.formula = formula;
  }

  /// The value at each threshold.
  double[] of(ConfusionMatrices m) {
    double[] values = new double[m.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = formula.of(m.tp()[i], m.tn()[i], m.fp()[i], m.fn()[i]);
    }
    return values;
  }

  private static double ratio(double numerator, double denominator) {
    return denominator > 0 ? numerator / denominator : Double.NaN;
  }
}
