package dev.pipewright.keras.model;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import java.util.Locale;

/// How gradients change weights, by Keras's names and defaults.
public sealed interface Optimizer {

  /// The step's length.
  double learningRate();

  /// Adam (Kingma and Ba 2014) with Keras's epsilon of 1e-7.
  record Adam(double learningRate, double beta1, double beta2, double epsilon)
      implements Optimizer {
    /// Checks the ranges.
    public Adam {
      Optimizer.check(learningRate, "Adam");
      if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
        throw new ParameterException(
            "beta_1 is " + beta1 + " and beta_2 " + beta2 + ".",
            Location.subject("optimizer Adam"),
            "Set both from 0 to below 1.");
      }
      if (!(epsilon >= 0) || Double.isInfinite(epsilon)) {
        throw new ParameterException(
            "epsilon is " + epsilon + ".",
            Location.subject("optimizer Adam"),
            "Set a small number above 0; 1e-7 is usual.");
      }
    }

    /// With Keras's defaults.
    public Adam(double learningRate) {
      this(learningRate, 0.9, 0.999, 1e-7);
    }
  }

  /// Gradient descent, with momentum if it is not 0, and with Nesterov's if so wished.
  record Sgd(double learningRate, double momentum, boolean nesterov) implements Optimizer {
    /// Checks the ranges.
    public Sgd {
      Optimizer.check(learningRate, "SGD");
      if (!(momentum >= 0 && momentum <= 1)) {
        throw new ParameterException(
            "momentum is " + momentum + ".",
            Location.subject("optimizer SGD"),
            "Set it from 0 to 1.");
      }
    }
  }

  /// The optimizer that a JSON value describes: `"adam"`, or `class_name` and `config`.
  ///
  /// @throws ParameterException saying what is wrong
  static Optimizer parse(ParameterValue json) {
    ClassConfig config = ClassConfig.of(json, "optimizer");
    Optimizer optimizer =
        switch (config.className().toLowerCase(Locale.ROOT)) {
          case "adam" ->
              new Adam(
                  config.real("learning_rate", 0.001),
                  config.real("beta_1", 0.9),
                  config.real("beta_2", 0.999),
                  config.real("epsilon", 1e-7));
          case "sgd" ->
              new Sgd(
                  config.real("learning_rate", 0.01),
                  config.real("momentum", 0),
                  config.flag("nesterov", false));
          default -> throw config.unknownClass("Adam, SGD");
        };
    config.requireAllRead();
    return optimizer;
  }

  private static void check(double learningRate, String name) {
    if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
      throw new ParameterException(
          "learning_rate is " + learningRate + ".",
          Location.subject("optimizer " + name),
          "Set a number above 0; 0.001 is usual.");
    }
  }
}
