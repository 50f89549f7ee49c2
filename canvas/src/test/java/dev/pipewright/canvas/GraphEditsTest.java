package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class GraphEditsTest {

  private EditorStage stage;

  @BeforeEach
  void show() {
    stage = EditorStage.show();
  }

  private void with(List<String> nodes, Runnable edit) {
    Fx.run(
        () -> {
          stage.view.getSelection().selectNodes(nodes);
          edit.run();
        });
    Fx.settle();
  }

  private Map<String, Point2D> moved() {
    return ((GraphIntent.MoveItems) stage.last()).nodes();
  }

  @Test
  void alignmentMovesToTheOutermostEdgeWhatIsNotThereYet() {
    List<String> both = List.of("Trainer", "Resolver");
    with(both, () -> stage.view.edits().align(Alignment.LEFT));
    assertEquals(Map.of("Resolver", new Point2D(440, 499)), moved());
    with(both, () -> stage.view.edits().align(Alignment.RIGHT));
    assertEquals(Map.of("Resolver", new Point2D(468, 499)), moved());
    with(both, () -> stage.view.edits().align(Alignment.CENTER));
    assertEquals(Map.of("Resolver", new Point2D(454, 499)), moved());
    with(both, () -> stage.view.edits().align(Alignment.TOP));
    assertEquals(Map.of("Resolver", new Point2D(454, 244)), moved());
  }

  @Test
  void whatIsInLineAlreadyIsNoIntent() {
    with(List.of("Trainer"), () -> stage.view.edits().align(Alignment.LEFT));
    with(List.of("Trainer", "Transform"), () -> stage.view.edits().align(Alignment.TOP));
    with(List.of("Trainer", "Transform"), () -> stage.view.edits().distribute(Axis.VERTICAL));
    assertEquals(List.of(), stage.seen());
  }

  @Test
  void distributionMakesEqualGaps() {
    with(
        List.of("CsvExampleGen", "Transform", "Pusher"),
        () -> stage.view.edits().distribute(Axis.HORIZONTAL));
    assertEquals(Map.of("Transform", new Point2D(454, 244)), moved());
  }

  @Test
  void modesAreGivenAndTakenBack() {
    List<String> two = List.of("Transform", "Trainer");
    with(two, () -> stage.view.edits().toggle(NodeMode.BYPASSED));
    assertEquals(new GraphIntent.SetMode(two, NodeMode.BYPASSED), stage.last());
    assertTrue(stage.has(stage.card("Transform"), "bypassed"));
    assertEquals(1, Fx.call(() -> stage.card("Transform").lookupAll(".through").size()));
    assertEquals(
        "Transform, Transform, ready, bypassed",
        Fx.call(() -> stage.card("Transform").getAccessibleText()));
    with(two, () -> stage.view.edits().toggle(NodeMode.MUTED));
    assertTrue(stage.has(stage.card("Transform"), "muted"));
    assertEquals(0.55, Fx.call(() -> stage.card("Transform").title().getOpacity()));
    with(two, () -> stage.view.edits().toggle(NodeMode.MUTED));
    assertEquals(new GraphIntent.SetMode(two, NodeMode.NORMAL), stage.last());
    assertFalse(stage.has(stage.card("Transform"), "muted"));
    assertNull(Fx.call(() -> stage.card("Transform").lookup(".mode")));
  }

  @Test
  void aCollapsedCardHasItsPortsOnItsHeader() {
    with(List.of("Trainer"), () -> stage.view.edits().toggleCollapsed());
    assertEquals(42, stage.bounds("Trainer").getHeight());
    LinkItem link = stage.link("Transform.transform_graph-Trainer.transform_graph");
    assertEquals(244 + 5 + 9, Fx.call(link::y2));
    assertFalse(Fx.call(() -> stage.card("Trainer").lookup(".details").isVisible()));
    with(List.of("Trainer"), () -> stage.view.edits().toggleCollapsed());
    assertEquals(241, stage.bounds("Trainer").getHeight());
  }

  @Test
  void upstreamDownstreamAndConnectedAreSelected() {
    with(List.of("Trainer"), () -> stage.view.selectUpstream());
    assertEquals(Set.of("Trainer", "Transform", "CsvExampleGen", "ImportSchemaGen"), selected());
    with(List.of("Trainer"), () -> stage.view.selectDownstream());
    assertEquals(Set.of("Trainer", "Evaluator", "Pusher"), selected());
    with(List.of("Trainer"), () -> stage.view.selectConnected());
    assertEquals(10, selected().size());
  }

  private Set<String> selected() {
    return Fx.call(() -> Set.copyOf(stage.view.getSelection().nodes()));
  }

  @Test
  void cardsGlideToTheirPlacesWhenAsked() {
    Fx.run(
        () -> {
          stage.view.animateNextLayout();
          stage.edits.accept(
              GraphIntent.MoveItems.nodes(
                  new java.util.LinkedHashMap<>(Map.of("Pusher", new Point2D(400, 800)))));
        });
    assertEquals(884, stage.bounds("Pusher").getMinX(), 300);
    assertTrue(stage.bounds("Pusher").getMinX() > 400);
    Fx.await("the card is there", () -> stage.view.nodeBounds("Pusher").getMinX() == 400);
    Fx.run(
        () ->
            stage.edits.accept(
                GraphIntent.MoveItems.nodes(
                    new java.util.LinkedHashMap<>(Map.of("Pusher", new Point2D(884, 350))))));
    assertEquals(884, stage.bounds("Pusher").getMinX());
  }

  @Test
  void aGhostFromOutsideSnapsAndLightsTheLinkItWouldGoInto() {
    GraphNode kind =
        DemoGraph.node(
            "Filter",
            "data",
            0,
            0,
            List.of(DemoGraph.port("in", DemoGraph.EXAMPLES)),
            List.of(DemoGraph.port("out", DemoGraph.EXAMPLES)));
    DropSpot spot = Fx.call(() -> stage.view.dropPreview(stage.edits.ghost(kind), 441, 223));
    assertEquals(
        new DropSpot(
            new Point2D(356, 200), "CsvExampleGen.examples-Evaluator.examples", null, null),
        spot);
    LinkItem link = stage.link("CsvExampleGen.examples-Evaluator.examples");
    assertTrue(stage.has(Fx.call(link::line), "hot"));
    Node card = Fx.call(() -> stage.view.lookup(".ghost"));
    assertEquals(356, Fx.call(card::getLayoutX));
    assertEquals("Filter", Fx.call(() -> ((Label) card.lookup(".title")).getText()));
    Fx.run(stage.view::endDropPreview);
    assertNull(Fx.call(() -> stage.view.lookup(".ghost")));
    assertFalse(stage.has(Fx.call(link::line), "hot"));
  }

  @Test
  void aGhostOverAFrameWouldBeInIt() {
    GraphNode kind = DemoGraph.document().nodes().get(3);
    DropSpot spot = Fx.call(() -> stage.view.dropPreview(stage.edits.ghost(kind), 640, 150));
    assertEquals("validation", spot.frame());
    Box box = Fx.call(() -> stage.drawing().items().frames().get("validation").box());
    assertTrue(stage.has(box, "target"));
    Fx.run(stage.view::endDropPreview);
    assertFalse(stage.has(box, "target"));
  }

  @Test
  void framesGlideWithTheirCardsAndAStatusInBetweenDoesNotMatter() {
    Fx.run(
        () -> {
          stage.view.animateNextLayout();
          stage.edits.accept(new GraphIntent.Rename("Pusher", "Other"));
          stage.view.getSelection().selectFrames(List.of("validation"));
        });
    GraphFrame frame = Fx.call(() -> stage.view.getDocument().frames().getFirst());
    List<GraphNode> nodes =
        Fx.call(() -> stage.view.getDocument().nodes()).stream()
            .map(node -> node.at(node.x(), node.y() + 400))
            .toList();
    BoxItem box = Fx.call(() -> stage.drawing().items().frames().get("validation"));
    Fx.run(
        () -> {
          stage.view.setDocument(
              GraphDocument.of(
                  nodes,
                  stage.view.getDocument().links(),
                  List.of(frame.at(220, 412)),
                  stage.view.getDocument().notes()));
          assertEquals(12, box.y());
        });
    Fx.await("the frame is there", () -> box.y() == 412);
  }

  @Test
  void aGhostNearAPortThatFitsWouldBeWired() {
    GraphNode kind = DemoGraph.document().nodes().get(9);
    DropSpot spot = Fx.call(() -> stage.view.dropPreview(stage.edits.ghost(kind), 760, 545));
    assertEquals(
        new GraphIntent.Connect(new PortRef("Resolver", "model"), new PortRef("ghost", "model")),
        spot.wire());
    assertTrue(Fx.call(() -> stage.view.lookup(".preview") != null));
    Fx.run(stage.view::endDropPreview);
    assertNull(Fx.call(() -> stage.view.lookup(".preview")));
  }

  @Test
  void whatIsAtAPointIsTold() {
    assertEquals("Trainer", Fx.call(() -> stage.view.nodeAt(500, 300)));
    assertEquals(
        "CsvExampleGen.examples-Evaluator.examples", Fx.call(() -> stage.view.linkAt(440, 224)));
    assertEquals(
        PortEnd.input(new PortRef("Trainer", "examples")),
        Fx.call(() -> stage.view.portAt(441, 320)));
    assertEquals(
        new GraphTarget.OnFrame("validation"), Fx.call(() -> stage.view.targetAt(500, 25)));
    assertEquals(new GraphTarget.OnNote("ask"), Fx.call(() -> stage.view.targetAt(900, 100)));
    assertNull(Fx.call(() -> stage.view.nodeAt(100, 560)));
  }

  @Test
  void aPortsTipHasALookAtWhatIsThere(Hands hands) {
    Label look = Fx.call(() -> new Label("3 rows"));
    List<PortEnd> asked = new java.util.ArrayList<>();
    Fx.run(
        () ->
            stage.view.setPortPreview(
                port -> {
                  asked.add(port);
                  return look;
                }));
    hands.moveTo(stage.output("Trainer", 0));
    assertEquals(List.of(PortEnd.output(new PortRef("Trainer", "model"))), asked);
    Fx.await("the tip", () -> look.getScene() != null && look.getScene().getWindow().isShowing());
  }

  @Test
  void theMapsFrameFollowsADragFromWhereItIsHeldAndTheWheelZooms(Hands hands) {
    Fx.run(() -> stage.view.zoomTo(2));
    Fx.settle();
    Node frame = Fx.call(() -> stage.view.lookup(".picture > .frame"));
    Point2D held = Hands.middle(frame).add(10, 8);
    double before = Fx.call(() -> stage.view.originXProperty().get());
    hands.moveTo(held).press(MouseButton.PRIMARY);
    assertEquals(before, Fx.call(() -> stage.view.originXProperty().get()), 1);
    hands.glideTo(held.add(20, 0)).release(MouseButton.PRIMARY);
    assertTrue(Fx.call(() -> stage.view.originXProperty().get()) > before + 40);
    hands.scroll(-3);
    assertTrue(Fx.call(stage.view::getZoom) > 2);
  }
}
