package dev.pipewright.training;

import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.file.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A network as TensorBoard's graph view wants it: Keras 2's JSON of a functional model
/// (tensorboard/plugins/graph/keras_util.py), where a layer's name is in its config too and a
/// tensor is `[layer, node, index]`.
final class NetworkDrawing {

  private static final ParameterValue ZERO = ParameterValue.of(0L);

  private NetworkDrawing() {}

  static String json(FunctionalModel model) {
    ParameterValue.Fields described = fields(model.toJson());
    Map<String, ParameterValue> config =
        new LinkedHashMap<>(fields(described.values().get("config")).values());
    config.computeIfPresent("layers", (key, layers) -> mapped(layers, NetworkDrawing::layer));
    config.computeIfPresent("input_layers", (key, ends) -> mapped(ends, NetworkDrawing::end));
    config.computeIfPresent("output_layers", (key, ends) -> mapped(ends, NetworkDrawing::end));
    Map<String, ParameterValue> drawn = new LinkedHashMap<>(described.values());
    drawn.put("config", ParameterValue.of(config));
    return JsonText.compact(ParameterValue.of(drawn));
  }

  private static ParameterValue layer(ParameterValue json) {
    Map<String, ParameterValue> layer = new LinkedHashMap<>(fields(json).values());
    Map<String, ParameterValue> config = new LinkedHashMap<>();
    config.put("name", layer.getOrDefault("name", ParameterValue.NULL));
    config.putAll(fields(layer.get("config")).values());
    layer.put("config", ParameterValue.of(config));
    layer.computeIfPresent("inbound_nodes", (key, inbound) -> inbound(inbound));
    return ParameterValue.of(layer);
  }

  /// A layer is called once: one list of tensors, or none for an input.
  private static ParameterValue inbound(ParameterValue names) {
    return names.equals(ParameterValue.of(List.of()))
        ? names
        : ParameterValue.of(List.of(mapped(names, NetworkDrawing::tensor)));
  }

  private static ParameterValue tensor(ParameterValue name) {
    return ParameterValue.of(List.of(name, ZERO, ZERO, ParameterValue.of(Map.of())));
  }

  private static ParameterValue end(ParameterValue name) {
    return ParameterValue.of(List.of(name, ZERO, ZERO));
  }

  private interface Mapping {
    ParameterValue of(ParameterValue value);
  }

  private static ParameterValue mapped(ParameterValue items, Mapping mapping) {
    return items instanceof ParameterValue.Items(List<ParameterValue> values)
        ? ParameterValue.of(values.stream().map(mapping::of).toList())
        : items;
  }

  private static ParameterValue.Fields fields(@Nullable ParameterValue v) {
    if (v instanceof ParameterValue.Fields fields) {
      return fields;
    }
    throw new IllegalArgumentException("not an object: " + v);
  }
}
