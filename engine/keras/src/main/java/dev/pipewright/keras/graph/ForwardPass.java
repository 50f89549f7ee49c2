package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.Layer;
import dev.pipewright.keras.model.Shape;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    Map<String, EncodedProduct> products = new HashMap<>();
    Set<String> needed = needed(model, products);
    Map<String, ModelOutput> built = new HashMap<>();
    for (FunctionalModel.Node node : model.nodes()) {
      if (needed.contains(node.name())) {
        Shape shape = Objects.requireNonNull(shapes.get(node.name()));
        LayerGraphs layer = new LayerGraphs(graph.scope(node.name()), variables, randomness, shape);
        EncodedProduct product = products.get(node.name());
        List<Value> sources =
            sources(node, product).stream().map(name -> built(built, name).value()).toList();
        built.put(
            node.name(),
            product == null
                ? layer.build(node.layer(), sources, inputs)
                : layer.build((Layer.Dense) node.layer(), product, sources));
      }
    }
    SequencedMap<String, ModelOutput> outputs = new LinkedHashMap<>();
    for (String output : model.outputs()) {
      outputs.put(output, built(built, output));
    }
    return outputs;
  }

  /// The layers that the outputs need, where products look rows up instead of having them encoded.
  private static Set<String> needed(FunctionalModel model, Map<String, EncodedProduct> products) {
    Set<String> needed = new HashSet<>(model.outputs());
    for (FunctionalModel.Node node : model.nodes().reversed()) {
      if (needed.contains(node.name())) {
        EncodedProduct.of(node, model).ifPresent(product -> products.put(node.name(), product));
        needed.addAll(sources(node, products.get(node.name())));
      }
    }
    return needed;
  }

  private static List<String> sources(FunctionalModel.Node node, @Nullable EncodedProduct product) {
    return product == null ? node.inbound() : product.sources();
  }

  private static ModelOutput built(Map<String, ModelOutput> built, String name) {
    return Objects.requireNonNull(built.get(name));
  }
}
