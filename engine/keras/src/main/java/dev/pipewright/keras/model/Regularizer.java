package dev.pipewright.keras.model;

/// A penalty on a weight that is added to the loss: `l1 · Σ|w| + l2 · Σw²`.
///
/// @param l1 the factor of the absolute values, 0 for none
/// @param l2 the factor of the squares, 0 for none
public record Regularizer(double l1, double l2) {

  /// No penalty.
  public static final Regularizer NONE = new Regularizer(0, 0);

  /// Checks the factors.
  public Regularizer {
    if (!(l1 >= 0 && l2 >= 0)) {
      throw new IllegalArgumentException("l1 " + l1 + ", l2 " + l2);
    }
  }
}
