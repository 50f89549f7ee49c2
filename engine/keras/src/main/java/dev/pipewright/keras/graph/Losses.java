package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.Activation;
import dev.pipewright.keras.model.Loss;
import dev.pipewright.keras.model.Regularizer;
import dev.pipewright.keras.model.WeightSpec;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.OpInput;
import dev.pipewright.tensorflow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Losses as scalars (`keras/src/losses`, `keras/src/backend/tensorflow/nn.py`). Where the model
/// ends in a sigmoid or softmax, cross entropies are computed from what went into it, as Keras
/// does: exact where the probability rounds to 0 or 1.
public final class Losses {

  private static final float EPSILON = 1e-7f;

  private Losses() {}

  /// The mean loss of a batch: Σ weight · loss / number of examples.
  ///
  /// @param output what the model gives
  /// @param label class numbers or values, of any number type; one each of the output's values, or
  ///   one an example for class numbers
  /// @param weight a float32 weight an example
  public static Value mean(
      GraphBuilder graph, Loss loss, ModelOutput output, Value label, Optional<Value> weight) {
    Value each = perExample(graph.scope("loss"), loss, output, label);
    if (weight.isPresent()) {
      Value weights = graph.call("Reshape", weight.get(), graph.constant(new int[] {-1}));
      each = graph.call("Mul", each, weights);
    }
    return graph.call("Mean", each, graph.constant(new int[] {0}));
  }

  /// The sum of the penalties on weights, if any has one.
  public static Optional<Value> penalty(
      GraphBuilder graph, List<WeightSpec> weights, ModelVariables variables) {
    List<Value> penalties = new ArrayList<>();
    for (WeightSpec weight : weights) {
      Value value = variables.get(weight.name()).read();
      Regularizer regularizer = weight.regularizer();
      if (regularizer.l1() > 0) {
        penalties.add(scaledSum(graph, graph.call("Abs", value), regularizer.l1()));
      }
      if (regularizer.l2() > 0) {
        penalties.add(scaledSum(graph, graph.call("Square", value), regularizer.l2()));
      }
    }
    return penalties.isEmpty()
        ? Optional.empty()
        : Optional.of(graph.call("AddN", OpInput.list(penalties)));
  }

  private static Value scaledSum(GraphBuilder graph, Value values, double factor) {
    Value flat = graph.call("Reshape", values, graph.constant(new int[] {-1}));
    Value sum = graph.call("Sum", flat, graph.constant(new int[] {0}));
    return graph.call("Mul", sum, graph.constant((float) factor));
  }

  private static Value perExample(GraphBuilder graph, Loss loss, ModelOutput output, Value label) {
    Value predicted = output.value();
    return switch (loss) {
      case Loss.BinaryCrossentropy(boolean fromLogits) ->
          overLastAxis(
              graph, "Mean", binary(graph, output, fromLogits, like(graph, label, predicted)));
      case Loss.CategoricalCrossentropy(boolean fromLogits) ->
          categorical(graph, output, fromLogits, like(graph, label, predicted));
      case Loss.SparseCategoricalCrossentropy(boolean fromLogits) ->
          sparse(graph, output, fromLogits, label);
      case Loss.MeanSquaredError() -> {
        Value difference = graph.call("Sub", predicted, like(graph, label, predicted));
        yield overLastAxis(graph, "Mean", graph.call("Square", difference));
      }
      case Loss.MeanAbsoluteError() -> {
        Value difference = graph.call("Sub", predicted, like(graph, label, predicted));
        yield overLastAxis(graph, "Mean", graph.call("Abs", difference));
      }
    };
  }

  /// The label as floats in the shape of the prediction.
  private static Value like(GraphBuilder graph, Value label, Value predicted) {
    Value floats =
        label.dtype() == DType.FLOAT32
            ? label
            : graph.op("Cast").inputs(label).attr("DstT", DType.FLOAT32).value();
    return graph.call("Reshape", floats, graph.call("Shape", predicted));
  }

  private static Value overLastAxis(GraphBuilder graph, String reduction, Value values) {
    return graph.call(reduction, values, graph.constant(new int[] {-1}));
  }

  private static Value binary(
      GraphBuilder graph, ModelOutput output, boolean fromLogits, Value label) {
    if (fromLogits) {
      return sigmoidCrossEntropy(graph, output.value(), label);
    }
    if (output.activation() == Activation.SIGMOID) {
      return sigmoidCrossEntropy(graph, output.before(), label);
    }
    Value one = graph.constant(1f);
    Value p = clipped(graph, output.value());
    Value positive = graph.call("Mul", label, graph.call("Log", p));
    Value negative =
        graph.call(
            "Mul", graph.call("Sub", one, label), graph.call("Log", graph.call("Sub", one, p)));
    return graph.call("Neg", graph.call("AddV2", positive, negative));
  }

  /// `max(x, 0) - x·z + log(1 + e^-|x|)`, with selections whose gradient at 0 is the true one
  /// (`tf.nn.sigmoid_cross_entropy_with_logits`).
  private static Value sigmoidCrossEntropy(GraphBuilder graph, Value x, Value z) {
    Value zeros = graph.call("ZerosLike", x);
    Value isPositive = graph.call("GreaterEqual", x, zeros);
    Value negated = graph.call("Neg", x);
    Value relu = graph.call("SelectV2", isPositive, x, zeros);
    Value minusAbs = graph.call("SelectV2", isPositive, negated, x);
    Value linear = graph.call("Sub", relu, graph.call("Mul", x, z));
    return graph.call("AddV2", linear, graph.call("Log1p", graph.call("Exp", minusAbs)));
  }

  private static Value categorical(
      GraphBuilder graph, ModelOutput output, boolean fromLogits, Value label) {
    Optional<Value> logits = logits(output, fromLogits);
    if (logits.isPresent()) {
      return graph
          .op("SoftmaxCrossEntropyWithLogits")
          .inputs(logits.get(), label)
          .values()
          .getFirst();
    }
    Value sum =
        graph
            .op("Sum")
            .inputs(output.value(), graph.constant(new int[] {-1}))
            .attr("keep_dims", true)
            .value();
    Value p = clipped(graph, graph.call("RealDiv", output.value(), sum));
    Value weighted = graph.call("Mul", label, graph.call("Log", p));
    return graph.call("Neg", overLastAxis(graph, "Sum", weighted));
  }

  private static Value sparse(
      GraphBuilder graph, ModelOutput output, boolean fromLogits, Value label) {
    Value classes =
        label.dtype() == DType.FLOAT32
            ? graph.op("Cast").inputs(label).attr("DstT", DType.INT64).value()
            : label;
    Value flat = graph.call("Reshape", classes, graph.constant(new int[] {-1}));
    Value scores =
        logits(output, fromLogits)
            .orElseGet(() -> graph.call("Log", clipped(graph, output.value())));
    return graph.op("SparseSoftmaxCrossEntropyWithLogits").inputs(scores, flat).values().getFirst();
  }

  private static Optional<Value> logits(ModelOutput output, boolean fromLogits) {
    if (fromLogits) {
      return Optional.of(output.value());
    }
    return output.activation() == Activation.SOFTMAX
        ? Optional.of(output.before())
        : Optional.empty();
  }

  private static Value clipped(GraphBuilder graph, Value p) {
    return graph.call("ClipByValue", p, graph.constant(EPSILON), graph.constant(1 - EPSILON));
  }
}
