package dev.pipewright.keras.graph;

/// Ends the training once a number has not improved for some epochs; Keras's `EarlyStopping`.
///
/// @param monitor the number's name: `loss`, `val_loss`, `val_auc`…
/// @param patience how many epochs without improvement are borne
/// @param minDelta how much counts as an improvement
/// @param keep which weights are kept at the end
public record EarlyStopping(String monitor, int patience, double minDelta, Keep keep) {

  /// Checks the ranges.
  public EarlyStopping {
    if (patience < 0 || minDelta < 0) {
      throw new IllegalArgumentException("patience " + patience + ", min_delta " + minDelta);
    }
  }

  /// Which weights are kept at the end.
  public enum Keep {
    /// Those of the last step.
    LAST,
    /// Those of the best epoch; Keras's `restore_best_weights`.
    BEST
  }
}
