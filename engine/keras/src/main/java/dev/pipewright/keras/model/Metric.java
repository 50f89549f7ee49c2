package dev.pipewright.keras.model;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import java.util.Locale;

/// A number that tells how good predictions are, by Keras's names and definitions.
public sealed interface Metric {

  /// Its name in results, `auc`.
  String name();

  /// Which way is better.
  Direction direction();

  /// Which way is better.
  enum Direction {
    /// Lower, as errors.
    LOWER,
    /// Higher, as accuracy.
    HIGHER
  }

  /// The share of values whose prediction is on the label's side of the threshold.
  record BinaryAccuracy(String name, double threshold) implements Metric {
    @Override
    public Direction direction() {
      return Direction.HIGHER;
    }
  }

  /// The share of examples whose most probable class is the label.
  record SparseCategoricalAccuracy(String name) implements Metric {
    @Override
    public Direction direction() {
      return Direction.HIGHER;
    }
  }

  /// The same for one-hot labels.
  record CategoricalAccuracy(String name) implements Metric {
    @Override
    public Direction direction() {
      return Direction.HIGHER;
    }
  }

  /// The area under the ROC or the precision-recall curve, from that many thresholds.
  record Auc(String name, Curve curve, int numThresholds, boolean fromLogits) implements Metric {
    /// Checks the range.
    public Auc {
      if (numThresholds < 2) {
        throw new ParameterException(
            "num_thresholds is " + numThresholds + ".",
            Location.subject("metric " + name),
            "Set it to 2 or more; 200 is usual.");
      }
    }

    @Override
    public Direction direction() {
      return Direction.HIGHER;
    }

    /// Which curve.
    public enum Curve {
      /// True positive rate over false positive rate.
      ROC,
      /// Precision over recall.
      PR
    }
  }

  /// True positives among predicted positives (above the threshold).
  record Precision(String name, double threshold) implements Metric {
    @Override
    public Direction direction() {
      return Direction.HIGHER;
    }
  }

  /// True positives among positives.
  record Recall(String name, double threshold) implements Metric {
    @Override
    public Direction direction() {
      return Direction.HIGHER;
    }
  }

  /// The mean of the squared differences.
  record MeanSquaredError(String name) implements Metric {
    @Override
    public Direction direction() {
      return Direction.LOWER;
    }
  }

  /// The mean of the differences' sizes.
  record MeanAbsoluteError(String name) implements Metric {
    @Override
    public Direction direction() {
      return Direction.LOWER;
    }
  }

  /// The metric that a JSON value describes: `"auc"`, or `class_name` and `config`.
  ///
  /// @throws ParameterException saying what is wrong
  static Metric parse(ParameterValue json) {
    ClassConfig config = ClassConfig.of(json, "metric");
    Metric metric =
        switch (config.className().toLowerCase(Locale.ROOT).replace("_", "")) {
          case "binaryaccuracy" ->
              new BinaryAccuracy(
                  config.text("name", "binary_accuracy"), config.real("threshold", 0.5));
          case "sparsecategoricalaccuracy" ->
              new SparseCategoricalAccuracy(config.text("name", "sparse_categorical_accuracy"));
          case "categoricalaccuracy" ->
              new CategoricalAccuracy(config.text("name", "categorical_accuracy"));
          case "auc" ->
              new Auc(
                  config.text("name", "auc"),
                  config.oneOf("curve", Auc.Curve.class, Auc.Curve.ROC),
                  config.integer("num_thresholds", 200),
                  config.flag("from_logits", false));
          case "precision" ->
              new Precision(config.text("name", "precision"), config.real("thresholds", 0.5));
          case "recall" ->
              new Recall(config.text("name", "recall"), config.real("thresholds", 0.5));
          case "meansquarederror", "mse" ->
              new MeanSquaredError(config.text("name", "mean_squared_error"));
          case "meanabsoluteerror", "mae" ->
              new MeanAbsoluteError(config.text("name", "mean_absolute_error"));
          default ->
              throw config.unknownClass(
                  "BinaryAccuracy, SparseCategoricalAccuracy, CategoricalAccuracy, AUC, Precision,"
                      + " Recall, MeanSquaredError, MeanAbsoluteError");
        };
    config.requireAllRead();
    return metric;
  }
}
