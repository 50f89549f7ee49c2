package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkItemTest {

  private static final List<GraphPort> PORT = List.of(DemoGraph.port("p", DemoGraph.MODEL));
  private static final GraphNode FROM =
      new GraphNode("a", "A", "kind", "category-data", 0, 0, 172, List.of(), PORT);
  private static final GraphNode TO =
      new GraphNode("b", "B", "kind", "category-data", 0, 0, 172, PORT, List.of());

  // A link whose ends lie this far apart.
  private static LinkItem link(double dx, double dy) {
    LinkItem item =
        new LinkItem(
            new GraphLink("l", new PortRef("a", "p"), new PortRef("b", "p"), LinkState.NORMAL, ""),
            new NodeItem(FROM),
            new NodeItem(TO));
    item.to().place(172 + dx, dy);
    return item;
  }

  @ParameterizedTest
  @CsvSource({
    "200, 0, 100",
    "200, 300, 100",
    "32, 0, 16",
    "32, -20, 16",
    "40, 196, 28",
    "32, 86, 21.5",
    "-100, 0, 50",
    "-10, 400, 28"
  })
  void tangentsReachHalfWayAndNeverTooLittleForASteepLink(double dx, double dy, double reach) {
    assertEquals(reach, link(dx, dy).path().leave(0) - 172);
  }

  @Test
  void theCurveBeginsAndEndsAtThePorts() {
    LinkItem item = link(120, 80);
    assertEquals(172, item.path().xAt(0, 0));
    assertEquals(CardMetrics.portY(0), item.path().yAt(0, 0));
    assertEquals(292, item.path().xAt(0, 1));
    assertEquals(CardMetrics.portY(0) + 80, item.path().yAt(0, 1));
    assertEquals(232, item.path().xAt(0, 0.5), 1e-9);
  }

  @Test
  void theCurveLiesWithinItsBounds() {
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      LinkItem item = link(random.nextDouble() * 900 - 450, random.nextDouble() * 900 - 450);
      for (double t = 0; t <= 1; t += 0.01) {
        double x = item.path().xAt(0, t);
        double y = item.path().yAt(0, t);
        assertTrue(item.touches(x, y, x, y), () -> item.key() + " at " + x + ", " + y);
        assertTrue(item.distance(x, y) < 2.5);
      }
    }
  }

  @Test
  void takesTheTypeOfItsOutput() {
    assertEquals(DemoGraph.MODEL, link(10, 10).type());
  }

  @Test
  void needsAPortAtEachEnd() {
    GraphLink wrong =
        new GraphLink("l", new PortRef("a", "q"), new PortRef("b", "p"), LinkState.NORMAL, "");
    assertThrows(
        IllegalArgumentException.class,
        () -> new LinkItem(wrong, new NodeItem(FROM), new NodeItem(TO)));
  }
}
