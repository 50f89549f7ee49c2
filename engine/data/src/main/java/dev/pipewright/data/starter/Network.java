package dev.pipewright.data.starter;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import java.util.ArrayList;
import java.util.List;

/// A small network as Keras writes a functional model: scaled numbers, one-hot or embedded kinds,
/// two hidden layers, and what the goal needs at the end.
final class Network {

  private static final int ONE_HOT = 20;
  private static final int WIDEST_EMBEDDING = 16;
  private static final int HIDDEN = 32;
  private static final int SECOND = 16;

  /// Normalization divides by no less than 1e-7.
  private static final double LARGEST_STEP = 1e6;

  private final FeatureNames names;
  private final List<ParameterValue> layers = new ArrayList<>();
  private final List<String> inputs = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();

  private Network(FeatureNames names) {
    this.names = names;
  }

  /// The network that predicts a label from features.
  static Fields of(String title, FeatureNames names, List<Feature> features, Label label) {
    Network network = new Network(names);
    features.forEach(network::input);
    features.forEach(network::encode);
    String all = network.join();
    network.dense("hidden_1", HIDDEN, "relu", all);
    network.dense("hidden_2", Math.max(SECOND, label.outputs()), "relu", "hidden_1");
    String output = network.output(label);
    return Json.object(
        "class_name",
        "Functional",
        "config",
        Json.object(
            "name",
            title,
            "layers",
            ParameterValue.of(network.layers),
            "input_layers",
            Json.texts(network.inputs),
            "output_layers",
            Json.list(output)));
  }

  private void input(Feature feature) {
    switch (feature) {
      case Feature.Scaled(ColumnSummary column, _) -> input(column, "float32");
      case Feature.Kind(ColumnSummary column) -> input(column, "int32");
      case Feature.LeftOut _ -> {}
    }
  }

  private void input(ColumnSummary column, String type) {
    String name = names.transformed(column.name());
    inputs.add(name);
    layers.add(
        Json.object(
            "class_name",
            "InputLayer",
            "name",
            name,
            "config",
            Json.object("batch_shape", Json.list(ParameterValue.NULL, 1), "dtype", type)));
  }

  private void encode(Feature feature) {
    switch (feature) {
      case Feature.Scaled(ColumnSummary column, _) -> columns.add(names.transformed(column.name()));
      case Feature.Kind kind -> {
        long tokens = kind.size() + 1;
        if (tokens <= ONE_HOT) {
          oneHot(kind, tokens);
        } else {
          embed(kind, tokens);
        }
      }
      case Feature.LeftOut _ -> {}
    }
  }

  private void oneHot(Feature.Kind kind, long tokens) {
    String name = names.of(kind.column().name()) + "_one_hot";
    columns.add(name);
    layer(
        "CategoryEncoding",
        name,
        Json.object("num_tokens", tokens, "output_mode", "multi_hot"),
        names.transformed(kind.column().name()));
  }

  private void embed(Feature.Kind kind, long tokens) {
    String name = names.of(kind.column().name());
    long width = Math.min(WIDEST_EMBEDDING, (long) Math.ceil(Math.sqrt(tokens)));
    layer(
        "Embedding",
        name + "_embedding",
        Json.object("input_dim", tokens, "output_dim", width),
        names.transformed(kind.column().name()));
    layer("Flatten", name + "_embedded", Json.object(), name + "_embedding");
    columns.add(name + "_embedded");
  }

  private String join() {
    if (columns.size() == 1) {
      return columns.getFirst();
    }
    layers.add(
        Json.object(
            "class_name",
            "Concatenate",
            "name",
            "features",
            "config",
            Json.object("axis", -1),
            "inbound_nodes",
            Json.texts(columns)));
    return "features";
  }

  /// A number is learned in units of its deviation, and then brought to its own.
  private String output(Label label) {
    if (!(label.goal() instanceof Goal.Number(Numbers numbers))) {
      dense(
          "prediction", label.outputs(), label.outputs() == 1 ? "sigmoid" : "softmax", "hidden_2");
      return "prediction";
    }
    dense("scaled_prediction", 1, "linear", "hidden_2");
    String before = "scaled_prediction";
    double rest = numbers.deviation();
    for (int i = 1; rest > LARGEST_STEP; i++) {
      rest /= LARGEST_STEP;
      before = scale("enlarged_" + i, 0, LARGEST_STEP, before);
    }
    return scale("prediction", numbers.mean(), rest, before);
  }

  /// A layer that gives `x * factor + offset`. Keras has Rescaling for it; Normalization, which
  /// gives `(x - mean) / sqrt(variance)`, does the same.
  private String scale(String name, double offset, double factor, String before) {
    layer(
        "Normalization",
        name,
        Json.object(
            "mean", Json.list(-offset / factor), "variance", Json.list(1 / (factor * factor))),
        before);
    return name;
  }

  private void dense(String name, long units, String activation, String before) {
    layer("Dense", name, Json.object("units", units, "activation", activation), before);
  }

  private void layer(String type, String name, Fields config, String before) {
    layers.add(
        Json.object(
            "class_name",
            type,
            "name",
            name,
            "config",
            config,
            "inbound_nodes",
            Json.list(before)));
  }
}
