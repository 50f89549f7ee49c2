package dev.pipewright.training;

import dev.pipewright.pipeline.component.Parameters;
import java.util.regex.Pattern;

/// When a training ends before its time, as Keras's callback `EarlyStopping` decides.
///
/// @param monitor the measure that is watched, as `val_loss`
/// @param patience how many epochs without an improvement are borne
/// @param minDelta an improvement by less is none
/// @param restoresBestWeights whether the best epoch's weights are the result
record EarlyStopping(String monitor, int patience, double minDelta, boolean restoresBestWeights) {

  private static final Pattern LARGER_IS_BETTER =
      Pattern.compile(
          "acc|auc|precision|recall|f1|fbeta|cosine|iou|r2|true_", Pattern.CASE_INSENSITIVE);

  static EarlyStopping of(Parameters parameters) {
    return new EarlyStopping(
        parameters.require("monitor", parameters.text("monitor")),
        Math.toIntExact(parameters.require("patience", parameters.integer("patience"))),
        parameters.require("min_delta", parameters.number("min_delta")),
        parameters.flag("restore_best_weights"));
  }

  /// What is known after some epochs.
  ///
  /// @param best the best value so far; NaN before the first epoch
  /// @param bestEpoch the epoch of it, from 0
  /// @param stale how many epochs it was not improved on
  record State(double best, int bestEpoch, int stale) {

    /// Nothing is known yet.
    static final State START = new State(Double.NaN, 0, 0);
  }

  /// The state after an epoch; its `bestEpoch` is `epoch` when this one is the best so far.
  State after(State state, int epoch, double value) {
    if (Double.isNaN(state.best()) || isBetter(value, state.best())) {
      return new State(value, epoch, 0);
    }
    return new State(state.best(), state.bestEpoch(), state.stale() + 1);
  }

  /// Whether the training ends.
  boolean stops(State state) {
    return state.stale() > 0 && state.stale() >= patience;
  }

  private boolean isBetter(double value, double best) {
    return LARGER_IS_BETTER.matcher(monitor).find()
        ? value > best + minDelta
        : value < best - minDelta;
  }
}
