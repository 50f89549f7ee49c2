package dev.pipewright.app.shell;

import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.Hands;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// How a person fills in the taxi pipeline's parameters, with whatever they have at hand.
abstract class TaxiHands {

  /// The key of a control's property that says which field of a form it edits.
  static final String PATH = "dev.pipewright.nodes.form.FieldViews.path";

  final OpenWindow window;
  final Hands hands;

  TaxiHands(OpenWindow window, Hands hands) {
    this.window = window;
    this.hands = hands;
  }

  /// Turns to a node's parameters.
  abstract void go(String node);

  /// Writes a value.
  abstract void write(String field, String text);

  /// Writes a long text that was copied elsewhere.
  abstract void paste(String field, String text);

  /// Writes the name of a folder.
  abstract void folder(String field, String text);

  /// Adds an item to a list.
  abstract void add(String list);

  /// Turns a switch on.
  abstract void turnOn(String field);

  /// Chooses a value.
  abstract void choose(String field, String option);

  /// Gives all nodes the parameters that they have in a pipeline.
  final void fill(Pipeline pipeline) {
    go("CsvExampleGen");
    folder("input_base", "data");
    transform(pipeline);
    trainer(pipeline);
    evaluator();
    go("Pusher");
    folder("push_destination.filesystem.base_directory", "serving_model");
  }

  private void transform(Pipeline pipeline) {
    go("Transform");
    var outputs = (ParameterValue.Items) value(pipeline, "Transform", "outputs");
    for (int i = 0; i < outputs.values().size(); i++) {
      var output = (ParameterValue.Fields) outputs.values().get(i);
      add("outputs");
      write("outputs[" + i + "].name", text(output, "name"));
      write("outputs[" + i + "].expression", text(output, "expression"));
    }
  }

  private void trainer(Pipeline pipeline) {
    go("Trainer");
    paste("model", JsonText.pretty(value(pipeline, "Trainer", "model")));
    write("optimizer.config.learning_rate", "0.001");
    write("label_key", "tips_xf");
    write("loss", "binary_crossentropy");
    add("metrics");
    write("metrics[0]", "binary_accuracy");
    write("train_args.num_steps", "30");
    write("eval_args.num_steps", "5");
    write("train_batch_size", "40");
    write("eval_batch_size", "40");
    write("steps_per_epoch", "10");
  }

  private void evaluator() {
    go("Evaluator");
    add("eval_config.model_specs");
    String model = "eval_config.model_specs[0].";
    write(model + "signature_name", "serving_default");
    write(model + "label_key", "tips_xf");
    add(model + "preprocessing_function_names");
    write(model + "preprocessing_function_names[0]", "transform_features");
    add("eval_config.slicing_specs");
    add("eval_config.slicing_specs");
    add("eval_config.slicing_specs[1].feature_keys");
    write("eval_config.slicing_specs[1].feature_keys[0]", "trip_start_hour");
    add("eval_config.metrics_specs");
    String metrics = "eval_config.metrics_specs[0].metrics";
    for (String name : new String[] {"ExampleCount", "AUC", "BinaryAccuracy"}) {
      add(metrics);
      int index = name.equals("ExampleCount") ? 0 : name.equals("AUC") ? 1 : 2;
      write(metrics + "[" + index + "].class_name", name);
    }
    String threshold = metrics + "[2].threshold";
    turnOn(threshold);
    write(threshold + ".value_threshold.lower_bound", "0.0");
    turnOn(threshold + ".change_threshold");
    choose(threshold + ".change_threshold.direction", "HIGHER_IS_BETTER");
    write(threshold + ".change_threshold.absolute", "-1e-10");
  }

  private static ParameterValue value(Pipeline pipeline, String node, String parameter) {
    return pipeline.nodes().stream()
        .filter(each -> each.id().value().equals(node))
        .findFirst()
        .flatMap(each -> each.parameters().get(parameter))
        .orElseThrow();
  }

  private static String text(ParameterValue.Fields fields, String name) {
    return ((ParameterValue.Text) fields.get(name).orElseThrow()).value();
  }

  /// Puts a text on the clipboard, as a person who copies it in another program.
  static void copied(String text) {
    Fx.run(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  final GraphView graph() {
    return (GraphView) window.find(".graph-view");
  }

  final Node owner() {
    return Fx.call(() -> window.scene().getFocusOwner());
  }

  /// Which field of a form a control edits, or the one around it; empty for none.
  static String field(Node control) {
    for (Node around = control; around != null; around = around.getParent()) {
      if (around.hasProperties() && around.getProperties().get(PATH) instanceof String path) {
        return path;
      }
    }
    return "";
  }

  static boolean isAdd(Node control) {
    return control.getStyleClass().contains("form-add");
  }

  final String chosen(Node box) {
    return Fx.call(() -> String.valueOf(((ComboBox<?>) box).getValue()));
  }

  /// All that is seen of a node.
  static Stream<Node> shown(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(TaxiHands::shown))
        : Stream.of(node);
  }
}
