package dev.pipewright.modelanalysis.metric;

/// Whether a prediction is right, 1 or 0: Keras's accuracy family.
enum Correctness implements RowValue {
  /// The share of predicted values that equal the label's.
  EQUAL {
    @Override
    public double of(Scores scores, int row) {
      int width = scores.predictions().width();
      int equal = 0;
      for (int i = 0; i < width; i++) {
        double label = scores.labels().at(row, scores.labels().width() == 1 ? 0 : i);
        equal += (float) label == (float) scores.predictions().at(row, i) ? 1 : 0;
      }
      return (double) equal / width;
    }
  },
  /// The likeliest class is the label.
  SPARSE_CATEGORICAL {
    @Override
    public double of(Scores scores, int row) {
      return scores.predictions().argMax(row) == scores.labels().at(row, 0) ? 1 : 0;
    }
  },
  /// The likeliest class is the one-hot label's.
  CATEGORICAL {
    @Override
    public double of(Scores scores, int row) {
      return scores.predictions().argMax(row) == scores.labels().argMax(row) ? 1 : 0;
    }
  },
}
