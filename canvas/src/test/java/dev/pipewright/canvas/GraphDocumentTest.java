package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphDocumentTest {

  private static final List<GraphPort> PORT = List.of(DemoGraph.port("p", DemoGraph.MODEL));
  private static final GraphNode A =
      new GraphNode("a", "A", "kind", "category-data", 0, 0, 172, List.of(), PORT);
  private static final GraphNode B =
      new GraphNode("b", "B", "kind", "category-data", 300, 0, 172, PORT, List.of());

  private static GraphLink link(String key, String from, String to) {
    return new GraphLink(key, new PortRef(from, "p"), new PortRef(to, "p"), LinkState.NORMAL, "");
  }

  @Test
  void rejectsTwoNodesOfOneKey() {
    assertThrows(IllegalArgumentException.class, () -> GraphDocument.of(List.of(A, A), List.of()));
  }

  @Test
  void rejectsTwoLinksOfOneKey() {
    List<GraphLink> links = List.of(link("l", "a", "b"), link("l", "a", "b"));
    assertThrows(IllegalArgumentException.class, () -> GraphDocument.of(List.of(A, B), links));
  }

  @Test
  void rejectsALinkThatEndsAtNoPort() {
    assertThrows(
        IllegalArgumentException.class,
        () -> GraphDocument.of(List.of(A, B), List.of(link("l", "b", "a"))));
    assertThrows(
        IllegalArgumentException.class,
        () -> GraphDocument.of(List.of(A), List.of(link("l", "a", "b"))));
  }

  @Test
  void rejectsHalfAPlaceAndNoWidth() {
    assertThrows(IllegalArgumentException.class, () -> A.at(1, Double.NaN));
    assertThrows(
        IllegalArgumentException.class,
        () -> new GraphNode("a", "A", "kind", "c", 0, 0, 0, List.of(), List.of()));
  }

  @Test
  void aLinkKeepsItsDistanceFromEndToEnd() {
    LinkItem item = new LinkItem(link("l", "a", "b"), new NodeItem(A), new NodeItem(B));
    item.from().place(0, 0);
    item.to().place(300, 100);
    assertEquals(0, item.distance(172, 55), 1e-9);
    assertEquals(0, item.distance(300, 155), 1e-9);
    assertEquals(0, item.distance(236, 105), 0.5);
    assertEquals(10, item.distance(172, 45), 0.5);
    assertEquals(236, item.path().leave(0));
  }
}
