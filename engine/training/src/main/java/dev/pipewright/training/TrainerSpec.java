package dev.pipewright.training;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.List;
import java.util.Map;

/// What the Trainer says of itself. The names are those of TFX's Trainer and of Keras's `compile`,
/// `fit` and callbacks.
final class TrainerSpec {

  static final String EXAMPLES = "examples";
  static final String TRANSFORM_GRAPH = "transform_graph";
  static final String SCHEMA = "schema";
  static final String MODEL = "model";
  static final String MODEL_RUN = "model_run";

  private static final ParameterType POSITIVE = new ParameterType.Int(1, Integer.MAX_VALUE);

  /// A batch stands in memory as a whole, with what every layer makes of it.
  private static final ParameterType BATCH_SIZE = new ParameterType.Int(1, 1_000_000);

  private static final ParameterType SECONDS = new ParameterType.Real(0, 1e9);
  private static final ParameterType NOT_NEGATIVE = new ParameterType.Real(0, Double.MAX_VALUE);
  private static final ParameterValue EMPTY = ParameterValue.of(Map.of());

  static final ComponentSpec SPEC =
      new ComponentSpec(
          "Trainer",
          ComponentSpec.Category.TRAINING,
          1,
          "Trains a Keras model on examples and exports it, with the transform inside, as a"
              + " SavedModel that takes raw tf.Examples.",
          inputs(),
          outputs(),
          parameters(),
          ComponentSpec.Resources.TENSORFLOW);

  private TrainerSpec() {}

  private static List<PortSpec> inputs() {
    return List.of(
        PortSpec.one(
            EXAMPLES,
            ArtifactType.EXAMPLES,
            "What to learn from: transformed examples where there is a transform graph."),
        PortSpec.optional(
            TRANSFORM_GRAPH,
            ArtifactType.TRANSFORM_GRAPH,
            "The transform that made the examples; it becomes part of the model."),
        PortSpec.optional(
            SCHEMA,
            ArtifactType.SCHEMA,
            "The types of the raw features, for a model without a transform; without it they are"
                + " taken from the examples."));
  }

  private static List<PortSpec> outputs() {
    return List.of(
        PortSpec.one(MODEL, ArtifactType.MODEL, "The SavedModel, in Format-Serving."),
        PortSpec.one(
            MODEL_RUN,
            ArtifactType.MODEL_RUN,
            "The curves of the training, as event files for TensorBoard."));
  }

  private static List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.withDefault(
            "train_args",
            arguments(
                "train",
                ParameterSpec.withDefault(
                    "num_steps",
                    POSITIVE,
                    ParameterValue.of(1_000L),
                    "How many batches to train on.")),
            EMPTY,
            "What is trained on, and for how long."),
        ParameterSpec.withDefault(
            "eval_args",
            arguments(
                "eval",
                ParameterSpec.optional(
                    "num_steps",
                    POSITIVE,
                    "How many batches to validate on; without it, every example once.")),
            EMPTY,
            "What is validated on after each epoch."),
        ParameterSpec.required(
            "label_key", new ParameterType.Text(), "The feature that the model is to predict."),
        ParameterSpec.withDefault(
                "train_batch_size", BATCH_SIZE, ParameterValue.of(32L), "How many examples a step.")
            .in("examples"),
        ParameterSpec.withDefault(
                "eval_batch_size",
                BATCH_SIZE,
                ParameterValue.of(32L),
                "How many examples a step of validation.")
            .in("examples"),
        ParameterSpec.required(
            "model", new ParameterType.Json(), "The network, as Keras writes a functional model."),
        ParameterSpec.withDefault(
            "optimizer",
            new ParameterType.Json(),
            ParameterValue.of("adam"),
            "The optimizer: its name, or its class_name and config."),
        ParameterSpec.required(
            "loss", new ParameterType.Json(), "The loss: its name, or its class_name and config."),
        ParameterSpec.withDefault(
            "metrics",
            new ParameterType.ListOf(new ParameterType.Json()),
            ParameterValue.of(List.of()),
            "What is measured besides the loss: names, or class_name and config."),
        ParameterSpec.optional(
                "steps_per_epoch",
                POSITIVE,
                "After how many steps an epoch ends: the model is validated and the curves get a"
                    + " point. Without it, when every example was seen.")
            .in("steps"),
        ParameterSpec.optional(
            "early_stopping", earlyStopping(), "Ends the training when it does not get better."),
        ParameterSpec.withDefault(
            "shuffle",
            new ParameterType.Bool(),
            ParameterValue.of(true),
            "Whether the examples come in a new random order each time round."),
        ParameterSpec.withDefault(
                "update_freq",
                POSITIVE,
                ParameterValue.of(10L),
                "How often the curves within an epoch get a point.")
            .in("steps"),
        ParameterSpec.withDefault(
                "save_checkpoints_secs",
                SECONDS,
                ParameterValue.of(5.0),
                "How often the training is saved, to go on from there after a crash.")
            .in("seconds"));
  }

  private static ParameterType arguments(String split, ParameterSpec steps) {
    return new ParameterType.Struct(
        List.of(
            ParameterSpec.withDefault(
                "splits",
                new ParameterType.ListOf(new ParameterType.Text()),
                ParameterValue.of(List.of(ParameterValue.of(split))),
                "The splits of the examples."),
            steps.in("steps")));
  }

  private static ParameterType earlyStopping() {
    return new ParameterType.Struct(
        List.of(
            ParameterSpec.withDefault(
                "monitor",
                new ParameterType.Text(),
                ParameterValue.of("val_loss"),
                "What is watched: loss or a metric, with val_ before it for validation."),
            ParameterSpec.withDefault(
                    "patience",
                    new ParameterType.Int(0, Integer.MAX_VALUE),
                    ParameterValue.of(0L),
                    "How many epochs without an improvement are borne.")
                .in("epochs"),
            ParameterSpec.withDefault(
                "min_delta", NOT_NEGATIVE, ParameterValue.of(0.0), "The least improvement."),
            ParameterSpec.withDefault(
                "restore_best_weights",
                new ParameterType.Bool(),
                ParameterValue.of(false),
                "Whether the model is that of the best epoch, not of the last.")));
  }
}
