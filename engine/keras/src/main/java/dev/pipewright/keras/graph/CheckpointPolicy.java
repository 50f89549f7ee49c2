package dev.pipewright.keras.graph;

import java.nio.file.Path;
import java.time.Duration;

/// When a training is saved, so that it can go on after the process died. The newest checkpoint is
/// kept, besides one that is being written.
///
/// @param directory where; a training begins from the checkpoint it finds there
/// @param everySteps after so many steps
/// @param every after so much time, whichever is first
public record CheckpointPolicy(Path directory, long everySteps, Duration every) {

  /// Checks the ranges.
  public CheckpointPolicy {
    if (everySteps < 1 || every.isNegative()) {
      throw new IllegalArgumentException("every " + everySteps + " steps or " + every);
    }
  }
}
