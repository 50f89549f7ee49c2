package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.Shape;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/// Builds what a model computes.
public final class ForwardPass {

  private ForwardPass() {}

  /// The model as it is used: dropout does nothing.
  ///
  /// @param inputs a value for each input layer, by name; integers are cast where a layer needs it
  /// @return the outputs by layer name, in order
  /// @throws IllegalArgumentException if an input is missing
  public static SequencedMap<String, ModelOutput> inference(
      GraphBuilder graph,
      FunctionalModel model,
      ModelVariables variables,
      Map<String, Value> inputs) {
    return build(graph, model, variables, inputs, Optional.empty());
  }

  /// The model as it is trained.
  ///
  /// @param seed the seed of layers that have none
  /// @param step the int64 number of the step: with the seed it decides what is dropped, so that a
  ///   training that is resumed drops the same
  public static SequencedMap<String, ModelOutput> training(
      GraphBuilder graph,
      FunctionalModel model,
      ModelVariables variables,
      Map<String, Value> inputs,
      long seed,
      Value step) {
    return build(
        graph, model, variables, inputs, Optional.of(new LayerGraphs.Randomness(seed, step)));
  }

  private static SequencedMap<String, ModelOutput> build(
      GraphBuilder graph,
      FunctionalModel model,
      ModelVariables variables,
      Map<String, Value> inputs,
      Optional<LayerGraphs.Randomness> randomness) {
    Map<String, Shape> shapes = model.shapes();
    Map<String, ModelOutput> built = new LinkedHashMap<>();
    for (FunctionalModel.Node node : model.nodes()) {
      GraphBuilder within = graph.scope(node.name());
      Shape shape = Objects.requireNonNull(shapes.get(node.name()));
      List<Value> inbound =
          node.inbound().stream().map(name -> built(built, name).value()).toList();
      built.put(
          node.name(),
          new LayerGraphs(within, variables, randomness, shape)
              .build(node.layer(), inbound, inputs));
    }
    SequencedMap<String, ModelOutput> outputs = new LinkedHashMap<>();
    for (String output : model.outputs()) {
      outputs.put(output, built(built, output));
    }
    return outputs;
  }

  private static ModelOutput built(Map<String, ModelOutput> built, String name) {
    return Objects.requireNonNull(built.get(name));
  }
}
