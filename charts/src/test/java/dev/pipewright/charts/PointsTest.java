package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {

  @Test
  void keepsWhatWasAdded() {
    Points points = new Points();
    for (int index = 0; index < 1000; index++) {
      points.add(index, index % 3 == 0 ? Double.NaN : -index);
    }

    assertEquals(1000, points.size());
    assertEquals(777, points.x(777));
    assertEquals(-776, points.y(776));
    assertTrue(Double.isNaN(points.y(999)));
  }

  @Test
  void knowsItsBoundsWithoutWhatIsNotFinite() {
    Points points = new Points();
    points.add(2, Double.NaN);
    points.add(5, -3);
    points.add(3, Double.NEGATIVE_INFINITY);
    points.add(9, 0.5);

    assertEquals(2, points.xMin());
    assertEquals(9, points.xMax());
    assertEquals(-3, points.yMin());
    assertEquals(0.5, points.yMax());
    assertEquals(0.5, points.leastPositive());
    assertFalse(points.isAscending());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesAPlaceThatIsNone(double x) {
    Points points = new Points();

    assertThrows(IllegalArgumentException.class, () -> points.add(x, 1));
    assertEquals(0, points.size());
  }

  @Test
  void findsTheNearestAsASearchOfAllDoes() {
    Random random = new Random(8);
    for (int round = 0; round < 200; round++) {
      Points points = new Points();
      boolean isAscending = random.nextBoolean();
      double x = 0;
      int count = random.nextInt(600);
      for (int index = 0; index < count; index++) {
        x = isAscending ? x + random.nextInt(4) : random.nextInt(1000);
        points.add(x, 0);
      }
      double at = random.nextDouble() * 1200 - 100;

      assertEquals(distanceOfNearest(points, at), distanceOf(points, points.nearest(at), at));
      if (points.isAscending()) {
        assertEquals(firstAbove(points, at), points.firstAbove(at));
      }
    }
  }

  @Test
  void hasASnapshotThatStays() {
    Points points = new Points();
    for (int index = 0; index < 300; index++) {
      points.add(index, index);
    }
    Points snapshot = points.snapshot();
    for (int index = 0; index < 10_000; index++) {
      points.add(1000, -1);
    }

    assertEquals(300, snapshot.size());
    assertEquals(299, snapshot.y(299));
  }

  private static double distanceOf(Points points, int index, double x) {
    return index < 0 ? Double.POSITIVE_INFINITY : Math.abs(points.x(index) - x);
  }

  private static double distanceOfNearest(Points points, double x) {
    double best = Double.POSITIVE_INFINITY;
    for (int index = 0; index < points.size(); index++) {
      best = Math.min(best, Math.abs(points.x(index) - x));
    }
    return best;
  }

  private static int firstAbove(Points points, double x) {
    int index = 0;
    while (index < points.size() && points.x(index) <= x) {
      index++;
    }
    return index;
  }
}
