package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class FramesTest {

  private static final String FOLDED = Folding.keyOf("validation");

  private EditorStage stage;

  @BeforeEach
  void show() {
    stage = EditorStage.show();
  }

  private GraphFrame frame() {
    return Fx.call(() -> stage.view.getDocument().frames().getFirst());
  }

  @Test
  void aDragByTheTitleMovesAllThatIsInIt(Hands hands) {
    hands.hold(KeyCode.ALT).drag(stage.at(500, 26), stage.at(510, 56)).release(KeyCode.ALT);
    GraphIntent.MoveItems move = (GraphIntent.MoveItems) stage.last();
    assertEquals(Map.of("validation", new Point2D(230, 42)), move.frames());
    assertEquals(new Point2D(246, 78), move.nodes().get("StatisticsGen"));
    assertEquals(Map.of("ask", new Point2D(870, 86)), move.notes());
    assertEquals(Map.of(), move.nodeFrames());
    assertEquals(246, stage.bounds("StatisticsGen").getMinX());
  }

  @Test
  void itsGroundIsEmptyCanvas(Hands hands) {
    hands.drag(stage.at(425, 60), stage.at(460, 120));
    assertEquals(
        Set.of("ExampleValidator"), Fx.call(() -> Set.copyOf(stage.view.getSelection().nodes())));
    assertEquals(new GraphTarget.OnCanvas(), Fx.call(() -> stage.view.targetAt(425, 150)));
  }

  @Test
  void anEdgeAndACornerResizeItAndSayWhatIsInItThen(Hands hands) {
    hands.moveTo(stage.at(600, 208));
    assertEquals(Cursor.V_RESIZE, Fx.call(stage.view::getCursor));
    hands.drag(stage.at(600, 208), stage.at(600, 233));
    assertEquals(
        new GraphIntent.ResizeFrame(
            "validation",
            new Rectangle2D(220, 12, 836, 220),
            List.of("StatisticsGen", "ExampleValidator", "AnomalyNotifier"),
            List.of("ask"),
            List.of()),
        stage.last());
    hands.drag(stage.at(1056, 232), stage.at(840, 190));
    assertEquals(List.of(), frame().notes());
    assertEquals(620, frame().width());
    hands.drag(stage.at(220, 160), stage.at(1000, 160));
    assertEquals(GraphFrame.LEAST, frame().width());
  }

  @Test
  void itsChevronFoldsItToOneCardWithItsOuterPorts(Hands hands) {
    hands.click(stage.at(240, 26));
    assertEquals(new GraphIntent.FoldFrame("validation", FrameState.FOLDED), stage.last());
    NodeItem card = Fx.call(() -> stage.drawing().items().node(FOLDED));
    assertNotNull(card);
    assertEquals(
        List.of("StatisticsGen.examples", "ExampleValidator.schema"),
        card.node().inputs().stream().map(GraphPort::name).toList());
    assertEquals(List.of(), card.node().outputs());
    assertNull(stage.bounds("StatisticsGen"));
    assertNull(Fx.call(() -> stage.view.lookup(".graph-note")));
    assertEquals(2, card.links().size());
    assertNull(stage.link("StatisticsGen.statistics-ExampleValidator.statistics"));
  }

  @Test
  void aFoldedOneIsMovedLinkedAndOpenedAsACard(Hands hands) {
    hands.click(stage.at(240, 26));
    hands.hold(KeyCode.ALT).drag(stage.at(240, 50), stage.at(540, 150)).release(KeyCode.ALT);
    GraphIntent.MoveItems move = (GraphIntent.MoveItems) stage.last();
    assertEquals(Map.of("validation", new Point2D(520, 112)), move.frames());
    assertEquals(new Point2D(536, 148), move.nodes().get("StatisticsGen"));
    assertEquals(Map.of("ask", new Point2D(1160, 156)), move.notes());
    assertEquals(
        Set.of("validation"), Fx.call(() -> Set.copyOf(stage.view.getSelection().frames())));

    hands.drag(stage.output("ImportSchemaGen", 0), stage.input(FOLDED, 1));
    assertEquals(
        new GraphIntent.Connect(
            new PortRef("ImportSchemaGen", "schema"), new PortRef("ExampleValidator", "schema")),
        stage.last());
    hands.moveTo(stage.at(530, 200)).click().click();
    assertEquals(new GraphIntent.FoldFrame("validation", FrameState.OPEN), stage.last());
    assertNotNull(stage.bounds("StatisticsGen"));
    assertEquals(536, stage.bounds("StatisticsGen").getMinX());
  }

  @Test
  void deleteTakesAFoldedFrameWithAllInItAndAnOpenOneAlone(Hands hands) {
    Fx.run(() -> stage.view.getSelection().selectFrames(List.of("validation")));
    hands.press(KeyCode.DELETE);
    assertEquals(
        new GraphIntent.Delete(List.of(), List.of(), List.of("validation"), List.of(), Wires.DROP),
        stage.last());
    Fx.run(() -> stage.view.setDocument(DemoGraph.edited()));
    Fx.run(
        () -> {
          stage.view.getSelection().selectFrames(List.of("validation"));
          stage.view.edits().toggleFold();
        });
    hands.press(KeyCode.DELETE);
    assertEquals(
        new GraphIntent.Delete(
            List.of("StatisticsGen", "ExampleValidator", "AnomalyNotifier"),
            List.of(),
            List.of("validation"),
            List.of("ask"),
            Wires.DROP),
        stage.last());
    assertEquals(7, Fx.call(() -> stage.view.getDocument().nodes().size()));
  }

  @Test
  void aBandSelectsTheFramesThatLieInIt(Hands hands) {
    Fx.run(() -> stage.view.panBy(10, -20));
    hands.drag(Hands.pointIn(stage.view, 5, 5), Hands.pointIn(stage.view, 1071, 240));
    assertEquals(
        Set.of("validation"), Fx.call(() -> Set.copyOf(stage.view.getSelection().frames())));
    assertEquals(Set.of("ask"), Fx.call(() -> Set.copyOf(stage.view.getSelection().notes())));
  }

  @Test
  void groupStandsAroundWhatIsSelectedAndUngroupTakesItAway() {
    Fx.run(
        () -> {
          stage.view.getSelection().selectNodes(List.of("Trainer", "Resolver"));
          stage.view.edits().group();
        });
    GraphIntent.Group group = (GraphIntent.Group) stage.last();
    assertEquals(List.of("Trainer", "Resolver"), group.nodes());
    assertEquals(new Rectangle2D(424, 200, 232, 436), group.bounds());
    Fx.run(
        () -> {
          stage.view.getSelection().selectFrames(List.of("group1"));
          stage.view.edits().ungroup();
        });
    assertEquals(new GraphIntent.Ungroup(List.of("group1")), stage.last());
    assertEquals(1, Fx.call(() -> stage.view.getDocument().frames().size()));
  }

  @Test
  void itsTitleCanBeReadFromFar() {
    Label title = Fx.call(() -> (Label) stage.view.lookup(".graph-frame > .title"));
    double near = Fx.call(() -> title.localToScene(title.getLayoutBounds()).getHeight());
    Fx.run(() -> stage.view.zoomTo(0.2, 0, 0));
    Fx.settle();
    double far = Fx.call(() -> title.localToScene(title.getLayoutBounds()).getHeight());
    assertEquals(28, near, 1);
    assertEquals(15.3, far, 0.5);
    assertTrue(Fx.call(() -> title.getLayoutY()) < 0);
  }

  @Test
  void itSaysWhatItIs() {
    assertEquals(
        "Group Data validation, 3 components",
        Fx.call(() -> stage.view.lookup(".graph-frame").getAccessibleText()));
    assertEquals(
        "Data validation",
        Fx.call(() -> ((Label) stage.view.lookup(".graph-frame > .title")).getText()));
  }

  @Test
  void aFoldedFramesContentComesFromTheApplication() {
    Fx.run(
        () -> {
          stage.view.setFrameContent(
              frame -> {
                NodeContent content = new NodeContent();
                content.stateProperty().set(CardState.FAILED);
                return content;
              });
          stage.edits.accept(new GraphIntent.FoldFrame("validation", FrameState.FOLDED));
        });
    Fx.settle();
    assertTrue(stage.has(stage.card(FOLDED), "failed"));
  }

  @Test
  void aMenuOfAFoldedFrameIsTheFrames(Hands hands) {
    hands.click(stage.at(240, 26));
    hands.moveTo(stage.at(250, 60)).click(MouseButton.SECONDARY);
    assertEquals(
        new GraphTarget.OnFrame("validation"), ((GraphIntent.ContextMenu) stage.last()).target());
  }
}
