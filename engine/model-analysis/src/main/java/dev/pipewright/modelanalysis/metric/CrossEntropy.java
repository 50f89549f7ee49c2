package dev.pipewright.modelanalysis.metric;

/// Cross entropies of a prediction with its label, in nats.
sealed interface CrossEntropy extends RowValue {

  /// Keras keeps probabilities this far from 0 and 1.
  float EPSILON = 1e-7f;

  /// TFMA's `BinaryCrossEntropy`: infinite for a certain prediction that is wrong.
  record Binary(boolean fromLogits, double labelSmoothing) implements CrossEntropy {
    @Override
    public double of(Scores scores, int row) {
      return meanOver(
          scores,
          row,
          labelSmoothing,
          (label, p) ->
              fromLogits
                  ? ofLogit(label, p)
                  : -(label * Math.log(p)) - (1 - label) * Math.log(1 - p));
    }
  }

  /// Keras's `BinaryCrossentropy`, in its float32 arithmetic near 0 and 1.
  record KerasBinary(boolean fromLogits, double labelSmoothing) implements CrossEntropy {
    @Override
    public double of(Scores scores, int row) {
      return meanOver(
          scores,
          row,
          labelSmoothing,
          (label, p) -> fromLogits ? ofLogit(label, p) : ofClipped(label, clip(p)));
    }

    private static double ofClipped(double label, float p) {
      return -(label * Math.log(p + EPSILON) + (1 - label) * Math.log(1 - p + EPSILON));
    }
  }

  /// Keras's `CategoricalCrossentropy` and, where labels are class numbers,
  /// `SparseCategoricalCrossentropy`.
  record KerasCategorical(boolean fromLogits, double labelSmoothing) implements CrossEntropy {
    @Override
    public double of(Scores scores, int row) {
      int width = scores.predictions().width();
      double[] logs = logProbabilities(scores, row);
      double entropy = 0;
      for (int i = 0; i < width; i++) {
        double label = scores.labelOf(row, i) * (1 - labelSmoothing) + labelSmoothing / width;
        entropy -= label == 0 ? 0 : label * logs[i];
      }
      return entropy;
    }

    private double[] logProbabilities(Scores scores, int row) {
      boolean sparse = scores.labels().width() != scores.predictions().width();
      double[] logs = new double[scores.predictions().width()];
      double total = 0;
      for (int i = 0; i < logs.length; i++) {
        total += scores.predictions().at(row, i);
      }
      double exponentials = 0;
      for (int i = 0; i < logs.length; i++) {
        double p = scores.predictions().at(row, i);
        logs[i] = fromLogits ? p : Math.log(clip(sparse ? p : p / total));
        exponentials += Math.exp(logs[i]);
      }
      if (fromLogits || sparse) {
        double logSum = Math.log(exponentials);
        for (int i = 0; i < logs.length; i++) {
          logs[i] -= logSum;
        }
      }
      return logs;
    }
  }

  /// The entropy of one probability or logit.
  @FunctionalInterface
  interface Elementwise {
    double of(double label, double prediction);
  }

  private static double meanOver(
      Scores scores, int row, double labelSmoothing, Elementwise entropy) {
    int width = scores.predictions().width();
    double sum = 0;
    for (int i = 0; i < width; i++) {
      double label = scores.labelOf(row, i) * (1 - labelSmoothing) + 0.5 * labelSmoothing;
      sum += entropy.of(label, scores.predictions().at(row, i));
    }
    return sum / width;
  }

  private static double ofLogit(double label, double logit) {
    return Math.max(logit, 0) - logit * label + Math.log1p(Math.exp(-Math.abs(logit)));
  }

  private static float clip(double probability) {
    return Math.clamp((float) probability, EPSILON, 1 - EPSILON);
  }
}
