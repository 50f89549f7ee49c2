package dev.pipewright.modelanalysis.metric;

/// How far a prediction is from its label (TFMA's `mean_regression_error.py`). NaN, as for the
/// percentage of a zero, keeps an example out of the mean.
enum RegressionError implements RowValue {
  SQUARED {
    @Override
    double of(double label, double prediction) {
      return (label - prediction) * (label - prediction);
    }
  },
  ABSOLUTE {
    @Override
    double of(double label, double prediction) {
      return Math.abs(label - prediction);
    }
  },
  ABSOLUTE_PERCENTAGE {
    @Override
    double of(double label, double prediction) {
      return label == 0 ? Double.NaN : 100 * Math.abs((label - prediction) / label);
    }
  },
  SQUARED_LOGARITHMIC {
    @Override
    double of(double label, double prediction) {
      double difference = Math.log(label + 1) - Math.log(prediction + 1);
      return difference * difference;
    }
  };

  abstract double of(double label, double prediction);

  @Override
  public double of(Scores scores, int row) {
    int width = scores.predictions().width();
    double sum = 0;
    for (int i = 0; i < width; i++) {
      sum += of(scores.labelOf(row, i), scores.predictions().at(row, i));
    }
    return sum / width;
  }
}
