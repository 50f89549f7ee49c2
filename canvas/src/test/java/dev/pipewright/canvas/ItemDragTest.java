package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class ItemDragTest {

  private EditorStage stage;

  @BeforeEach
  void show() {
    stage = EditorStage.show();
  }

  private void carry(Hands hands, String node, double dx, double dy) {
    Point2D from = stage.body(node);
    hands.moveTo(from).press(MouseButton.PRIMARY).glideTo(from.add(dx, dy));
  }

  private long guides() {
    return Fx.call(() -> stage.view.lookupAll(".guide").size()).longValue();
  }

  @Test
  void aCardSnapsToTheEdgesOfOthersAndShowsIt(Hands hands) {
    carry(hands, "Resolver", -230, 30);
    assertEquals(236, stage.bounds("Resolver").getMinX());
    assertEquals(2, guides());
    hands.release(MouseButton.PRIMARY);
    assertEquals(0, guides());
    assertEquals(236, stage.bounds("Resolver").getMinX());
  }

  @Test
  void altTurnsSnappingOff(Hands hands) {
    hands.hold(KeyCode.ALT);
    carry(hands, "Resolver", -231, 31);
    assertEquals(237, stage.bounds("Resolver").getMinX());
    assertEquals(530, stage.bounds("Resolver").getMinY());
    assertEquals(0, guides());
    hands.release(MouseButton.PRIMARY).release(KeyCode.ALT);
  }

  @Test
  void shiftKeepsToOneAxis(Hands hands) {
    Point2D from = stage.body("Resolver");
    hands.moveTo(from).press(MouseButton.PRIMARY).hold(KeyCode.SHIFT);
    hands.glideTo(from.add(-320, 18));
    assertEquals(499, stage.bounds("Resolver").getMinY());
    assertTrue(stage.bounds("Resolver").getMinX() < 160);
    hands.glideTo(from.add(6, 90));
    assertEquals(468, stage.bounds("Resolver").getMinX());
    hands.release(MouseButton.PRIMARY).release(KeyCode.SHIFT);
  }

  @Test
  void aNodeDroppedOnALinkItFitsIntoIsPutIntoIt(Hands hands) {
    GraphNode filter =
        DemoGraph.node(
            "Filter",
            "data",
            40,
            460,
            List.of(DemoGraph.port("in", DemoGraph.EXAMPLES)),
            List.of(DemoGraph.port("out", DemoGraph.EXAMPLES)));
    Fx.run(
        () -> {
          List<GraphNode> nodes = new java.util.ArrayList<>(stage.view.getDocument().nodes());
          nodes.add(filter);
          GraphDocument now = stage.view.getDocument();
          stage.view.setDocument(GraphDocument.of(nodes, now.links(), now.frames(), now.notes()));
        });
    Fx.settle();
    Point2D from = stage.body("Filter");
    hands.moveTo(from).press(MouseButton.PRIMARY).glideTo(stage.at(440, 226));
    LinkItem link = stage.link("CsvExampleGen.examples-Evaluator.examples");
    assertTrue(stage.has(Fx.call(link::line), "hot"));
    hands.release(MouseButton.PRIMARY);
    GraphIntent.InsertOnLink insert = (GraphIntent.InsertOnLink) stage.last();
    assertEquals("Filter", insert.node());
    assertEquals("CsvExampleGen.examples-Evaluator.examples", insert.link());
    assertTrue(
        stage
            .links()
            .containsAll(
                List.of("CsvExampleGen.examples-Filter.in", "Filter.out-Evaluator.examples")));
  }

  @Test
  void aNodeDroppedOnALinkItDoesNotFitIntoIsJustMoved(Hands hands) {
    Point2D from = stage.body("Pusher");
    hands.moveTo(from).press(MouseButton.PRIMARY).glideTo(stage.at(440, 226));
    hands.release(MouseButton.PRIMARY);
    assertTrue(stage.last() instanceof GraphIntent.MoveItems);
  }

  @Test
  void whatIsDroppedInAFrameJoinsItAndWhatIsDraggedOutLeavesIt(Hands hands) {
    hands.drag(stage.body("ImportSchemaGen"), stage.at(250, 180));
    GraphIntent.MoveItems move = (GraphIntent.MoveItems) stage.last();
    assertEquals(Map.of("ImportSchemaGen", "validation"), move.nodeFrames());
    hands.drag(stage.body("AnomalyNotifier"), stage.at(300, 520));
    move = (GraphIntent.MoveItems) stage.last();
    assertEquals(Map.of("AnomalyNotifier", ""), move.nodeFrames());
    assertEquals(
        List.of("StatisticsGen", "ExampleValidator", "ImportSchemaGen"),
        Fx.call(() -> stage.view.getDocument().frames().getFirst().nodes()));
  }

  @Test
  void aFrameLightsUpWhileSomethingIsOverIt(Hands hands) {
    carry(hands, "ImportSchemaGen", 230, -110);
    Box box = Fx.call(() -> stage.drawing().items().frames().get("validation").box());
    assertTrue(stage.has(box, "target"));
    hands.press(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
    assertFalse(stage.has(box, "target"));
    assertEquals(List.of(), stage.seen());
  }

  @Test
  void controlAndArrowsNudgeNotesAndFramesToo(Hands hands) {
    Fx.run(() -> stage.view.getSelection().select(List.of(), List.of("validation"), List.of()));
    hands.press(KeyCode.CONTROL, KeyCode.DOWN);
    GraphIntent.MoveItems move = (GraphIntent.MoveItems) stage.last();
    assertEquals(Map.of("validation", new Point2D(220, 16)), move.frames());
    assertEquals(Map.of("ask", new Point2D(860, 60)), move.notes());
    assertEquals(
        List.of("StatisticsGen", "ExampleValidator", "AnomalyNotifier"),
        List.copyOf(move.nodes().keySet()));
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
    assertEquals(
        Map.of("validation", new Point2D(236, 16)),
        ((GraphIntent.MoveItems) stage.last()).frames());
  }

  @Test
  void somethingDraggedToTheEdgeTakesTheViewAlong(Hands hands) {
    Point2D from = stage.body("Resolver");
    hands.moveTo(from).press(MouseButton.PRIMARY);
    hands.glideTo(Hands.pointIn(stage.view, 1068, 520));
    Fx.frames(12);
    assertTrue(Fx.call(() -> stage.view.originXProperty().get()) > 50);
    double right = stage.bounds("Resolver").getMaxX();
    assertTrue(right > 1072, "right edge " + right);
    hands.release(MouseButton.PRIMARY);
    assertTrue(stage.last() instanceof GraphIntent.MoveItems);
  }

  @Test
  void nothingOfADragStaysInTheScene(Hands hands) {
    carry(hands, "Resolver", -230, 30);
    hands.release(MouseButton.PRIMARY);
    Group overlay = stage.drawing().overlay();
    assertEquals(0, Fx.call(() -> overlay.getChildren().size()));
    assertEquals("", stage.hint());
  }
}
