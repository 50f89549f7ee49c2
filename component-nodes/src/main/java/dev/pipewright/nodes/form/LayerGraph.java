package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Items;
import dev.pipewright.pipeline.ParameterValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The JSON of a Keras functional model, looked at as layers. What is not understood is kept.
///
/// @param json the whole value
/// @param layers its layers, in their order
record LayerGraph(Fields json, List<Layer> layers) {

  private static final String INBOUND = "inbound_nodes";

  /// A layer.
  ///
  /// @param name its name, to which others refer
  /// @param className its class, as `Dense`
  /// @param config its settings
  /// @param json all of it
  record Layer(String name, String className, Fields config, Fields json) {

    boolean isInput() {
      return className.equals("InputLayer");
    }

    /// The layers that it takes, where they are given by name alone.
    Optional<List<String>> inbound() {
      return names(json.get(INBOUND).orElse(new Items(List.of())));
    }

    private Layer with(String field, ParameterValue value) {
      return read(json.with(field, value)).orElseThrow();
    }
  }

  LayerGraph {
    layers = List.copyOf(layers);
  }

  /// The layers of a value; empty when it is no functional model.
  static Optional<LayerGraph> of(ParameterValue value) {
    if (!(value instanceof Fields model)
        || !(model.get("config").orElse(ParameterValue.NULL) instanceof Fields config)
        || !(config.get("layers").orElse(ParameterValue.NULL) instanceof Items(var items))) {
      return Optional.empty();
    }
    List<Layer> layers = items.stream().flatMap(item -> read(item).stream()).toList();
    return layers.isEmpty() || layers.size() < items.size()
        ? Optional.empty()
        : Optional.of(new LayerGraph(model, layers));
  }

  private static Optional<Layer> read(ParameterValue value) {
    return value instanceof Fields json
            && json.get("class_name").orElse(ParameterValue.NULL) instanceof Text(String type)
            && json.get("config").orElse(Fields.EMPTY) instanceof Fields config
        ? json.get("name")
            .or(() -> config.get("name"))
            .filter(Text.class::isInstance)
            .map(name -> new Layer(((Text) name).value(), type, config, json))
        : Optional.empty();
  }

  /// How many layers are inputs.
  int inputCount() {
    return (int) layers.stream().filter(Layer::isInput).count();
  }

  /// Whether a layer can be taken out, so that what took it takes what it took.
  boolean canRemove(int index) {
    return isPlain()
        && !layers.get(index).isInput()
        && layers.get(index).inbound().filter(names -> names.size() == 1).isPresent()
        && !isOutput(layers.get(index).name());
  }

  /// Whether a layer can be put before the output.
  boolean canAdd() {
    return isPlain() && outputs().size() == 1 && output() >= 0 && !layers.get(output()).isInput();
  }

  /// The same with a setting of a layer changed.
  LayerGraph withSetting(int index, String key, ParameterValue value) {
    Layer layer = layers.get(index);
    return with(index, layer.with("config", layer.config().with(key, value)));
  }

  /// The same without a layer.
  LayerGraph without(int index) {
    Layer gone = layers.get(index);
    String source = gone.inbound().orElseThrow().getFirst();
    List<Layer> left = new ArrayList<>(layers);
    left.remove(index);
    left.replaceAll(layer -> relinked(layer, name -> name.equals(gone.name()) ? source : name));
    return with(left);
  }

  /// Whether a layer of a chain can be put before another.
  boolean canMove(int index, int before) {
    return index != before
        && canRemove(index)
        && !layers.get(before).isInput()
        && layers.get(before).inbound().filter(names -> names.size() == 1).isPresent();
  }

  /// The same with a layer of a chain put before another: it takes what that took.
  LayerGraph moved(int index, int before) {
    Layer layer = layers.get(index);
    String target = layers.get(before).name();
    List<Layer> left = new ArrayList<>(without(index).layers());
    int at = 0;
    while (!left.get(at).name().equals(target)) {
      at++;
    }
    Layer next = left.get(at);
    left.set(at, next.with(INBOUND, texts(Stream.of(layer.name()))));
    left.add(at, layer.with(INBOUND, texts(next.inbound().orElseThrow().stream())));
    return with(left);
  }

  /// The same with a Dense layer before the output.
  LayerGraph withDense() {
    int output = output();
    Layer last = layers.get(output);
    String name = freeName();
    Fields json =
        Fields.EMPTY
            .with("class_name", ParameterValue.of("Dense"))
            .with("name", ParameterValue.of(name))
            .with(
                "config",
                Fields.EMPTY
                    .with("units", ParameterValue.of(16L))
                    .with("activation", ParameterValue.of("relu")))
            .with(INBOUND, last.json().get(INBOUND).orElseThrow());
    List<Layer> more = new ArrayList<>(layers);
    more.set(output, last.with(INBOUND, texts(Stream.of(name))));
    more.add(output, read(json).orElseThrow());
    return with(more);
  }

  private boolean isPlain() {
    return layers.stream().allMatch(layer -> layer.inbound().isPresent());
  }

  private List<String> outputs() {
    Fields config = (Fields) json.get("config").orElseThrow();
    return names(config.get("output_layers").orElse(ParameterValue.NULL)).orElse(List.of());
  }

  private boolean isOutput(String name) {
    List<String> outputs = outputs();
    return outputs.isEmpty() || outputs.contains(name);
  }

  /// The place of the output layer, or -1.
  private int output() {
    return IntStream.range(0, layers.size())
        .filter(i -> outputs().contains(layers.get(i).name()))
        .findFirst()
        .orElse(-1);
  }

  private String freeName() {
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> n == 1 ? "dense" : "dense_" + n)
        .filter(name -> layers.stream().noneMatch(layer -> layer.name().equals(name)))
        .findFirst()
        .orElseThrow();
  }

  private LayerGraph with(int index, Layer layer) {
    List<Layer> changed = new ArrayList<>(layers);
    changed.set(index, layer);
    return with(changed);
  }

  private LayerGraph with(List<Layer> changed) {
    Fields config = (Fields) json.get("config").orElseThrow();
    Items items = new Items(changed.stream().<ParameterValue>map(Layer::json).toList());
    return new LayerGraph(json.with("config", config.with("layers", items)), changed);
  }

  private static Layer relinked(Layer layer, UnaryOperator<String> rename) {
    List<String> old = layer.inbound().orElseThrow();
    List<String> renamed = old.stream().map(rename).toList();
    return renamed.equals(old) ? layer : layer.with(INBOUND, texts(renamed.stream()));
  }

  private static Items texts(Stream<String> names) {
    return new Items(names.map(ParameterValue::of).toList());
  }

  private static Optional<List<String>> names(ParameterValue value) {
    return value instanceof Items(var items) && items.stream().allMatch(Text.class::isInstance)
        ? Optional.of(items.stream().map(item -> ((Text) item).value()).toList())
        : Optional.empty();
  }
}
