package dev.pipewright.modelanalysis.metric;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;

/// Labels of a binary problem. A label between 0 and 1 counts as both, by parts, as in TFMA.
final class FractionalLabels {

  private FractionalLabels() {}

  /// The label, which must be from 0 to 1.
  static double require(double label) {
    if (label >= 0 && label <= 1) {
      return label;
    }
    throw new DataException(
        "A label is " + label + ", but metrics of positives and negatives take 0 to 1.",
        Location.subject("label_key"),
        "Choose a 0/1 label, or metrics that suit the label, as MeanSquaredError.");
  }
}
