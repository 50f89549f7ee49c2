package dev.pipewright.training;

import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.file.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A network as TensorBoard's graph view wants it: Keras 3's JSON of a functional model as far as
/// tensorboard/plugins/graph/keras_util.py reads it. A layer's name is in its config too, and a
/// tensor has a history of `[layer, node, index]`.
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

  /// A layer is called once, with one tensor or a list of them; an input never.
  private static ParameterValue inbound(ParameterValue names) {
    if (!(mapped(names, NetworkDrawing::tensor)
            instanceof ParameterValue.Items(List<ParameterValue> tensors))
        || tensors.isEmpty()) {
      return names;
    }
    ParameterValue argument = tensors.size() == 1 ? tensors.getFirst() : ParameterValue.of(tensors);
    Map<String, ParameterValue> call = new LinkedHashMap<>();
    call.put("args", ParameterValue.of(List.of(argument)));
    call.put("kwargs", ParameterValue.of(Map.of()));
    return ParameterValue.of(List.of(ParameterValue.of(call)));
  }

  private static ParameterValue tensor(ParameterValue name) {
    Map<String, ParameterValue> tensor = new LinkedHashMap<>();
    tensor.put("class_name", ParameterValue.of("__keras_tensor__"));
    tensor.put("config", ParameterValue.of(Map.of("keras_history", end(name))));
    return ParameterValue.of(tensor);
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
