package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Files;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FxToolkit.class)
@ParameterizedClass
@ValueSource(strings = {"light", "dark"})
class EditorPicturesTest {

  private final String theme;
  private GraphView view;
  private DemoEdits edits;
  private Scene scene;

  EditorPicturesTest(String theme) {
    this.theme = theme;
  }

  @BeforeEach
  void show() {
    view = Fx.call(DemoGraph::view);
    Fx.run(
        () -> {
          edits = DemoEdits.of(view);
          view.setDocument(DemoGraph.edited());
          scene = DemoGraph.scene(view, 1072, 632, theme);
          Stage stage = new Stage();
          stage.setScene(scene);
          stage.show();
          view.requestFocus();
        });
    Fx.settle();
  }

  private void write(String name) {
    assertTrue(Files.exists(Screens.write(scene, "editor-" + name + "-" + theme)));
  }

  private Point2D at(double x, double y) {
    return Hands.pointIn(view, x, y);
  }

  @Test
  void framesNotesAndKnots() {
    Fx.run(() -> view.getSelection().selectNodes(List.of("Trainer")));
    Fx.settle();
    write("frames");
    Fx.run(() -> view.getSelection().select(List.of(), List.of("validation"), List.of("ask")));
    Fx.settle();
    write("selected-frame");
  }

  @Test
  void aLinkBeingDrawn(Hands hands) {
    hands.moveTo(at(196, 299)).press(MouseButton.PRIMARY).glideTo(at(300, 440));
    write("link");
    hands.glideTo(at(480, 350));
    write("link-unfit");
    hands.glideTo(at(500, 180));
    write("link-node");
    hands.release(MouseButton.PRIMARY);
  }

  @Test
  void modesAndShapes() {
    Fx.run(
        () -> {
          view.getSelection().selectNodes(List.of("CsvExampleGen", "Evaluator"));
          view.edits().toggle(NodeMode.MUTED);
          view.getSelection().selectNodes(List.of("Transform"));
          view.edits().toggle(NodeMode.BYPASSED);
          view.getSelection().selectNodes(List.of("Trainer", "ImportSchemaGen"));
          view.edits().toggleCollapsed();
          view.getSelection().selectFrames(List.of("validation"));
          view.edits().toggleFold();
        });
    Fx.settle();
    write("modes");
  }

  @Test
  void guidesWhileMoving(Hands hands) {
    hands.moveTo(at(560, 520)).press(MouseButton.PRIMARY).glideTo(at(330, 521));
    write("guides");
    hands.release(MouseButton.PRIMARY);
  }

  @Test
  void fromFar(Hands hands) {
    Fx.run(
        () -> {
          view.zoomTo(0.4, 0, 0);
          view.panBy(-40, -40);
        });
    hands.moveTo(at(176, 90));
    Fx.frames(30);
    write("far");
    Fx.run(() -> view.zoomTo(0.2, 0, 0));
    Fx.frames(30);
    write("further");
  }

  @Test
  void writingInPlace() {
    Fx.run(() -> view.editTitle("Trainer"));
    Fx.settle();
    write("title");
    Fx.run(() -> view.editNote("ask"));
    Fx.settle();
    write("note");
  }

  @Test
  void aGhostFromOutside() {
    GraphNode kind = DemoGraph.document().nodes().get(3);
    Fx.run(() -> view.dropPreview(edits.ghost(kind), 740, 300));
    Fx.settle();
    write("ghost");
    Fx.run(view::endDropPreview);
  }
}
