package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/// A graph in all its states, as a pipeline of machine learning has them, and what stands on its
/// cards.
final class DemoGraph {

  static final PortType EXAMPLES =
      type("Examples", "M6 .5A5.5 5.5 0 1 1 6 11.5A5.5 5.5 0 1 1 6 .5Z");
  static final PortType STATISTICS =
      type(
          "Statistics",
          "M2.5 1H9.5A1.5 1.5 0 0 1 11 2.5V9.5A1.5 1.5 0 0 1 9.5 11H2.5A1.5 1.5 0 0 1 1 9.5V2.5A1.5"
              + " 1.5 0 0 1 2.5 1Z");
  static final PortType SCHEMA = type("Schema", "M6 0L12 6L6 12L0 6Z");
  static final PortType ANOMALIES = type("Anomalies", "M6 .5L12 11.5H0Z");
  static final PortType TRANSFORM_GRAPH = type("TransformGraph", "M3 .8H9L12 6L9 11.2H3L0 6Z");
  static final PortType MODEL = type("Model", "M6 0L12 4.6L9.7 11.6H2.3L0 4.6Z");
  static final PortType HYPER_PARAMETERS = type("HyperParameters", "M4 0H8V4H12V8H8V12H4V8H0V4H4Z");
  static final PortType EVALUATION = type("Evaluation", "M1.5 .5H6A5.5 5.5 0 0 1 6 11.5H1.5Z");
  static final PortType BLESSING =
      type("Blessing", "M6 -.6L8.1 3.9L12.6 6L8.1 8.1L6 12.6L3.9 8.1L-.6 6L3.9 3.9Z");
  static final PortType PUSHED_MODEL = type("PushedModel", "M.5 1H6.5L12 6L6.5 11H.5Z");
  static final List<PortType> TYPES =
      List.of(
          EXAMPLES,
          STATISTICS,
          SCHEMA,
          ANOMALIES,
          TRANSFORM_GRAPH,
          MODEL,
          HYPER_PARAMETERS,
          EVALUATION,
          BLESSING,
          PUSHED_MODEL);

  private static final ResourceBundle ICONS =
      ResourceBundle.getBundle("dev.pipewright.canvas.demo-icons");

  private DemoGraph() {}

  private static PortType type(String name, String shape) {
    String words = name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return new PortType(name, "type-" + words, shape);
  }

  static GraphPort port(String name, PortType type) {
    return new GraphPort(name, type, "");
  }

  static GraphNode node(
      String title,
      String category,
      double x,
      double y,
      List<GraphPort> inputs,
      List<GraphPort> outputs) {
    double width = title.equals("Trainer") ? 200 : GraphNode.WIDTH;
    return new GraphNode(title, title, title, "category-" + category, x, y, width, inputs, outputs);
  }

  static GraphLink link(String from, String output, String to, String input, LinkState state) {
    return new GraphLink(
        from + "." + output + "-" + to + "." + input,
        new PortRef(from, output),
        new PortRef(to, input),
        state,
        output + " 36");
  }

  static GraphDocument document() {
    GraphPort examples = port("examples", EXAMPLES);
    GraphPort schema = port("schema", SCHEMA);
    GraphPort model = port("model", MODEL);
    GraphPort graph = port("transform_graph", TRANSFORM_GRAPH);
    GraphPort statistics = port("statistics", STATISTICS);
    GraphPort anomalies = port("anomalies", ANOMALIES);
    List<GraphNode> nodes =
        List.of(
            node("CsvExampleGen", "data", 24, 48, List.of(), List.of(examples)),
            node("StatisticsGen", "validate", 236, 48, List.of(examples), List.of(statistics)),
            node(
                "ExampleValidator",
                "validate",
                448,
                48,
                List.of(statistics, schema),
                List.of(anomalies)),
            node("AnomalyNotifier", "custom", 660, 48, List.of(anomalies), List.of()),
            node("ImportSchemaGen", "data", 24, 244, List.of(), List.of(schema)),
            node(
                "Transform",
                "transform",
                236,
                244,
                List.of(examples, schema),
                List.of(graph, port("transformed_examples", EXAMPLES))),
            node(
                "Trainer",
                "train",
                440,
                244,
                List.of(graph, examples, port("hyperparameters", HYPER_PARAMETERS)),
                List.of(model, port("model_run", MODEL))),
            node("Resolver", "train", 468, 499, List.of(), List.of(model)),
            node(
                "Evaluator",
                "evaluate",
                680,
                244,
                List.of(examples, model, port("baseline_model", MODEL)),
                List.of(port("evaluation", EVALUATION), port("blessing", BLESSING))),
            node(
                "Pusher",
                "deploy",
                884,
                350,
                List.of(port("model_blessing", BLESSING), model),
                List.of(port("pushed_model", PUSHED_MODEL))));
    return GraphDocument.of(nodes, links());
  }

  /// The same with a frame, a note, knots, and what else a person may add.
  static GraphDocument edited() {
    GraphDocument plain = document();
    GraphFrame frame =
        new GraphFrame(
            "validation",
            "Data validation",
            "3 components",
            "category-validate",
            220,
            12,
            836,
            196,
            List.of("StatisticsGen", "ExampleValidator", "AnomalyNotifier"),
            List.of("ask"),
            FrameState.OPEN);
    GraphNote note =
        new GraphNote(
            "ask",
            "**Ask ops before the push**\n\nPrcard and three cab companies are new in eval. Extend the"
                + " domain, or drop the rows?",
            860,
            56,
            180,
            136,
            "today 13:48");
    return GraphDocument.of(
        plain.nodes(),
        plain.links().stream()
            .map(link -> link.withKnots(KNOTS.getOrDefault(link.key(), List.of())))
            .toList(),
        List.of(frame),
        List.of(note));
  }

  private static final Map<String, List<Point2D>> KNOTS =
      Map.of(
          "CsvExampleGen.examples-Evaluator.examples",
          List.of(new Point2D(228, 224), new Point2D(640, 224)),
          "ImportSchemaGen.schema-ExampleValidator.schema",
          List.of(new Point2D(412, 232)),
          "Trainer.model-Pusher.model",
          List.of(new Point2D(684, 424)));

  private static List<GraphLink> links() {
    LinkState normal = LinkState.NORMAL;
    LinkState feeding = LinkState.FEEDING;
    LinkState pending = LinkState.PENDING;
    return List.of(
        link("CsvExampleGen", "examples", "StatisticsGen", "examples", normal),
        link("CsvExampleGen", "examples", "Evaluator", "examples", normal),
        link("CsvExampleGen", "examples", "Transform", "examples", normal),
        link("ImportSchemaGen", "schema", "Transform", "schema", normal),
        link("ImportSchemaGen", "schema", "ExampleValidator", "schema", normal),
        link("StatisticsGen", "statistics", "ExampleValidator", "statistics", normal),
        link("ExampleValidator", "anomalies", "AnomalyNotifier", "anomalies", normal),
        link("Transform", "transform_graph", "Trainer", "transform_graph", feeding),
        link("Transform", "transformed_examples", "Trainer", "examples", feeding),
        link("Trainer", "model", "Evaluator", "model", pending),
        link("Trainer", "model", "Pusher", "model", pending),
        link("Resolver", "model", "Evaluator", "baseline_model", normal),
        link("Evaluator", "blessing", "Pusher", "model_blessing", pending));
  }

  static NodeContent content(GraphNode node) {
    NodeContent content = new NodeContent();
    content.iconProperty().set(icon(node.kind(), 16));
    switch (node.kind()) {
      case "CsvExampleGen" -> {
        footer(content, "cached", "Cached", "run 36");
        content
            .previewProperty()
            .set(
                new VBox(
                    spread("15,002 rows", "18 columns"),
                    split(),
                    spread("train 9,981", "eval 5,021")));
      }
      case "StatisticsGen" -> {
        footer(content, "cached", "Cached", "run 36");
        content.previewProperty().set(box(40));
      }
      case "ExampleValidator" -> {
        footer(content, "done", "2.1 s", "");
        action(content, "Review");
        content.previewProperty().set(lines(20, "2 anomalies"));
      }
      case "AnomalyNotifier" -> {
        footer(content, "failed", "Failed 1.2 s", "");
        action(content, "Retry");
        content.stateProperty().set(CardState.FAILED);
        Region said = lines(40, "Webhook replied", "HTTP 403 Forbidden");
        said.getChildrenUnmodifiable().forEach(line -> line.getStyleClass().add("wrong"));
        content.previewProperty().set(said);
      }
      case "ImportSchemaGen" -> {
        footer(content, "done", "0.4 s", "edited");
        content.previewProperty().set(lines(20, "18 features · taxi.pbtxt"));
      }
      case "Transform" -> {
        footer(content, "done", "1 m 04 s", "9 ops");
        content
            .previewProperty()
            .set(lines(32, "18 raw → 16 transformed", "2 vocabularies · 4 buckets"));
      }
      case "Trainer" -> {
        footer(content, "running", "Running 43 s", "ETA 24 s");
        content.stateProperty().set(CardState.RUNNING);
        content.progressProperty().set(0.642);
        content.previewProperty().set(box(80));
      }
      case "Resolver" -> {
        footer(content, "done", "0.2 s", "");
        content.previewProperty().set(lines(16, "Latest blessed · run 36"));
      }
      case "Evaluator" -> {
        footer(content, "waiting", "Waiting for Trainer", "");
        content.stateProperty().set(CardState.WAITING);
        content.previewProperty().set(lines(16, "3 slices · AUC ≥ 0.85"));
      }
      default -> {
        footer(content, "waiting", "Waiting for Evaluator", "");
        content.stateProperty().set(CardState.WAITING);
      }
    }
    return content;
  }

  static Node icon(String name, double size) {
    return new Glyph(ICONS.containsKey(name) ? ICONS.getString(name) : Glyph.ALERT, size);
  }

  private static void footer(NodeContent content, String state, String chip, String meta) {
    Label label = new Label(chip, icon(state, 14));
    label.getStyleClass().addAll("node-chip", state);
    content.chipProperty().set(label);
    if (!meta.isEmpty()) {
      Label right = new Label(meta);
      right.getStyleClass().add("node-meta");
      content.metaProperty().set(right);
    }
  }

  private static void action(NodeContent content, String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("node-meta", "action");
    content.metaProperty().set(label);
  }

  private static Region lines(double height, String... texts) {
    VBox box = new VBox();
    for (String text : texts) {
      Label label = new Label(text);
      label.getStyleClass().add("demo-line");
      label.setMinHeight(16);
      box.getChildren().add(label);
    }
    box.setMinHeight(height);
    box.setPrefHeight(height);
    return box;
  }

  private static Region box(double height) {
    Region well = new Region();
    well.getStyleClass().add("demo-well");
    well.setPrefHeight(height);
    return well;
  }

  private static Region spread(String left, String right) {
    Label first = new Label(left);
    Label last = new Label(right);
    first.getStyleClass().add("demo-line");
    last.getStyleClass().add("demo-line");
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox row = new HBox(first, between, last);
    row.setMinHeight(17);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Region split() {
    Region train = new Region();
    train.getStyleClass().add("demo-train");
    train.setPrefSize(97, 6);
    Region eval = new Region();
    eval.getStyleClass().add("demo-eval");
    eval.setPrefHeight(6);
    HBox.setHgrow(eval, Priority.ALWAYS);
    return new HBox(2, train, eval);
  }

  /// A view of the graph.
  static GraphView view() {
    GraphView view = new GraphView();
    view.setNodeContent(DemoGraph::content);
    view.getLegend().setAll(TYPES);
    view.setDocument(document());
    return view;
  }

  /// A scene with the looks of the demo.
  static Scene scene(GraphView view, double width, double height, String theme) {
    List<String> fonts =
        List.of(
            "/com/formdev/flatlaf/fonts/inter/Inter-Regular.otf",
            "/com/formdev/flatlaf/fonts/inter/Inter-SemiBold.otf",
            "/META-INF/resources/_static/inter/5.2.5/files/inter-latin-500-normal.woff");
    fonts.forEach(font -> Font.loadFont(DemoGraph.class.getResourceAsStream(font), 13));
    Scene scene = new Scene(view, width, height);
    scene.getStylesheets().setAll(sheet(theme), sheet("demo"));
    return scene;
  }

  static String sheet(String name) {
    String file = name.equals("demo") ? "demo.css" : "demo-" + name + ".css";
    return Objects.requireNonNull(DemoGraph.class.getResource(file)).toExternalForm();
  }

  /// Many nodes on a grid, each linked to later ones.
  static GraphDocument large(int nodeCount, int linkCount, int columns) {
    List<GraphNode> nodes = new ArrayList<>();
    List<GraphNode> kinds = document().nodes();
    List<GraphPort> in = List.of(port("examples", EXAMPLES), port("schema", SCHEMA));
    List<GraphPort> out = List.of(port("examples", EXAMPLES), port("model", MODEL));
    for (int i = 0; i < nodeCount; i++) {
      GraphNode kind = kinds.get(i % kinds.size());
      double x = i % columns * 240;
      double y = i / columns * 220;
      nodes.add(
          new GraphNode(
              "n" + i, kind.title(), kind.kind(), kind.category(), x, y, GraphNode.WIDTH, in, out));
    }
    List<GraphLink> links = new ArrayList<>();
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < linkCount; i++) {
      int from = i % (nodeCount - columns - 1);
      int to = from + (random.nextInt(3) == 0 ? columns : 0) + 1;
      boolean model = i >= nodeCount;
      links.add(
          new GraphLink(
              "l" + i,
              new PortRef("n" + from, model ? "model" : "examples"),
              new PortRef("n" + to, model ? "schema" : "examples"),
              i % 9 == 0 ? LinkState.PENDING : LinkState.NORMAL,
              ""));
    }
    return GraphDocument.of(nodes, links);
  }
}
