package dev.pipewright.app.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.graph.AutoLayout.Places;
import dev.pipewright.canvas.FrameState;
import dev.pipewright.canvas.GraphDocument;
import dev.pipewright.canvas.GraphFrame;
import dev.pipewright.canvas.GraphLink;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphPort;
import dev.pipewright.canvas.LinkState;
import dev.pipewright.canvas.PortRef;
import dev.pipewright.canvas.PortType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class AutoLayoutTest {

  private static final double HEIGHT = 100;

  private static GraphNode node(String key, double x) {
    GraphPort port = new GraphPort("p", new PortType("T", "type-examples", "M0,0"), "");
    return new GraphNode(
        key, key, "Any", "category-data", x, 40, GraphNode.WIDTH, List.of(port), List.of(port));
  }

  private static GraphLink link(String from, String to) {
    return new GraphLink(
        from + to, new PortRef(from, "p"), new PortRef(to, "p"), LinkState.NORMAL, "");
  }

  private static GraphFrame frame(String key, String outer, FrameState state, String... nodes) {
    return new GraphFrame(
        key, key, "", "category-data", 10, 20, 300, 200, List.of(nodes), List.of(), state, outer);
  }

  /// A chain a, b, c, d, all at one place: b and c in a frame, c in one in that.
  private static GraphDocument chain(FrameState outer, FrameState inner) {
    return GraphDocument.of(
        List.of(node("a", 0), node("b", 0), node("c", 0), node("d", 0)),
        List.of(link("a", "b"), link("b", "c"), link("c", "d")),
        List.of(frame("outer", "", outer, "b"), frame("inner", "outer", inner, "c")),
        List.of());
  }

  private static Places places(GraphDocument document, Collection<String> chosen) {
    Set<String> folded = new java.util.HashSet<>();
    document.frames().stream()
        .filter(f -> f.state() == FrameState.FOLDED || folded.contains(f.outer()))
        .forEach(f -> folded.add(f.key()));
    List<String> hidden =
        document.framesWithin(folded).stream().flatMap(f -> f.nodes().stream()).toList();
    return AutoLayout.places(
            document,
            chosen,
            key -> hidden.contains(key) ? null : new Rectangle2D(0, 40, GraphNode.WIDTH, HEIGHT),
            key ->
                document.frames().stream()
                    .filter(f -> f.key().equals(key) && !folded.contains(f.outer()))
                    .map(f -> new Rectangle2D(10, 20, GraphNode.WIDTH, HEIGHT))
                    .findFirst()
                    .orElse(null))
        .join();
  }

  private static Rectangle2D card(Places places, String key) {
    Point2D at = places.nodes().get(key);
    return new Rectangle2D(at.getX(), at.getY(), GraphNode.WIDTH, HEIGHT);
  }

  @Test
  void openFramesLieInOneAnotherAroundWhatIsInThem() {
    Places places = places(chain(FrameState.OPEN, FrameState.OPEN), List.of());
    Rectangle2D outer = places.frames().get("outer");
    Rectangle2D inner = places.frames().get("inner");
    assertTrue(outer.contains(inner));
    assertTrue(inner.contains(card(places, "c")));
    assertTrue(outer.contains(card(places, "b")));
    assertFalse(inner.intersects(card(places, "b")));
    assertFalse(outer.intersects(card(places, "a")) || outer.intersects(card(places, "d")));
    assertTrue(
        Stream.of("a", "b", "c", "d")
            .map(key -> card(places, key).getMinX())
            .sorted()
            .toList()
            .equals(
                Stream.of("a", "b", "c", "d").map(key -> card(places, key).getMinX()).toList()));
  }

  @Test
  void aFoldedInnerOneIsOneCardInTheOuter() {
    Places places = places(chain(FrameState.OPEN, FrameState.FOLDED), List.of());
    Rectangle2D outer = places.frames().get("outer");
    Rectangle2D card =
        new Rectangle2D(
            places.frames().get("inner").getMinX(),
            places.frames().get("inner").getMinY(),
            GraphNode.WIDTH,
            HEIGHT);
    assertTrue(outer.contains(card));
    assertFalse(card.intersects(card(places, "b")));
    // What it hides keeps its place in it.
    assertEquals(new Point2D(card.getMinX() - 10, card.getMinY() + 20), places.nodes().get("c"));
  }

  @Test
  void aFoldedOuterOneIsOneCardWithAllThatItHides() {
    Places places = places(chain(FrameState.FOLDED, FrameState.OPEN), List.of());
    Rectangle2D outer = places.frames().get("outer");
    Rectangle2D card = new Rectangle2D(outer.getMinX(), outer.getMinY(), GraphNode.WIDTH, HEIGHT);
    assertTrue(card(places, "a").getMaxX() < card.getMinX());
    assertTrue(card.getMaxX() < card(places, "d").getMinX());
    assertEquals(outer, places.frames().get("inner"));
    assertEquals(places.nodes().get("b"), places.nodes().get("c"));
  }

  @Test
  void someOfAFrameArePlacedWithoutIt() {
    Places places = places(chain(FrameState.OPEN, FrameState.OPEN), List.of("a", "b"));
    assertEquals(Set.of("a", "b"), places.nodes().keySet());
    assertEquals(Set.of(), places.frames().keySet());
    Places inner = places(chain(FrameState.OPEN, FrameState.OPEN), List.of("c", "d"));
    assertEquals(Set.of("inner"), inner.frames().keySet());
  }
}
