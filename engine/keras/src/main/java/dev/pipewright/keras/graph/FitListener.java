package dev.pipewright.keras.graph;

/// Hears how a training goes, from its thread; what it does delays the training.
public interface FitListener {

  /// A listener that does nothing.
  FitListener NONE = new FitListener() {};

  /// The training goes on from a checkpoint after that many steps.
  default void resumed(long step) {}

  /// A step is done.
  ///
  /// @param step how many have been done, from 1
  /// @param loss the loss of its batch
  /// @param stepsPerSecond the mean since the training began or was resumed
  default void step(long step, float loss, double stepsPerSecond) {}

  /// An epoch is done and evaluated.
  default void epoch(EpochResult result) {}

  /// The training was saved after that many steps.
  default void saved(long step) {}
}
