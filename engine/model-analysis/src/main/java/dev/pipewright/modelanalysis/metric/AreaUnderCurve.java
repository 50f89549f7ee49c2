package dev.pipewright.modelanalysis.metric;

import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/// The area under the ROC or the precision-recall curve, by Riemann sum over thresholds (TFMA's
/// `confusion_matrix_metrics.AUC`, which is Keras's).
///
/// @param curve which curve
/// @param summation which height a step has
record AreaUnderCurve(Curve curve, Summation summation) {

  enum Curve {
    ROC,
    PR;

    static Curve of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  enum Summation {
    /// The middle for ROC; for PR as Davis and Goadrich (2006) interpolate.
    INTERPOLATION((a, b) -> (a + b) / 2),
    /// The lower end.
    MINORING(Math::min),
    /// The upper end.
    MAJORING(Math::max);

    private final DoubleBinaryOperator height;

    Summation(DoubleBinaryOperator height) {
      this.height = height;
    }

    static Summation of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  double of(ConfusionMatrices m) {
    return curve == Curve.PR && summation == Summation.INTERPOLATION
        ? interpolatedPrecisionRecall(m)
        : riemannSum(m);
  }

  private double riemannSum(ConfusionMatrices m) {
    double area = 0;
    for (int i = 0; i + 1 < m.size(); i++) {
      double width = x(m, i) - x(m, i + 1);
      area += skipNaN(width * summation.height.applyAsDouble(y(m, i), y(m, i + 1)));
    }
    return area;
  }

  private double x(ConfusionMatrices m, int i) {
    return switch (curve) {
      case ROC -> orZero(m.fp()[i], m.fp()[i] + m.tn()[i]);
      case PR -> recall(m, i);
    };
  }

  private double y(ConfusionMatrices m, int i) {
    return switch (curve) {
      case ROC -> recall(m, i);
      case PR -> orZero(m.tp()[i], m.tp()[i] + m.fp()[i]);
    };
  }

  private static double recall(ConfusionMatrices m, int i) {
    return orZero(m.tp()[i], m.tp()[i] + m.fn()[i]);
  }

  private static double interpolatedPrecisionRecall(ConfusionMatrices m) {
    double area = 0;
    for (int i = 0; i + 1 < m.size(); i++) {
      double nextTp = m.tp()[i + 1];
      double next = nextTp + m.fp()[i + 1];
      double here = m.tp()[i] + m.fp()[i];
      double tpStep = m.tp()[i] - nextTp;
      double slope = tpStep / Math.max(here - next, 0);
      double intercept = nextTp - slope * next;
      double ratio = next == 0 ? 1 : here / next;
      double positives = Math.max(nextTp + m.fn()[i + 1], 0);
      area += skipNaN(slope * (tpStep + intercept * Math.log(ratio)) / positives);
    }
    return area;
  }

  private static double orZero(double numerator, double denominator) {
    return denominator == 0 ? 0 : numerator / denominator;
  }

  private static double skipNaN(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
