package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.ModelWeights;
import dev.pipewright.keras.model.Shape;
import dev.pipewright.keras.model.WeightSpec;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.tensorflow.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A model's weights as variables of a graph. Several forward passes in one graph share them.
public final class ModelVariables {

  private final FunctionalModel model;
  private final SequencedMap<String, Variable> variables = new LinkedHashMap<>();

  private ModelVariables(FunctionalModel model) {
    this.model = model;
  }

  /// Adds the variables, under the graph's scope, with zeros as first values; see [#assign].
  public static ModelVariables create(GraphBuilder graph, FunctionalModel model) {
    ModelVariables created = new ModelVariables(model);
    for (WeightSpec weight : model.weights()) {
      Value zeros = graph.call("Fill", graph.constant(intDims(weight.shape())), graph.constant(0f));
      created.variables.put(
          weight.name(), graph.variable(weight.name(), Variable.Role.TRAINABLE, zeros));
    }
    return created;
  }

  private static int[] intDims(Shape shape) {
    return shape.dims().stream().mapToInt(Integer::intValue).toArray();
  }

  /// The variable of a weight, `dense/kernel`.
  ///
  /// @throws IllegalArgumentException if the model has no such weight
  public Variable get(String weight) {
    Variable variable = ((Map<String, Variable>) variables).get(weight);
    if (variable == null) {
      throw new IllegalArgumentException("no weight " + weight + " in model " + model.name());
    }
    return variable;
  }

  /// All of them, in the model's order.
  public List<Variable> all() {
    return List.copyOf(variables.values());
  }

  /// Sets every weight in the session.
  public void assign(GraphSession session, ModelWeights weights) {
    for (WeightSpec weight : model.weights()) {
      long[] dims = weight.shape().dims().stream().mapToLong(Integer::longValue).toArray();
      try (HostTensor tensor = HostTensor.of(weights.get(weight.name()), dims)) {
        session.assign(get(weight.name()), tensor);
      }
    }
  }

  /// The values every weight has in the session.
  public ModelWeights read(GraphSession session) {
    SequencedMap<String, float[]> values = new LinkedHashMap<>();
    variables.forEach(
        (name, variable) -> {
          try (HostTensor tensor = session.read(variable)) {
            values.put(name, tensor.toFloats());
          }
        });
    return new ModelWeights(values);
  }
}
