package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.ModelWeights;
import java.util.List;

/// What came of a training.
///
/// @param weights the weights it ends with
/// @param history its last epochs, 1,000 at most, those before it was resumed included
/// @param steps how many steps were done
/// @param end why it ended
/// @param stepsPerSecond how fast this part of it was, evaluations and checkpoints left out
public record FitResult(
    ModelWeights weights, List<EpochResult> history, long steps, End end, double stepsPerSecond) {

  /// Copies the list.
  public FitResult {
    history = List.copyOf(history);
  }

  /// Why a training ended.
  public enum End {
    /// All epochs are done.
    DONE,
    /// Nothing improved any more.
    STOPPED_EARLY,
    /// There were no more batches.
    OUT_OF_DATA
  }
}
