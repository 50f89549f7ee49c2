package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class NestedFramesTest {

  private static final String OUTER_CARD = Folding.keyOf("validation");
  private static final String INNER_CARD = Folding.keyOf("check");

  private EditorStage stage;

  /// The demo's frame, higher, with a frame in it around two of its three nodes.
  private static GraphDocument nested() {
    GraphDocument plain = DemoGraph.edited();
    GraphFrame outer =
        plain
            .frames()
            .getFirst()
            .in(200, -40, 860, 260)
            .withMembers(List.of("AnomalyNotifier"), List.of("ask"));
    GraphFrame inner =
        new GraphFrame(
            "check",
            "Check",
            "2 components",
            "category-validate",
            224,
            4,
            412,
            204,
            List.of("StatisticsGen", "ExampleValidator"),
            List.of(),
            FrameState.OPEN,
            "validation");
    return GraphDocument.of(plain.nodes(), plain.links(), List.of(outer, inner), plain.notes());
  }

  @BeforeEach
  void show() {
    stage = EditorStage.show(nested());
    Fx.run(() -> stage.view.panBy(0, -60));
    Fx.settle();
  }

  private GraphFrame frame(String key) {
    return Fx.call(
        () ->
            stage.view.getDocument().frames().stream()
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElseThrow());
  }

  private void fold(String frame) {
    Fx.run(() -> stage.edits.accept(new GraphIntent.FoldFrame(frame, FrameState.FOLDED)));
    Fx.settle();
  }

  private NodeItem item(String key) {
    return Fx.call(() -> stage.drawing().items().node(key));
  }

  @Test
  void theOuterOneIsDraggedWithTheInnerOneAndTheInnerOneAlone(Hands hands) {
    hands.hold(KeyCode.ALT).drag(stage.at(500, -26), stage.at(510, 4)).release(KeyCode.ALT);
    GraphIntent.MoveItems both = (GraphIntent.MoveItems) stage.last();
    assertEquals(
        Map.of("validation", new Point2D(210, -10), "check", new Point2D(234, 34)), both.frames());
    assertEquals(
        Set.of("StatisticsGen", "ExampleValidator", "AnomalyNotifier"), both.nodes().keySet());
    assertEquals(Map.of(), both.frameFrames());
    assertEquals(Map.of(), both.nodeFrames());

    hands.hold(KeyCode.ALT).drag(stage.at(480, 48), stage.at(486, 54)).release(KeyCode.ALT);
    GraphIntent.MoveItems inner = (GraphIntent.MoveItems) stage.last();
    assertEquals(Map.of("check", new Point2D(240, 40)), inner.frames());
    assertEquals(Set.of("StatisticsGen", "ExampleValidator"), inner.nodes().keySet());
    assertEquals(Map.of(), inner.frameFrames());
    assertEquals("validation", frame("check").outer());
  }

  @Test
  void aFrameIsDroppedInAnotherAndOutOfIt(Hands hands) {
    hands.hold(KeyCode.ALT).drag(stage.at(480, 18), stage.at(480, 318)).release(KeyCode.ALT);
    GraphIntent.MoveItems out = (GraphIntent.MoveItems) stage.last();
    assertEquals(Map.of("check", ""), out.frameFrames());
    assertEquals(Map.of(), out.nodeFrames());
    assertEquals("", frame("check").outer());

    GraphDocument beside = nested();
    Fx.run(
        () ->
            stage.view.setDocument(
                GraphDocument.of(
                    beside.nodes(),
                    beside.links(),
                    beside.frames().stream().map(frame -> frame.withOuter("")).toList(),
                    beside.notes())));
    hands.hold(KeyCode.ALT).drag(stage.at(480, 18), stage.at(490, 28)).release(KeyCode.ALT);
    assertEquals(
        Map.of("check", "validation"), ((GraphIntent.MoveItems) stage.last()).frameFrames());
    assertEquals("validation", frame("check").outer());
  }

  @Test
  void aFrameIsNeverDroppedInWhatIsInIt(Hands hands) {
    // The mouse is over the inner frame all the time.
    Fx.run(() -> stage.view.getSelection().selectFrames(List.of("validation")));
    hands.hold(KeyCode.ALT).drag(stage.at(480, 18), stage.at(490, 28)).release(KeyCode.ALT);
    assertEquals(Map.of(), ((GraphIntent.MoveItems) stage.last()).frameFrames());
  }

  @Test
  void aNodeIsDroppedInTheInnermost(Hands hands) {
    hands.drag(stage.body("Resolver"), stage.at(620, 190));
    assertEquals(Map.of("Resolver", "check"), ((GraphIntent.MoveItems) stage.last()).nodeFrames());
    hands.drag(stage.body("Resolver"), stage.at(900, -20));
    assertEquals(
        Map.of("Resolver", "validation"), ((GraphIntent.MoveItems) stage.last()).nodeFrames());
  }

  @Test
  void aFoldedInnerOneIsACardInTheOuterAndGoesWithIt(Hands hands) {
    hands.click(stage.at(244, 18));
    assertEquals(new GraphIntent.FoldFrame("check", FrameState.FOLDED), stage.last());
    assertNull(stage.bounds("StatisticsGen"));
    assertNotNull(stage.bounds("AnomalyNotifier"));
    assertEquals(
        List.of("StatisticsGen.examples", "ExampleValidator.schema"),
        item(INNER_CARD).node().inputs().stream().map(GraphPort::name).toList());
    assertEquals(
        List.of("ExampleValidator.anomalies"),
        item(INNER_CARD).node().outputs().stream().map(GraphPort::name).toList());

    hands.hold(KeyCode.ALT).drag(stage.at(500, -26), stage.at(510, 4)).release(KeyCode.ALT);
    GraphIntent.MoveItems move = (GraphIntent.MoveItems) stage.last();
    assertEquals(
        Map.of("validation", new Point2D(210, -10), "check", new Point2D(234, 34)), move.frames());
    assertEquals(3, move.nodes().size());
    assertEquals(Map.of(), move.frameFrames());

    hands.hold(KeyCode.ALT).drag(stage.at(250, 70), stage.at(250, 370)).release(KeyCode.ALT);
    assertEquals(Map.of("check", ""), ((GraphIntent.MoveItems) stage.last()).frameFrames());
  }

  @Test
  void aFoldedOuterOneIsOneCardWhateverTheInnerOneIs() {
    for (FrameState inner : FrameState.values()) {
      Fx.run(() -> stage.edits.accept(new GraphIntent.FoldFrame("check", inner)));
      fold("validation");
      NodeItem card = item(OUTER_CARD);
      assertEquals(
          List.of("StatisticsGen.examples", "ExampleValidator.schema"),
          card.node().inputs().stream().map(GraphPort::name).toList());
      assertEquals(List.of(), card.node().outputs());
      assertNull(item(INNER_CARD));
      assertNull(Fx.call(() -> stage.view.frameBounds("check")));
      assertEquals(8, Fx.call(() -> stage.drawing().items().nodes().size()));
      Fx.run(() -> stage.edits.accept(new GraphIntent.FoldFrame("validation", FrameState.OPEN)));
    }
    assertNotNull(item(INNER_CARD));
  }

  @Test
  void whatAFoldedOuterOneHidesMovesWithItsCard(Hands hands) {
    fold("validation");
    Rectangle2D card = Fx.call(() -> stage.view.frameBounds("validation"));
    hands
        .hold(KeyCode.ALT)
        .drag(
            stage.at(card.getMinX() + 20, card.getMinY() + 40),
            stage.at(card.getMinX() + 50, card.getMinY() + 60))
        .release(KeyCode.ALT);
    GraphIntent.MoveItems move = (GraphIntent.MoveItems) stage.last();
    assertEquals(
        Map.of("validation", new Point2D(230, -20), "check", new Point2D(254, 24)), move.frames());
    assertEquals(
        Set.of("StatisticsGen", "ExampleValidator", "AnomalyNotifier"), move.nodes().keySet());
    assertEquals(Map.of(), move.frameFrames());
  }

  @Test
  void deleteTakesAFoldedOneWithTheFramesInItAndAnOpenOneLeavesThemInItsOwn(Hands hands) {
    Fx.run(() -> stage.view.getSelection().selectFrames(List.of("check")));
    hands.press(KeyCode.DELETE);
    assertEquals(
        Set.of("StatisticsGen", "ExampleValidator", "AnomalyNotifier"),
        Set.copyOf(frame("validation").nodes()));
    Fx.run(() -> stage.view.setDocument(nested()));
    fold("validation");
    Fx.run(() -> stage.view.getSelection().selectFrames(List.of("validation")));
    hands.press(KeyCode.DELETE);
    GraphIntent.Delete delete = (GraphIntent.Delete) stage.last();
    assertEquals(Set.of("validation", "check"), Set.copyOf(delete.frames()));
    assertEquals(3, delete.nodes().size());
    assertEquals(List.of("ask"), delete.notes());
    assertEquals(List.of(), Fx.call(() -> stage.view.getDocument().frames()));
  }

  @Test
  void groupTakesFramesToo() {
    Fx.run(
        () -> {
          stage
              .view
              .getSelection()
              .select(List.of("AnomalyNotifier", "StatisticsGen"), List.of("check"), List.of());
          stage.view.edits().group();
        });
    GraphIntent.Group group = (GraphIntent.Group) stage.last();
    assertEquals(List.of("AnomalyNotifier"), group.nodes());
    assertEquals(List.of("check"), group.frames());
    assertEquals(-40, group.bounds().getMinY());
    assertEquals("group1", frame("check").outer());
    assertEquals("validation", frame("group1").outer());
  }

  @Test
  void muteReachesAllThatIsInIt() {
    Fx.run(
        () -> {
          stage.view.getSelection().selectFrames(List.of("validation"));
          stage.view.edits().toggle(NodeMode.MUTED);
        });
    assertEquals(
        Set.of("StatisticsGen", "ExampleValidator", "AnomalyNotifier"),
        Set.copyOf(((GraphIntent.SetMode) stage.last()).nodes()));
  }

  @Test
  void alignMovesAFrameWithAllThatIsInIt() {
    Fx.run(
        () -> {
          stage.view.getSelection().select(List.of("Trainer"), List.of("validation"), List.of());
          stage.view.edits().align(Alignment.LEFT);
        });
    GraphIntent.MoveItems move = (GraphIntent.MoveItems) stage.last();
    double trainer = stage.bounds("Trainer").getMinX();
    assertEquals(200, trainer);
    assertEquals(Map.of(), move.frames());
    Fx.run(() -> stage.view.edits().align(Alignment.TOP));
    move = (GraphIntent.MoveItems) stage.last();
    assertEquals(Set.of("Trainer"), move.nodes().keySet());
    Fx.run(() -> stage.view.edits().align(Alignment.BOTTOM));
    move = (GraphIntent.MoveItems) stage.last();
    assertTrue(move.frames().isEmpty() && move.nodes().keySet().equals(Set.of("Trainer")));
    Fx.run(() -> stage.view.edits().align(Alignment.RIGHT));
    Fx.run(
        () -> {
          stage.view.getSelection().select(List.of("CsvExampleGen"), List.of("check"), List.of());
          stage.view.edits().align(Alignment.LEFT);
        });
    move = (GraphIntent.MoveItems) stage.last();
    double by = stage.bounds("CsvExampleGen").getMinX() - 224;
    assertEquals(Map.of("check", new Point2D(224 + by, 4)), move.frames());
    assertEquals(Set.of("StatisticsGen", "ExampleValidator"), move.nodes().keySet());
  }

  @Test
  void resizingTakesInAFrameThatLiesInItAndLetsGoOfOneThatDoesNot(Hands hands) {
    // The outer one's right edge comes to the left of the inner one's middle.
    hands.drag(stage.at(1060, 210), stage.at(400, 210));
    assertEquals(List.of(), ((GraphIntent.ResizeFrame) stage.last()).frames());
    assertEquals("", frame("check").outer());
    hands.drag(stage.at(400, 214), stage.at(1060, 214));
    assertEquals(List.of("check"), ((GraphIntent.ResizeFrame) stage.last()).frames());
    assertEquals("validation", frame("check").outer());
  }

  @Test
  void aDocumentRefusesFramesThatDoNotComeAfterTheirOuterOnes() {
    List<GraphFrame> turned = new ArrayList<>(nested().frames()).reversed();
    assertThrows(
        IllegalArgumentException.class,
        () -> GraphDocument.of(nested().nodes(), List.of(), turned, nested().notes()));
  }

  @Test
  void pictures() {
    for (String theme : List.of("light", "dark")) {
      EditorStage shown = EditorStage.show(nested(), theme);
      Fx.run(() -> shown.view.panBy(0, -60));
      Fx.settle();
      Screens.write(shown.scene, "nested-frames-open-" + theme);
      Fx.run(() -> shown.edits.accept(new GraphIntent.FoldFrame("check", FrameState.FOLDED)));
      Fx.settle();
      Screens.write(shown.scene, "nested-frames-inner-folded-" + theme);
      Fx.run(() -> shown.edits.accept(new GraphIntent.FoldFrame("validation", FrameState.FOLDED)));
      Fx.settle();
      Screens.write(shown.scene, "nested-frames-outer-folded-" + theme);
    }
    assertNotNull(item("Trainer"));
  }
}
