package dev.pipewright.keras.model;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import java.util.List;
import java.util.OptionalLong;

/// A layer's configuration, by Keras's names and defaults.
public sealed interface Layer {

  /// Its name, unique in the model.
  String name();

  /// What comes in.
  ///
  /// @param batchShape the shape, batch axis first
  /// @param dtype the type of the values
  record InputLayer(String name, Shape batchShape, InputType dtype) implements Layer {}

  /// `activation(x · kernel + bias)` along the last axis.
  ///
  /// @param units the length of the last axis that comes out
  record Dense(
      String name,
      int units,
      Activation activation,
      boolean useBias,
      Initializer kernelInitializer,
      Initializer biasInitializer,
      Regularizer kernelRegularizer)
      implements Layer {
    /// Checks the range.
    public Dense {
      Layer.require(units > 0, name, "units is " + units, "Set units to 1 or more.");
    }

    /// With Keras's defaults.
    public Dense(String name, int units, Activation activation) {
      this(
          name,
          units,
          activation,
          true,
          Initializer.glorotUniform(),
          new Initializer.Zeros(),
          Regularizer.NONE);
    }
  }

  /// A row of a trained table for each integer.
  ///
  /// @param inputDim how many rows: integers are from 0 to below it
  /// @param outputDim how long a row is
  record Embedding(String name, int inputDim, int outputDim, Initializer embeddingsInitializer)
      implements Layer {
    /// Checks the ranges.
    public Embedding {
      Layer.require(
          inputDim > 0 && outputDim > 0,
          name,
          "input_dim is " + inputDim + " and output_dim " + outputDim,
          "Set both to 1 or more.");
    }

    /// With Keras's defaults.
    public Embedding(String name, int inputDim, int outputDim) {
      this(
          name,
          inputDim,
          outputDim,
          new Initializer.RandomUniform(-0.05, 0.05, OptionalLong.empty()));
    }
  }

  /// `(x - mean) / max(√variance, 1e-7)` along the last axis, with the given numbers.
  ///
  /// @param mean one for all, or one each
  /// @param variance one for all, or one each
  record Normalization(String name, List<Double> mean, List<Double> variance) implements Layer {
    /// Copies and checks the numbers.
    public Normalization {
      mean = List.copyOf(mean);
      variance = List.copyOf(variance);
      Layer.require(
          !mean.isEmpty() && mean.size() == variance.size(),
          name,
          "mean has " + mean.size() + " numbers and variance " + variance.size(),
          "Give both the same number of values, one or one for each of the last axis.");
      Layer.require(
          variance.stream().allMatch(v -> v >= 0),
          name,
          "a variance is negative",
          "Set variances of 0 or more.");
    }

    /// As Keras's layer is before it is adapted: mean 0, variance 1.
    public Normalization(String name) {
      this(name, List.of(0.0), List.of(1.0));
    }
  }

  /// Integers as indicators. An integer outside [0, num_tokens) sets none.
  record CategoryEncoding(String name, int numTokens, OutputMode outputMode) implements Layer {
    /// Checks the range.
    public CategoryEncoding {
      Layer.require(
          numTokens > 0, name, "num_tokens is " + numTokens, "Set num_tokens to 1 or more.");
    }

    /// What comes out.
    public enum OutputMode {
      /// An indicator vector for each integer.
      ONE_HOT,
      /// One vector an example: 1 for each integer that occurs.
      MULTI_HOT,
      /// One vector an example: how often each integer occurs.
      COUNT
    }
  }

  /// Another shape for the same values.
  ///
  /// @param targetShape without the batch axis; one length may be -1
  record Reshape(String name, List<Integer> targetShape) implements Layer {
    /// Copies and checks the lengths.
    public Reshape {
      targetShape = List.copyOf(targetShape);
      Layer.require(
          targetShape.stream().filter(dim -> dim == -1).count() <= 1
              && targetShape.stream().allMatch(dim -> dim == -1 || dim > 0),
          name,
          "target_shape is " + targetShape,
          "Use lengths of 1 or more, and -1 at most once.");
      Layer.require(
          targetShape.stream().mapToDouble(Math::abs).reduce(1, (a, b) -> a * b)
              <= Integer.MAX_VALUE,
          name,
          "target_shape is " + targetShape,
          "Use smaller lengths.");
    }
  }

  /// Its inputs side by side along an axis.
  ///
  /// @param axis which, the batch's being 0; negative counts from the end
  record Concatenate(String name, int axis) implements Layer {}

  /// The sum of its inputs, which have one shape.
  record Add(String name) implements Layer {}

  /// While training sets values to 0 with that probability and scales the others by 1 / (1 - rate).
  ///
  /// @param rate the probability
  /// @param seed of its random numbers; without, derived from the model's seed and its name
  record Dropout(String name, double rate, OptionalLong seed) implements Layer {
    /// Checks the range.
    public Dropout {
      Layer.require(
          rate >= 0 && rate < 1, name, "rate is " + rate, "Set a rate from 0 to below 1.");
    }
  }

  /// All axes but the batch's in one.
  record Flatten(String name) implements Layer {}

  /// An activation function; Keras's layer `Activation`.
  record ActivationLayer(String name, Activation activation) implements Layer {}

  private static void require(boolean holds, String layer, String what, String fix) {
    if (!holds) {
      throw new ParameterException(
          Character.toUpperCase(what.charAt(0)) + what.substring(1) + ".",
          Location.subject("layer " + layer),
          fix);
    }
  }
}
