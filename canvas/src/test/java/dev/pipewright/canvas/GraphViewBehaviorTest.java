package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class GraphViewBehaviorTest {

  private final List<GraphIntent> intents = new ArrayList<>();
  private GraphView view;

  @BeforeEach
  void show() {
    view = Fx.call(DemoGraph::view);
    Fx.run(
        () -> {
          view.setOnIntent(intents::add);
          Stage stage = new Stage();
          stage.setScene(DemoGraph.scene(view, 1072, 632, "light"));
          stage.show();
          view.requestFocus();
        });
    Fx.settle();
  }

  private Point2D at(double x, double y) {
    return Hands.pointIn(view, x, y);
  }

  // Where a node's title is, at zoom 1 and without a pan.
  private Point2D title(String node) {
    return Fx.call(
        () -> {
          var bounds = view.nodeBounds(node);
          return view.localToScreen(
              (bounds.getMinX() - view.originXProperty().get()) * view.getZoom() + 80,
              (bounds.getMinY() - view.originYProperty().get()) * view.getZoom() + 20);
        });
  }

  private Set<String> selected() {
    return Fx.call(() -> Set.copyOf(view.getSelection().nodes()));
  }

  @Test
  void aClickSelectsANodeAndOneOnEmptyCanvasNothing(Hands hands) {
    hands.click(title("Trainer"));
    assertEquals(Set.of("Trainer"), selected());
    hands.click(title("Resolver"));
    assertEquals(Set.of("Resolver"), selected());
    hands.click(at(300, 500));
    assertEquals(Set.of(), selected());
  }

  @Test
  void shiftAndControlAddToTheSelectionAndTakeFromIt(Hands hands) {
    hands.click(title("Trainer"));
    hands.hold(KeyCode.SHIFT).click(title("Resolver")).release(KeyCode.SHIFT);
    hands.hold(KeyCode.CONTROL).click(title("Pusher")).release(KeyCode.CONTROL);
    assertEquals(Set.of("Trainer", "Resolver", "Pusher"), selected());
    hands.hold(KeyCode.CONTROL).click(title("Trainer")).release(KeyCode.CONTROL);
    assertEquals(Set.of("Resolver", "Pusher"), selected());
  }

  @Test
  void aRubberBandSelectsWhatItTouches(Hands hands) {
    hands.drag(at(10, 230), at(300, 260));
    assertEquals(Set.of("ImportSchemaGen", "Transform"), selected());
    hands.hold(KeyCode.SHIFT).drag(at(430, 20), at(470, 60)).release(KeyCode.SHIFT);
    assertEquals(Set.of("ImportSchemaGen", "Transform", "ExampleValidator"), selected());
  }

  @Test
  void aClickNearALinkSelectsIt(Hands hands) {
    hands.click(at(428, 105));
    assertEquals(
        Set.of("StatisticsGen.statistics-ExampleValidator.statistics"),
        Fx.call(() -> Set.copyOf(view.getSelection().links())));
    assertEquals(Set.of(), selected());
  }

  @Test
  void draggingMovesAllSelectedNodesOnTheGridAndSaysSoOnceAtTheEnd(Hands hands) {
    Fx.run(() -> view.getSelection().selectNodes(List.of("Trainer", "Resolver")));
    Point2D from = title("Trainer");
    hands.moveTo(from).press(MouseButton.PRIMARY).glideTo(from.add(21, -9));
    assertEquals(List.of(), intents);
    assertEquals(460, Fx.call(() -> view.nodeBounds("Trainer").getMinX()));
    hands.release(MouseButton.PRIMARY);
    Map<String, Point2D> places = new LinkedHashMap<>();
    places.put("Trainer", new Point2D(460, 236));
    places.put("Resolver", new Point2D(488, 491));
    assertEquals(1, intents.size());
    assertEquals(places, ((GraphIntent.MoveItems) intents.getFirst()).nodes());
  }

  @Test
  void nodesGoBackWhenTheDocumentDoesNotFollow(Hands hands) throws InterruptedException {
    Point2D from = title("Resolver");
    hands.drag(from, from.add(40, 40));
    assertEquals(508, Fx.call(() -> view.nodeBounds("Resolver").getMinX()));
    for (int i = 0; i < 50 && Fx.call(() -> view.nodeBounds("Resolver").getMinX()) != 468; i++) {
      Thread.sleep(100);
    }
    assertEquals(468, Fx.call(() -> view.nodeBounds("Resolver").getMinX()));
  }

  @Test
  void nodesStayWhereTheyWereDroppedUntilALaterDocumentHasThemThere(Hands hands) {
    Fx.run(() -> view.setOnIntent(intents::add));
    Point2D from = title("Resolver");
    hands.drag(from, from.add(40, 40));
    GraphDocument moved =
        GraphDocument.of(
            view.getDocument().nodes().stream()
                .map(node -> node.key().equals("Resolver") ? node.at(508, 540) : node)
                .toList(),
            view.getDocument().links());
    Fx.run(() -> view.setDocument(moved));
    assertEquals(540, Fx.call(() -> view.nodeBounds("Resolver").getMinY()));
  }

  @Test
  void escapeEndsADragWithoutAnIntent(Hands hands) {
    Point2D from = title("Resolver");
    hands.moveTo(from).press(MouseButton.PRIMARY).glideTo(from.add(40, 40));
    hands.press(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
    assertEquals(List.of(), intents);
    assertEquals(468, Fx.call(() -> view.nodeBounds("Resolver").getMinX()));
  }

  @Test
  void aDocumentThatComesDuringADragDoesNotEndIt(Hands hands) {
    Point2D from = title("Resolver");
    hands.moveTo(from).press(MouseButton.PRIMARY).glideTo(from.add(40, 40));
    Fx.run(
        () ->
            view.setDocument(
                GraphDocument.of(
                    view.getDocument().nodes(), view.getDocument().links().subList(0, 3))));
    Fx.settle();
    assertEquals(508, Fx.call(() -> view.nodeBounds("Resolver").getMinX()));
    hands.release(MouseButton.PRIMARY);
    assertEquals(1, intents.size());
  }

  @Test
  void aDoubleClickAndEnterOpenANode(Hands hands) {
    hands.moveTo(title("Pusher").add(0, 26)).click().click();
    assertEquals(List.of(new GraphIntent.Open("Pusher")), intents);
    hands.press(KeyCode.ENTER);
    assertEquals(List.of(new GraphIntent.Open("Pusher"), new GraphIntent.Open("Pusher")), intents);
  }

  @Test
  void deleteSaysWhatIsSelected(Hands hands) {
    hands.press(KeyCode.DELETE);
    assertEquals(List.of(), intents);
    Fx.run(() -> view.getSelection().selectNodes(List.of("Pusher", "Trainer")));
    hands.press(KeyCode.DELETE);
    assertEquals(List.of(new GraphIntent.Delete(List.of("Pusher", "Trainer"), List.of())), intents);
  }

  @Test
  void arrowsWalkFromNodeToNode(Hands hands) {
    hands.press(KeyCode.RIGHT);
    assertEquals(Set.of("CsvExampleGen"), selected());
    hands.press(KeyCode.RIGHT);
    assertEquals(Set.of("StatisticsGen"), selected());
    hands.press(KeyCode.DOWN);
    assertEquals(Set.of("Transform"), selected());
    hands.press(KeyCode.SHIFT, KeyCode.LEFT);
    assertEquals(Set.of("Transform", "ImportSchemaGen"), selected());
    hands.press(KeyCode.LEFT);
    assertEquals(Set.of("Transform", "ImportSchemaGen"), selected());
  }

  @Test
  void controlAndArrowsMoveWhatIsSelected(Hands hands) {
    hands.click(title("Pusher")).press(KeyCode.CONTROL, KeyCode.UP);
    assertEquals(
        Map.of("Pusher", new Point2D(884, 346)),
        ((GraphIntent.MoveItems) intents.getFirst()).nodes());
  }

  @Test
  void controlASelectsAllAndEscapeNothing(Hands hands) {
    hands.press(KeyCode.CONTROL, KeyCode.A);
    assertEquals(10, selected().size());
    hands.press(KeyCode.ESCAPE);
    assertEquals(Set.of(), selected());
  }

  @Test
  void theWheelPansAndWithShiftSideways(Hands hands) {
    hands.moveTo(at(500, 590)).scroll(1);
    double down = Fx.call(() -> view.originYProperty().get());
    assertTrue(down > 0);
    hands.hold(KeyCode.SHIFT).scroll(1).release(KeyCode.SHIFT);
    assertEquals(down, Fx.call(() -> view.originYProperty().get()));
    assertTrue(Fx.call(() -> view.originXProperty().get()) > 0);
  }

  @Test
  void theWheelWithControlZoomsAtTheMouse(Hands hands) {
    hands.moveTo(at(600, 300)).hold(KeyCode.CONTROL).scroll(-3).release(KeyCode.CONTROL);
    double zoom = Fx.call(() -> view.getZoom());
    assertTrue(zoom > 1.1, "zoom " + zoom);
    double x = Fx.call(() -> view.originXProperty().get() + 600 / view.getZoom());
    double y = Fx.call(() -> view.originYProperty().get() + 300 / view.getZoom());
    assertEquals(600, x, 1);
    assertEquals(300, y, 1);
  }

  @Test
  void theHandToolTheMiddleButtonAndSpaceDragTheView(Hands hands) {
    Point2D from = at(300, 500);
    hands.moveTo(from).press(MouseButton.MIDDLE).glideTo(from.add(-30, -20));
    hands.release(MouseButton.MIDDLE);
    assertEquals(30, Fx.call(() -> view.originXProperty().get()));
    hands.hold(KeyCode.SPACE).drag(from, from.add(-30, -20)).release(KeyCode.SPACE);
    assertEquals(60, Fx.call(() -> view.originXProperty().get()));
    Fx.run(() -> view.toolProperty().set(Tool.HAND));
    hands.drag(from, from.add(-30, -20));
    assertEquals(90, Fx.call(() -> view.originXProperty().get()));
    assertEquals(60, Fx.call(() -> view.originYProperty().get()));
    assertEquals(Set.of(), selected());
  }

  @Test
  void theMapsFrameIsDraggedAndItsButtonsZoom(Hands hands) {
    Node picture = Fx.call(() -> view.lookup(".picture"));
    hands.click(Hands.pointIn(picture, 20, 20));
    assertTrue(Fx.call(() -> view.originXProperty().get()) < 0);
    List<Node> buttons =
        Fx.call(() -> List.copyOf(view.lookupAll(".graph-float .icon-button"))).stream()
            .filter(node -> node.getAccessibleText() != null)
            .toList();
    hands.click(named(buttons, "Zoom out"));
    assertEquals(0.8, Fx.call(() -> view.getZoom()));
    hands.click(named(buttons, "Zoom in"));
    assertEquals(1, Fx.call(() -> view.getZoom()));
    hands.click(named(buttons, "Show the map"));
    assertFalse(Fx.call(() -> view.minimapVisibleProperty().get()));
    assertEquals(Set.of(), selected());
  }

  private static Node named(List<Node> nodes, String text) {
    return nodes.stream()
        .filter(node -> text.equals(node.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theLegendClosesItself(Hands hands) {
    Fx.run(() -> view.legendVisibleProperty().set(true));
    Fx.settle();
    hands.click(Fx.call(() -> view.lookup(".close")));
    assertFalse(Fx.call(() -> view.legendVisibleProperty().get()));
  }

  @Test
  void fitAndZoomToSelectionShowTheirNodes() {
    Fx.run(() -> view.panBy(5000, 5000));
    Fx.run(view::fit);
    assertEquals(10, Fx.call(this::nodesInSight));
    Fx.run(
        () -> {
          view.panBy(5000, 5000);
          view.getSelection().selectNodes(List.of("Pusher"));
          view.zoomToSelection();
        });
    assertTrue(Fx.call(() -> inSight("Pusher")));
    Fx.run(
        () -> {
          view.panBy(5000, 5000);
          view.reveal("Trainer");
        });
    assertTrue(Fx.call(() -> inSight("Trainer")));
  }

  private long nodesInSight() {
    return view.getDocument().nodes().stream().filter(node -> inSight(node.key())).count();
  }

  private boolean inSight(String node) {
    var bounds = view.nodeBounds(node);
    double left = view.originXProperty().get();
    double top = view.originYProperty().get();
    return bounds.getMinX() >= left
        && bounds.getMinY() >= top
        && bounds.getMaxX() <= left + view.getWidth() / view.getZoom()
        && bounds.getMaxY() <= top + view.getHeight() / view.getZoom();
  }

  @Test
  void aPortSaysItsTypeWhenTheMouseIsOnIt(Hands hands) {
    Node port = Fx.call(() -> view.lookup(".graph-port"));
    hands.moveTo(port);
    assertTrue(Fx.call(port::isHover));
    assertEquals(
        "Read by others.",
        Tips.text(new GraphPort("a", DemoGraph.MODEL, "Read by others.")).split("\n")[1]);
  }

  @Test
  void nothingIsUnderTheMouseOutsideOfTheGraph() {
    GraphItems items = Fx.call(() -> ((GraphViewSkin) view.getSkin()).drawing().items());
    assertNull(Fx.call(() -> items.nodeAt(-500, -500)));
    assertNull(Fx.call(() -> items.linkAt(-500, -500, 6)));
  }
}
