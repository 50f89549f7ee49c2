package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphItemsTest {

  private final List<String> nodesGone = new ArrayList<>();
  private final List<String> linksGone = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final GraphItems items =
      new GraphItems(node -> nodesGone.add(node.key()), link -> linksGone.add(link.key()), _ -> {});

  private void follow(GraphDocument document) {
    items.follow(document, node -> changed.add(node.key()));
  }

  private static GraphDocument with(GraphDocument document, GraphNode other) {
    return GraphDocument.of(
        document.nodes().stream().map(n -> n.key().equals(other.key()) ? other : n).toList(),
        document.links());
  }

  private static GraphNode node(GraphDocument document, String key) {
    return document.nodes().stream().filter(n -> n.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void keepsWhatIsInBothDocuments() {
    GraphDocument first = DemoGraph.document();
    follow(first);
    NodeItem trainer = items.node("Trainer");
    follow(with(first, node(first, "Trainer").at(0, 900)));
    assertSame(trainer, items.node("Trainer"));
    assertEquals(900, trainer.y());
    assertEquals(List.of(), changed);
    assertEquals(List.of(), nodesGone);
    assertEquals(List.of(), linksGone);
  }

  @Test
  void tellsOfNodesThatDifferInMoreThanTheirPlace() {
    GraphDocument first = DemoGraph.document();
    follow(first);
    GraphNode old = node(first, "Trainer");
    follow(
        with(
            first,
            new GraphNode(
                "Trainer",
                "My trainer",
                old.kind(),
                old.category(),
                old.x(),
                old.y(),
                old.width(),
                old.inputs(),
                old.outputs())));
    assertEquals(List.of("Trainer"), changed);
    assertEquals("My trainer", items.node("Trainer").node().title());
  }

  @Test
  void tellsOfWhatHasLeft() {
    GraphDocument first = DemoGraph.document();
    follow(first);
    List<GraphLink> kept =
        first.links().stream()
            .filter(l -> !l.from().node().equals("Resolver") && !l.to().node().equals("Resolver"))
            .toList();
    follow(
        GraphDocument.of(
            first.nodes().stream().filter(n -> !n.key().equals("Resolver")).toList(), kept));
    assertEquals(List.of("Resolver"), nodesGone);
    assertEquals(List.of("Resolver.model-Evaluator.baseline_model"), linksGone);
    assertNull(items.nodeAt(500, 520));
  }

  @Test
  void knowsTheLinksOfANode() {
    follow(DemoGraph.document());
    assertEquals(
        Set.of(
            "Trainer.model-Evaluator.model",
            "Resolver.model-Evaluator.baseline_model",
            "CsvExampleGen.examples-Evaluator.examples",
            "Evaluator.blessing-Pusher.model_blessing"),
        items.node("Evaluator").links().stream().map(LinkItem::key).collect(Collectors.toSet()));
  }

  @Test
  void findsTheTopmostNodeAtAPoint() {
    GraphDocument first = DemoGraph.document();
    follow(with(first, node(first, "Resolver").at(24, 48)));
    assertEquals("Resolver", items.nodeAt(100, 100).key());
    assertEquals("Trainer", items.nodeAt(440, 244).key());
    assertNull(items.nodeAt(425, 300));
  }

  @Test
  void findsTheNearestLinkWithinReach() {
    follow(DemoGraph.document());
    assertEquals(
        "StatisticsGen.statistics-ExampleValidator.statistics", items.linkAt(428, 106, 6).key());
    assertNull(items.linkAt(428, 180, 6));
  }

  @Test
  void findsWhatWasPlacedElsewhereAndNotWhereItWas() {
    follow(DemoGraph.document());
    items.place(items.node("Pusher"), 5000, 5000);
    assertEquals("Pusher", items.nodeAt(5010, 5010).key());
    assertNull(items.nodeAt(890, 360));
    assertNotNull(items.linkAt(5000, 5000 + CardMetrics.portY(0), 4));
    items.settle();
    assertEquals("Pusher", items.nodeAt(890, 360).key());
  }

  @Test
  void keepsThePlacesThatItHasFound() {
    GraphDocument first = DemoGraph.document();
    GraphDocument free =
        GraphDocument.of(
            first.nodes().stream().map(n -> n.at(Double.NaN, Double.NaN)).toList(), first.links());
    follow(free);
    Map<String, Point2D> before = places();
    follow(
        GraphDocument.of(
            free.nodes(),
            free.links().stream()
                .map(l -> new GraphLink(l.key(), l.from(), l.to(), LinkState.PENDING, ""))
                .toList()));
    assertEquals(before, places());
  }

  private Map<String, Point2D> places() {
    return items.nodes().stream()
        .collect(Collectors.toMap(NodeItem::key, node -> new Point2D(node.x(), node.y())));
  }

  @Test
  void coversAllNodes() {
    assertNull(items.bounds());
    follow(DemoGraph.document());
    Rectangle2D bounds = items.bounds();
    assertEquals(24, bounds.getMinX());
    assertEquals(48, bounds.getMinY());
    assertEquals(1056, bounds.getMaxX());
  }

  @ParameterizedTest
  @CsvSource({
    "CsvExampleGen, RIGHT, StatisticsGen",
    "CsvExampleGen, BOTTOM, ImportSchemaGen",
    "CsvExampleGen, LEFT, ",
    "CsvExampleGen, TOP, ",
    "Trainer, BOTTOM, Resolver",
    "Trainer, TOP, ExampleValidator",
    "Trainer, RIGHT, Evaluator",
    "Resolver, TOP, Trainer",
    "Pusher, LEFT, Evaluator"
  })
  void walksToTheNearestNodeOfASide(String from, Side side, String to) {
    follow(DemoGraph.document());
    NodeWalk.Stop next =
        NodeWalk.next(NodeWalk.stops(items), NodeWalk.Stop.of(items.node(from)), side);
    assertEquals(to, next == null ? null : next.node().key());
  }
}
