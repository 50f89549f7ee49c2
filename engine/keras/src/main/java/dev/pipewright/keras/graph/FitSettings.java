package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.InputType;
import dev.pipewright.tensorflow.SessionSettings;
import java.util.Optional;

/// What Keras's `fit` takes, and how the machine is used.
///
/// @param epochs how many epochs; each ends with an evaluation
/// @param stepsPerEpoch steps of an epoch
/// @param evalSteps steps of an evaluation, 0 for all there are
/// @param labelType the type of the labels
/// @param weighting whether batches bring weights
/// @param seed decides first weights and dropout
/// @param session threads
/// @param earlyStopping whether to end early
/// @param checkpoints whether to save the training
public record FitSettings(
    int epochs,
    long stepsPerEpoch,
    long evalSteps,
    InputType labelType,
    Weighting weighting,
    long seed,
    SessionSettings session,
    Optional<EarlyStopping> earlyStopping,
    Optional<CheckpointPolicy> checkpoints) {

  private static final long SMALL = 500_000;

  /// Checks the ranges.
  public FitSettings {
    if (epochs < 1 || stepsPerEpoch < 1 || evalSteps < 0) {
      throw new IllegalArgumentException(
          epochs + " epochs of " + stepsPerEpoch + " steps, " + evalSteps + " to evaluate");
    }
  }

  /// Plain settings: no weights, no early stopping, no checkpoints.
  public FitSettings(int epochs, long stepsPerEpoch, InputType labelType, long seed) {
    this(
        epochs,
        stepsPerEpoch,
        0,
        labelType,
        Weighting.NONE,
        seed,
        SessionSettings.callerThread(),
        Optional.empty(),
        Optional.empty());
  }

  /// The same with early stopping.
  public FitSettings with(EarlyStopping stopping) {
    return new FitSettings(
        epochs,
        stepsPerEpoch,
        evalSteps,
        labelType,
        weighting,
        seed,
        session,
        Optional.of(stopping),
        checkpoints);
  }

  /// The same with checkpoints.
  public FitSettings with(CheckpointPolicy policy) {
    return new FitSettings(
        epochs,
        stepsPerEpoch,
        evalSteps,
        labelType,
        weighting,
        seed,
        session,
        earlyStopping,
        Optional.of(policy));
  }

  /// What trains a model of that size fastest: for small models the caller's thread and the graph
  /// as it is, since operations take less time than handing them over or improving them; for others
  /// all cores.
  public static SessionSettings threadsFor(FunctionalModel model) {
    return model.parameterCount() < SMALL
        ? SessionSettings.callerThread().with(SessionSettings.Rewriting.NONE)
        : SessionSettings.standard();
  }

  /// Whether batches bring weights.
  public enum Weighting {
    /// Every example counts the same.
    NONE,
    /// Each batch has a weight an example.
    SAMPLE_WEIGHT
  }
}
