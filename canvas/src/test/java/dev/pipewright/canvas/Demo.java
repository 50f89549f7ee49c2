package dev.pipewright.canvas;

import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// The canvas in a window, with a document that follows what is done: nodes stay where they are
/// dragged, Delete deletes. D changes between light and dark, H takes the hand, G hides the dots, L
/// shows the legend, M shows a thousand nodes.
///
/// ```
/// mvn -pl canvas test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
///   -Dexec.args="--enable-native-access=ALL-UNNAMED -cp %classpath dev.pipewright.canvas.Demo"
/// ```
final class Demo {

  private final GraphView view = DemoGraph.view();
  private final Scene scene = DemoGraph.scene(view, 1280, 760, "light");

  public static void main(String[] args) {
    Platform.startup(() -> new Demo().show(new Stage()));
  }

  void show(Stage stage) {
    view.placeholderProperty().set(new Label("Nothing is left."));
    view.setOnIntent(this::follow);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(event.getCode()));
    stage.setTitle("Canvas");
    stage.setScene(scene);
    stage.show();
    view.requestFocus();
  }

  GraphView view() {
    return view;
  }

  private void follow(GraphIntent intent) {
    switch (intent) {
      case GraphIntent.MoveItems move -> move(move.nodes());
      case GraphIntent.Delete delete -> delete(delete);
      case GraphIntent.Open open -> view.reveal(open.node());
      default -> {}
    }
  }

  private void move(Map<String, Point2D> places) {
    List<GraphNode> nodes =
        view.getDocument().nodes().stream()
            .map(
                node -> {
                  Point2D place = places.get(node.key());
                  return place == null ? node : node.at(place.getX(), place.getY());
                })
            .toList();
    view.setDocument(GraphDocument.of(nodes, view.getDocument().links()));
  }

  private void delete(GraphIntent.Delete delete) {
    List<GraphNode> nodes =
        view.getDocument().nodes().stream()
            .filter(node -> !delete.nodes().contains(node.key()))
            .toList();
    List<GraphLink> links =
        view.getDocument().links().stream()
            .filter(link -> !delete.links().contains(link.key()))
            .filter(link -> !delete.nodes().contains(link.from().node()))
            .filter(link -> !delete.nodes().contains(link.to().node()))
            .toList();
    view.setDocument(GraphDocument.of(nodes, links));
  }

  private void press(KeyCode key) {
    switch (key) {
      case D -> {
        boolean light = scene.getStylesheets().getFirst().equals(DemoGraph.sheet("light"));
        scene.getStylesheets().set(0, DemoGraph.sheet(light ? "dark" : "light"));
      }
      case H ->
          view.toolProperty().set(view.toolProperty().get() == Tool.HAND ? Tool.SELECT : Tool.HAND);
      case G -> view.gridVisibleProperty().set(!view.gridVisibleProperty().get());
      case L -> view.legendVisibleProperty().set(!view.legendVisibleProperty().get());
      case M -> view.setDocument(DemoGraph.large(1000, 1500, 34));
      default -> {}
    }
  }
}
