package dev.pipewright.training;

import dev.pipewright.keras.graph.BatchSource;
import dev.pipewright.keras.graph.EarlyStopping;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Parameters;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parameters of a Trainer that say how it trains, as values. What it trains (model, optimizer,
/// loss, metrics) is `Network`'s.
///
/// @param trainSplits the splits that are trained on
/// @param trainSteps how many batches are trained on
/// @param evalSplits the splits that are validated on
/// @param evalSteps how many batches are validated on, or null for every example once
/// @param labelKey the feature to predict
/// @param trainBatchSize examples a training step
/// @param evalBatchSize examples a validation step
/// @param stepsPerEpoch steps an epoch, or null for one pass over the examples
/// @param earlyStopping when to end early, or null for never
/// @param shuffles whether the rows come in random order
/// @param updateFrequency steps between two points of the curves within an epoch
/// @param checkpointInterval how often the training is saved
record TrainerSettings(
    List<String> trainSplits,
    long trainSteps,
    List<String> evalSplits,
    @Nullable Long evalSteps,
    String labelKey,
    int trainBatchSize,
    int evalBatchSize,
    @Nullable Long stepsPerEpoch,
    @Nullable EarlyStopping earlyStopping,
    boolean shuffles,
    int updateFrequency,
    Duration checkpointInterval) {

  /// The settings in parameters that have their defaults.
  ///
  /// @throws dev.pipewright.pipeline.ParameterException when one is missing or of a wrong type
  static TrainerSettings of(Parameters parameters) {
    Parameters train = parameters.struct("train_args");
    Parameters eval = parameters.struct("eval_args");
    return new TrainerSettings(
        train.texts("splits"),
        train.require("num_steps", train.integer("num_steps")),
        eval.texts("splits"),
        eval.integer("num_steps").orElse(null),
        parameters.require("label_key", parameters.text("label_key")),
        count(parameters, "train_batch_size"),
        count(parameters, "eval_batch_size"),
        parameters.integer("steps_per_epoch").orElse(null),
        parameters
            .value("early_stopping")
            .map(v -> earlyStopping(parameters.struct("early_stopping")))
            .orElse(null),
        parameters.flag("shuffle"),
        count(parameters, "update_freq"),
        seconds(parameters, "save_checkpoints_secs"));
  }

  private static EarlyStopping earlyStopping(Parameters parameters) {
    return new EarlyStopping(
        parameters.require("monitor", parameters.text("monitor")),
        count(parameters, "patience"),
        parameters.require("min_delta", parameters.number("min_delta")),
        parameters.flag("restore_best_weights")
            ? EarlyStopping.Keep.BEST
            : EarlyStopping.Keep.LAST);
  }

  private static int count(Parameters parameters, String name) {
    return Math.toIntExact(parameters.require(name, parameters.integer(name)));
  }

  private static Duration seconds(Parameters parameters, String name) {
    double seconds = parameters.require(name, parameters.number(name));
    return Duration.ofMillis(Math.round(1_000 * seconds));
  }

  /// How many steps an epoch has, of so many rows: at most the whole training.
  long stepsPerEpoch(long rowCount) {
    long pass = (rowCount + trainBatchSize - 1) / trainBatchSize;
    return Math.min(trainSteps, stepsPerEpoch == null ? pass : stepsPerEpoch);
  }

  /// The batches of the whole training.
  BatchSource trainBatches(RowStore rows, Execution execution) {
    long limit = Math.multiplyExact(trainSteps, trainBatchSize);
    return shuffles
        ? Batches.shuffled(rows, trainBatchSize, limit, execution)
        : Batches.inOrder(rows, trainBatchSize, limit, execution);
  }

  /// The batches of a validation.
  BatchSource evalBatches(RowStore rows, Execution execution) {
    long limit = evalSteps == null ? rows.rowCount() : Math.multiplyExact(evalSteps, evalBatchSize);
    return Batches.inOrder(rows, evalBatchSize, limit, execution);
  }
}
