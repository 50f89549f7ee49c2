package dev.pipewright.modelanalysis.metric;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import org.jspecify.annotations.Nullable;

/// What a model says of some examples, and what is true. Labels are as wide as predictions, or one
/// wide: then the label of a wider prediction is the number of the class.
///
/// @param labels what is true
/// @param predictions what the model says
/// @param weights what each example counts, or null when each counts one
public record Scores(Matrix labels, Matrix predictions, double @Nullable [] weights) {

  public Scores {
    if (labels.rows() != predictions.rows()) {
      throw new IllegalArgumentException(
          labels.rows() + " labels for " + predictions.rows() + " predictions");
    }
    if (labels.width() != predictions.width() && labels.width() != 1) {
      throw new DataException(
          "A label has "
              + labels.width()
              + " values, but a prediction has "
              + predictions.width()
              + ".",
          Location.subject("label_key"),
          "Choose a label that has one value, or as many as the model's output.");
    }
  }

  /// How many examples there are.
  public int rows() {
    return predictions.rows();
  }

  /// What an example counts.
  public double weight(int row, Weighting weighting) {
    return weights == null || weighting == Weighting.UNWEIGHTED ? 1 : weights[row];
  }

  /// The label that belongs to one number of a prediction: whether it is the class, where labels
  /// are class numbers.
  public double labelOf(int row, int index) {
    if (labels.width() == predictions.width()) {
      return labels.at(row, index);
    }
    return labels.at(row, 0) == index ? 1 : 0;
  }
}
