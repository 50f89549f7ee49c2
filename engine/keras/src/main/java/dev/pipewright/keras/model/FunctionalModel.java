package dev.pipewright.keras.model;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/// A Keras functional model: named layers, each fed by others, with inputs and outputs. Making one
/// checks names, connections and shapes, so that every model there is can be built.
///
/// @param name its name
/// @param nodes its layers in an order in which each comes after those that feed it
/// @param inputs the names of its input layers, in order
/// @param outputs the names of the layers whose values it gives, in order
public record FunctionalModel(
    String name, List<Node> nodes, List<String> inputs, List<String> outputs) {

  /// What TensorFlow takes as the name of a scope and of an operation.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.][A-Za-z0-9_.\\\\/>-]*");

  /// The most numbers that a weight, or what a layer gives for an example, may have: 4 GiB.
  private static final int MAX_SIZE = 1 << 30;

  /// A layer and what feeds it.
  ///
  /// @param layer the layer
  /// @param inbound the names of the layers that feed it, in order
  public record Node(Layer layer, List<String> inbound) {
    /// Copies the list.
    public Node {
      inbound = List.copyOf(inbound);
    }

    /// The layer's name.
    public String name() {
      return layer.name();
    }
  }

  /// Sorts the layers and checks names, connections and shapes.
  ///
  /// @throws ParameterException on the layer that is wrong
  public FunctionalModel {
    nodes = sorted(nodes);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    checkEnds(nodes, inputs, outputs);
    nodes.forEach(FunctionalModel::checkName);
    checkSizes(nodes);
  }

  /// Starts a model that layers are added to one by one.
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /// The model that a JSON value describes: `class_name` Functional with Keras's `config`, where
  /// `inbound_nodes` may be Keras's or simply the names of the layers.
  ///
  /// @throws ParameterException saying which layer and field is wrong
  public static FunctionalModel parse(ParameterValue json) {
    return ModelReader.read(json);
  }

  /// The JSON value that [#parse] reads, every default written out.
  public ParameterValue toJson() {
    return ModelWriter.write(this);
  }

  /// The shape that comes out of each layer, in order.
  public SequencedMap<String, Shape> shapes() {
    return shapes(nodes);
  }

  /// The weights of each layer, in order.
  public SequencedMap<String, List<WeightSpec>> weightsByLayer() {
    Map<String, Shape> shapes = shapes();
    SequencedMap<String, List<WeightSpec>> weights = new LinkedHashMap<>();
    for (Node node : nodes) {
      weights.put(node.name(), weights(node, shapes));
    }
    return weights;
  }

  /// All weights, in order.
  public List<WeightSpec> weights() {
    return weightsByLayer().values().stream().flatMap(List::stream).toList();
  }

  /// How many numbers training changes.
  public long parameterCount() {
    return weights().stream().mapToLong(weight -> weight.shape().size()).sum();
  }

  /// The input layers, in order.
  public List<Layer.InputLayer> inputLayers() {
    List<Layer.InputLayer> layers = new ArrayList<>();
    for (String input : inputs) {
      for (Node node : nodes) {
        if (node.layer() instanceof Layer.InputLayer layer && layer.name().equals(input)) {
          layers.add(layer);
        }
      }
    }
    return layers;
  }

  private static SequencedMap<String, Shape> shapes(List<Node> nodes) {
    SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
    for (Node node : nodes) {
      List<Shape> inbound = new ArrayList<>();
      for (String from : node.inbound()) {
        Shape shape = shapes.get(from);
        if (shape != null) {
          inbound.add(shape);
        }
      }
      Shape shape = LayerShapes.output(node.layer(), inbound);
      List<Integer> dims = shape.dims();
      requireSize(
          node.name(), "What it gives", dims.subList(Math.min(1, dims.size()), dims.size()));
      shapes.put(node.name(), shape);
    }
    return Collections.unmodifiableSequencedMap(shapes);
  }

  /// Layers in the order given, except that each waits for those that feed it.
  private static List<Node> sorted(List<Node> nodes) {
    SequencedMap<String, Node> open = new LinkedHashMap<>();
    for (Node node : nodes) {
      if (open.put(node.name(), node) != null) {
        throw wrong(node.name(), "Two layers have this name.", "Rename one of them.");
      }
    }
    checkConnections(nodes, open.keySet());
    List<Node> done = new ArrayList<>();
    Set<String> names = new HashSet<>();
    while (!open.isEmpty()) {
      Node next = null;
      for (Node node : open.values()) {
        if (names.containsAll(node.inbound())) {
          next = node;
          break;
        }
      }
      if (next == null) {
        throw wrong(
            open.firstEntry().getKey(),
            "The layers " + open.keySet() + " feed each other in a circle.",
            "Remove a connection.");
      }
      open.remove(next.name());
      names.add(next.name());
      done.add(next);
    }
    return List.copyOf(done);
  }

  private static void checkConnections(List<Node> nodes, Set<String> names) {
    for (Node node : nodes) {
      for (String from : node.inbound()) {
        if (!names.contains(from)) {
          throw wrong(
              node.name(),
              "It is fed by " + from + ", and there is no such layer.",
              "Choose one of " + String.join(", ", names) + ".");
        }
      }
    }
  }

  private static void checkEnds(List<Node> nodes, List<String> inputs, List<String> outputs) {
    Set<String> all = new LinkedHashSet<>();
    Set<String> inputLayers = new LinkedHashSet<>();
    for (Node node : nodes) {
      all.add(node.name());
      if (node.layer() instanceof Layer.InputLayer) {
        inputLayers.add(node.name());
      }
    }
    if (inputs.size() != inputLayers.size() || !inputLayers.containsAll(inputs)) {
      throw wrong(
          String.join(", ", inputLayers),
          "The model's inputs are " + inputs + ", its input layers " + inputLayers + ".",
          "Name each input layer once among the inputs.");
    }
    if (outputs.isEmpty() || !all.containsAll(outputs)) {
      throw wrong(
          String.join(", ", outputs),
          "The model's outputs are " + outputs + ".",
          "Choose at least one of " + String.join(", ", all) + ".");
    }
  }

  private static void checkName(Node node) {
    if (!NAME.matcher(node.name()).matches()) {
      throw wrong(
          node.name(),
          "TensorFlow does not take its name.",
          "Use letters, digits and _ . - / in it, with a letter, a digit or . at the front.");
    }
  }

  private static void checkSizes(List<Node> nodes) {
    SequencedMap<String, Shape> shapes = shapes(nodes);
    for (Node node : nodes) {
      for (WeightSpec weight : weights(node, shapes)) {
        requireSize(node.name(), "Its weight " + weight.name(), weight.shape().dims());
      }
    }
  }

  private static List<WeightSpec> weights(Node node, Map<String, Shape> shapes) {
    return LayerShapes.weights(node.layer(), node.inbound().stream().map(shapes::get).toList());
  }

  private static void requireSize(String layer, String what, List<Integer> dims) {
    double size =
        dims.stream().filter(dim -> dim >= 0).mapToDouble(dim -> dim).reduce(1, (a, b) -> a * b);
    if (size > MAX_SIZE) {
      throw wrong(
          layer,
          String.format(
              Locale.ROOT,
              "%s has the shape %s, more than %,d numbers.",
              what,
              new Shape(dims),
              MAX_SIZE),
          "Make its lengths smaller, as units or output_dim.");
    }
  }

  private static ParameterException wrong(String layer, String what, String fix) {
    return new ParameterException(what, Location.subject("layer " + layer), fix);
  }

  /// Collects layers.
  public static final class Builder {

    private final String name;
    private final List<Node> nodes = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    /// Adds a layer fed by these, and returns its name.
    public String add(Layer layer, List<String> inbound) {
      nodes.add(new Node(layer, inbound));
      return layer.name();
    }

    /// Adds a layer fed by these, and returns its name.
    public String add(Layer layer, String... inbound) {
      return add(layer, List.of(inbound));
    }

    /// The model with these outputs; its inputs are its input layers in the order they were added.
    ///
    /// @throws ParameterException on the layer that is wrong
    public FunctionalModel build(String... outputs) {
      List<String> inputs =
          nodes.stream()
              .filter(node -> node.layer() instanceof Layer.InputLayer)
              .map(Node::name)
              .toList();
      return new FunctionalModel(name, nodes, inputs, List.of(outputs));
    }
  }
}
