package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.Activation;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.Value;

/// Activation functions of float values (`keras/src/activations`).
final class Activations {

  private Activations() {}

  static Value apply(GraphBuilder graph, Activation activation, Value x) {
    return switch (activation) {
      case LINEAR -> x;
      case RELU -> graph.call("Relu", x);
      case RELU6 -> graph.call("Relu6", x);
      case SIGMOID -> graph.call("Sigmoid", x);
      case TANH -> graph.call("Tanh", x);
      case SOFTMAX -> graph.call("Softmax", x);
      case SOFTPLUS -> graph.call("Softplus", x);
      case SOFTSIGN ->
          graph.call("RealDiv", x, graph.call("AddV2", graph.call("Abs", x), graph.constant(1f)));
      case ELU -> graph.call("Elu", x);
      case SELU -> graph.call("Selu", x);
      case GELU -> gelu(graph, x);
      case SILU -> graph.call("Mul", x, graph.call("Sigmoid", x));
      case EXPONENTIAL -> graph.call("Exp", x);
    };
  }

  /// x · Φ(x), the exact form.
  private static Value gelu(GraphBuilder graph, Value x) {
    Value erf = graph.call("Erf", graph.call("Mul", x, graph.constant((float) Math.sqrt(0.5))));
    Value doubled = graph.call("AddV2", erf, graph.constant(1f));
    return graph.call("Mul", graph.call("Mul", x, graph.constant(0.5f)), doubled);
  }
}
