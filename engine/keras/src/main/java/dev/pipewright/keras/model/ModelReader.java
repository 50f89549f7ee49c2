package dev.pipewright.keras.model;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads functional models from Keras's configs, with names where Keras writes whole tensors too.
final class ModelReader {

  private ModelReader() {}

  static FunctionalModel read(ParameterValue json) {
    Map<String, ParameterValue> config = config(json);
    List<FunctionalModel.Node> nodes = new ArrayList<>();
    for (ParameterValue layer : items(config.get("layers"), "layers")) {
      nodes.add(node(layer));
    }
    return new FunctionalModel(
        text(config.get("name")).orElse("functional"),
        nodes,
        ends(config.get("input_layers"), "input_layers"),
        ends(config.get("output_layers"), "output_layers"));
  }

  private static Map<String, ParameterValue> config(ParameterValue json) {
    if (json instanceof ParameterValue.Fields fields
        && fields.values().get("config") instanceof ParameterValue.Fields config) {
      return config.values();
    }
    throw wrong(
        "It is not a Keras model.", "Write an object with class_name Functional and config.");
  }

  private static FunctionalModel.Node node(ParameterValue json) {
    ClassConfig config = ClassConfig.of(json, "layer");
    String name =
        json instanceof ParameterValue.Fields fields && fields.values().containsKey("name")
            ? text(fields.values().get("name")).orElse("")
            : config.text("name", "");
    if (name.isEmpty()) {
      throw wrong("A layer " + config.className() + " has no name.", "Set its name.");
    }
    List<String> inbound = new ArrayList<>();
    if (json instanceof ParameterValue.Fields fields) {
      collect(fields.values().get("inbound_nodes"), inbound);
    }
    return new FunctionalModel.Node(LayerReader.read(config, name), inbound);
  }

  /// The layers' names in what feeds a layer: texts of ours, or Keras's calls with tensors whose
  /// history starts with a name.
  private static void collect(@Nullable ParameterValue value, List<String> inbound) {
    switch (value) {
      case ParameterValue.Text(String name) -> inbound.add(name);
      case ParameterValue.Items(List<ParameterValue> items) ->
          items.forEach(item -> collect(item, inbound));
      case ParameterValue.Fields fields when fields.values().containsKey("keras_history") ->
          text(items(fields.values().get("keras_history"), "keras_history").getFirst())
              .ifPresent(inbound::add);
      case ParameterValue.Fields fields -> {
        collect(fields.values().get("args"), inbound);
        collect(fields.values().get("config"), inbound);
      }
      case null, default -> {}
    }
  }

  /// `["x", "y"]`, or as Keras writes it `["x", 0, 0]` or `[["x", 0, 0], ["y", 0, 0]]`.
  private static List<String> ends(@Nullable ParameterValue value, String field) {
    List<String> names = new ArrayList<>();
    for (ParameterValue item : items(value, field)) {
      if (item instanceof ParameterValue.Items tensor) {
        text(items(tensor, field).getFirst()).ifPresent(names::add);
      } else {
        text(item).ifPresent(names::add);
      }
    }
    return names;
  }

  private static List<ParameterValue> items(@Nullable ParameterValue value, String field) {
    if (value instanceof ParameterValue.Items(List<ParameterValue> items) && !items.isEmpty()) {
      return items;
    }
    throw wrong(field + " is missing or empty.", "Set " + field + " to a list.");
  }

  private static Optional<String> text(@Nullable ParameterValue value) {
    return value instanceof ParameterValue.Text(String text) ? Optional.of(text) : Optional.empty();
  }

  private static ParameterException wrong(String what, String fix) {
    return new ParameterException(what, Location.subject("model"), fix);
  }
}
