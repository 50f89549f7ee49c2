package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class GraphLayoutTest {

  private static final List<GraphPort> PORT = List.of(DemoGraph.port("p", DemoGraph.MODEL));

  private static GraphNode node(String key, double x, double y) {
    return new GraphNode(key, key, "kind", "category-data", x, y, 172, PORT, PORT);
  }

  private static GraphNode free(String key) {
    return node(key, Double.NaN, Double.NaN);
  }

  private static GraphLink link(String from, String to) {
    return DemoGraph.link(from, "p", to, "p", LinkState.NORMAL);
  }

  @Test
  void putsAChainInARow() {
    Map<String, Point2D> wanted = new LinkedHashMap<>();
    wanted.put("a", new Point2D(24, 24));
    wanted.put("b", new Point2D(236, 24));
    wanted.put("c", new Point2D(448, 24));
    assertEquals(
        wanted,
        GraphLayout.places(
            GraphDocument.of(
                List.of(free("a"), free("b"), free("c")),
                List.of(link("a", "b"), link("b", "c")))));
  }

  @Test
  void leavesNodesThatHaveAPlaceAndGoesBelowThem() {
    Map<String, Point2D> places =
        GraphLayout.places(
            GraphDocument.of(List.of(node("a", 0, 1000), free("b")), List.of(link("a", "b"))));
    assertFalse(places.containsKey("a"));
    assertTrue(places.get("b").getY() > 1100);
  }

  @Test
  void aCycleHasPlacesToo() {
    assertEquals(
        2,
        GraphLayout.places(
                GraphDocument.of(
                    List.of(free("a"), free("b")), List.of(link("a", "b"), link("b", "a"))))
            .size());
  }

  @Test
  void noTwoNodesOverlapAndAllStandOnTheGrid() {
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      List<GraphNode> nodes = new ArrayList<>();
      List<GraphLink> links = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        nodes.add(free("n" + i));
        for (int j = 0; j < i; j++) {
          if (random.nextInt(12) == 0) {
            links.add(link("n" + j, "n" + i));
          }
        }
      }
      Map<String, Point2D> places = GraphLayout.places(GraphDocument.of(nodes, links));
      List<Rectangle2D> cards =
          places.values().stream()
              .map(place -> new Rectangle2D(place.getX(), place.getY(), 172, 145))
              .toList();
      for (int i = 0; i < cards.size(); i++) {
        assertEquals(0, cards.get(i).getMinX() % 4 + cards.get(i).getMinY() % 4);
        for (int j = 0; j < i; j++) {
          assertFalse(cards.get(i).intersects(cards.get(j)));
        }
      }
      for (GraphLink link : links) {
        assertTrue(
            places.get(link.from().node()).getX() + 212 <= places.get(link.to().node()).getX());
      }
    }
  }
}
