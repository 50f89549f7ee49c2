package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class SnappingTest {

  private static Rectangle2D box(double x, double y, double width, double height) {
    return new Rectangle2D(x, y, width, height);
  }

  @Test
  void edgesAndMiddlesSnapToThoseOfOthers() {
    Snapping left = Snapping.of(box(103, 300, 50, 40), List.of(box(100, 0, 80, 40)), 5);
    assertEquals(-3, left.dx());
    Snapping right = Snapping.of(box(127, 300, 50, 40), List.of(box(100, 0, 80, 40)), 5);
    assertEquals(3, right.dx());
    Snapping middle = Snapping.of(box(113, 300, 50, 40), List.of(box(100, 0, 80, 40)), 5);
    assertEquals(2, middle.dx());
    assertFalse(middle.hasY());
  }

  @Test
  void nothingSnapsFromFurtherThanTheReach() {
    Snapping far = Snapping.of(box(106, 300, 50, 40), List.of(box(100, 0, 200, 40)), 5);
    assertEquals(new Snapping(0, 0, false, false, List.of()), far);
  }

  @Test
  void theGuideGoesFromTheOneToTheOther() {
    Snapping left = Snapping.of(box(103, 300, 50, 40), List.of(box(100, 0, 80, 40)), 5);
    assertEquals(List.of(new Guide(Guide.Kind.ALIGNED, 100, 0, 100, 340)), left.guides());
  }

  @Test
  void aBoxBetweenTwoSnapsToEqualGaps() {
    Snapping between =
        Snapping.of(box(153, 10, 50, 40), List.of(box(0, 3, 100, 60), box(250, 0, 100, 61)), 5);
    assertEquals(-3, between.dx());
    assertEquals(
        List.of(50.0, 50.0),
        between.guides().stream()
            .filter(guide -> guide.kind() == Guide.Kind.GAP)
            .map(Guide::length)
            .toList());
  }

  @Test
  void aBoxAfterTwoSnapsToTheirGap() {
    Snapping after =
        Snapping.of(box(342, 10, 50, 40), List.of(box(0, 2, 100, 60), box(170, 1, 100, 70)), 5);
    assertEquals(-2, after.dx());
    assertTrue(after.guides().stream().anyMatch(guide -> guide.kind() == Guide.Kind.GAP));
  }

  @Test
  void ofTwoNearLinesTheNearerIsTaken() {
    Snapping snapping =
        Snapping.of(box(103, 300, 50, 40), List.of(box(100, 0, 8, 40), box(104, 90, 9, 40)), 5);
    assertEquals(1, snapping.dx());
  }

  @Test
  void whatWasSnappedIsInLineWithSomething() {
    Random random = new Random(11);
    for (int round = 0; round < 400; round++) {
      Rectangle2D moved = random(random);
      List<Rectangle2D> others = List.of(random(random), random(random), random(random));
      Snapping snapping = Snapping.of(moved, others, 5);
      assertTrue(Math.abs(snapping.dx()) <= 5 && Math.abs(snapping.dy()) <= 5);
      assertEquals(
          snapping.hasX() || snapping.hasY(), !snapping.guides().isEmpty(), snapping::toString);
    }
  }

  private static Rectangle2D random(Random random) {
    return box(
        random.nextInt(400), random.nextInt(400), 40 + random.nextInt(90), 40 + random.nextInt(90));
  }
}
