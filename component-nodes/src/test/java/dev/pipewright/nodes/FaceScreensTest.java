package dev.pipewright.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.canvas.GraphDocument;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphPort;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.canvas.PortType;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.runner.Failure;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Screens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Pictures of all faces in all states, for people to look at; and that no text in them is cut off.
@ExtendWith(FxToolkit.class)
class FaceScreensTest {

  private static final int COLUMN = 216;
  private static final int ROW = 232;

  private static final Failure FAILURE =
      new Failure(
          "The file data/penguins.csv has a row with 9 cells, not 8.",
          Location.of("data/penguins.csv", 17),
          "Mend the row, or set bad_rows to skip.");

  private final Map<String, NodeBinding> bindings = new LinkedHashMap<>();
  private final Map<String, TestNode> models = new LinkedHashMap<>();
  private final List<GraphNode> nodes = new ArrayList<>();

  FaceScreensTest() {
    ServiceLoader.load(NodeBinding.class).forEach(b -> bindings.put(b.component(), b));
  }

  @Test
  void drawsAllFacesInAllStates() {
    StackPane root = Fx.call(StackPane::new);
    Scene scene = Fx.show(root, COLUMN * 11 + 40, ROW * 6 + 40);
    Fx.run(() -> Theme.LIGHT.apply(scene));
    GraphView view = Fx.call(this::view);
    Fx.run(() -> root.getChildren().setAll(view));
    Fx.await("artifacts are read", () -> texts(view).contains("344 rows"));
    Fx.await("curves are read", () -> texts(view).contains("accuracy 0.993"));
    for (Theme theme : Theme.values()) {
      Fx.run(() -> theme.apply(scene));
      Fx.settle();
      Screens.write(scene, "faces-" + theme.name().toLowerCase(Locale.ROOT));
      assertEquals(List.of(), cutOff(view));
    }
  }

  private GraphView view() {
    int row = 0;
    for (Function<TestNode, TestNode> state : states()) {
      int column = 0;
      for (TestNode model : sample()) {
        place(state.apply(model), row, column++);
      }
      row++;
    }
    GraphView view = new GraphView();
    view.minimapVisibleProperty().set(false);
    view.legendVisibleProperty().set(false);
    view.setNodeContent(
        node -> {
          TestNode model = models.get(node.key());
          return new ComponentCard(model, bindings.get(model.spec().name())).content();
        });
    view.setDocument(GraphDocument.of(nodes, List.of()));
    view.zoomTo(1);
    return view;
  }

  private static List<Function<TestNode, TestNode>> states() {
    return List.of(
        node -> node,
        node -> node.is(State.WAITING, 0),
        node -> running(node),
        node -> made(node, "penguins").is(State.DONE, 2100),
        node -> made(node, "strict").is(State.CACHED, 0),
        node -> node.fails(1200, FAILURE));
  }

  private static List<TestNode> sample() {
    return List.of(
        TestNode.penguins("CsvExampleGen"),
        TestNode.penguins("StatisticsGen"),
        TestNode.penguins("SchemaGen"),
        TestNode.of("ImportSchemaGen")
            .with("schema_file", ParameterValue.of("data/penguins.pbtxt")),
        TestNode.penguins("ExampleValidator"),
        TestNode.penguins("Transform"),
        TestNode.penguins("Trainer"),
        TestNode.penguins("latest_blessed_model_resolver"),
        TestNode.penguins("Evaluator"),
        TestNode.penguins("Pusher"),
        TestNode.of("Importer")
            .with("source_uri", ParameterValue.of("/home/ada/pipelines/penguins/data/schema"))
            .with("artifact_type", ParameterValue.of("Schema")));
  }

  /// Only one runs: its chip turns, and every turn is drawn.
  private static TestNode running(TestNode node) {
    if (!node.spec().name().equals("Trainer")) {
      return node.is(State.SKIPPED, 0);
    }
    for (int step = 10; step <= 190; step += 10) {
      node.scalars().add("train/loss", step, 0.9 * Math.exp(-step / 60.0) + 0.05);
      if (step % 30 == 0) {
        node.scalars().add("validation/loss", step, 0.9 * Math.exp(-step / 55.0) + 0.07);
      }
    }
    return node.is(State.RUNNING, 43_000, 19 / 30.0);
  }

  private static TestNode made(TestNode node, String run) {
    boolean isStrict = run.equals("strict");
    return switch (node.spec().name()) {
      case "CsvExampleGen" -> node.made("penguins", "examples");
      case "StatisticsGen" -> node.made("penguins", "statistics");
      case "SchemaGen", "ImportSchemaGen" -> node.made("penguins", "schema");
      case "ExampleValidator" -> node.made(run, "anomalies");
      case "Transform" -> node.made("penguins", "transform_graph");
      case "Trainer" -> node.made("penguins", "model_run");
      case "Evaluator" -> node.made(run, "evaluation", "blessing");
      case "Pusher" ->
          node.made(
              "pushed_model", TestNode.artifact(isStrict ? "strict" : "penguins", "blessing"));
      default -> node;
    };
  }

  private void place(TestNode model, int row, int column) {
    String key = row + "/" + column;
    models.put(key, model);
    nodes.add(
        new GraphNode(
            key,
            model.spec().name(),
            model.spec().name(),
            CategoryStyle.of(model.spec().category()).styleClass(),
            20 + column * COLUMN,
            20 + row * ROW,
            bindings.get(model.spec().name()).width(),
            model.spec().inputs().stream().limit(2).map(FaceScreensTest::port).toList(),
            model.spec().outputs().stream().limit(2).map(FaceScreensTest::port).toList()));
  }

  private static GraphPort port(PortSpec port) {
    PortType type =
        new PortType(
            port.type().name(), "type-examples", "M6 .5A5.5 5.5 0 1 1 6 11.5A5.5 5.5 0 1 1 6 .5Z");
    return new GraphPort(port.name(), type, port.doc());
  }

  private static List<String> texts(GraphView view) {
    return view.lookupAll(".label").stream()
        .filter(n -> n instanceof Label)
        .map(n -> ((Label) n).getText())
        .toList();
  }

  private static List<String> cutOff(GraphView view) {
    return Fx.call(
        () ->
            view.lookupAll(".face .label").stream()
                .filter(n -> n instanceof Label label && label.isTextTruncated())
                .filter(n -> !n.getStyleClass().contains("face-failure"))
                .filter(n -> ((Label) n).getTextOverrun() != OverrunStyle.LEADING_ELLIPSIS)
                .filter(n -> !n.getParent().getStyleClass().contains("histogram"))
                .map(n -> ((Label) n).getText())
                .sorted()
                .distinct()
                .toList());
  }
}
