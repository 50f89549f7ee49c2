package dev.pipewright.keras.model;

import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import java.util.Locale;

/// What training makes small, by Keras's names; the mean over the batch of each example's loss.
public sealed interface Loss {

  /// For labels of 0 and 1 and one probability (or logit) an example.
  record BinaryCrossentropy(boolean fromLogits) implements Loss {}

  /// For labels that are class numbers, and a probability (or logit) for each class.
  record SparseCategoricalCrossentropy(boolean fromLogits) implements Loss {}

  /// For labels that are probabilities of the classes (one-hot), and a probability (or logit) each.
  record CategoricalCrossentropy(boolean fromLogits) implements Loss {}

  /// The square of the difference.
  record MeanSquaredError() implements Loss {}

  /// The size of the difference.
  record MeanAbsoluteError() implements Loss {}

  /// The loss that a JSON value describes: `"binary_crossentropy"`, or `class_name` and `config`.
  ///
  /// @throws ParameterException saying what is wrong
  static Loss parse(ParameterValue json) {
    ClassConfig config = ClassConfig.of(json, "loss");
    Loss loss =
        switch (config.className().toLowerCase(Locale.ROOT).replace("_", "")) {
          case "binarycrossentropy" -> new BinaryCrossentropy(config.flag("from_logits", false));
          case "sparsecategoricalcrossentropy" ->
              new SparseCategoricalCrossentropy(config.flag("from_logits", false));
          case "categoricalcrossentropy" ->
              new CategoricalCrossentropy(config.flag("from_logits", false));
          case "meansquarederror", "mse" -> new MeanSquaredError();
          case "meanabsoluteerror", "mae" -> new MeanAbsoluteError();
          default ->
              throw config.unknownClass(
                  "BinaryCrossentropy, SparseCategoricalCrossentropy, CategoricalCrossentropy,"
                      + " MeanSquaredError, MeanAbsoluteError");
        };
    config.requireAllRead();
    return loss;
  }
}
