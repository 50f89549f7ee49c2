package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DomainTest {

  private final Domain domain = new Domain();

  @Test
  void beginsAtZeroWhereStepsDo() {
    include(100, 0.7, 6400, 0.25);
    domain.includeX(10_000);

    assertEquals(0, domain.xLow());
    assertEquals(10_000, domain.xHigh());
  }

  @Test
  void beginsWhereThePointsDoWhenThatIsFarFromZero() {
    include(5000, 1, 6000, 2);

    assertEquals(5000, domain.xLow());
    assertEquals(6000, domain.xHigh());
  }

  @Test
  void leavesAMarginAboveAndBelow() {
    include(0, -1, 1, 3);

    assertEquals(-1.24, domain.yLow(AxisScale.LINEAR), 1e-12);
    assertEquals(3.24, domain.yHigh(AxisScale.LINEAR), 1e-12);
  }

  @Test
  void goesNotBelowZeroForWhatIsNot() {
    include(0, 0.01, 1, 3);

    assertEquals(0, domain.yLow(AxisScale.LINEAR));
  }

  @Test
  void isOfPositiveValuesOnALogarithmicAxis() {
    Points points = new Points();
    points.add(0, -5);
    points.add(1, 0);
    points.add(2, 0.01);
    points.add(3, 100);
    domain.include(points);

    assertEquals(0.01 / Math.pow(1e4, 0.06), domain.yLow(AxisScale.LOG), 1e-12);
    assertEquals(100 * Math.pow(1e4, 0.06), domain.yHigh(AxisScale.LOG), 1e-9);
  }

  @Test
  void ignoresValuesThatAreNotFinite() {
    Points points = new Points();
    points.add(0, Double.NaN);
    points.add(1, Double.POSITIVE_INFINITY);
    points.add(2, 4);
    points.add(3, 6);
    domain.include(points);

    assertEquals(3.88, domain.yLow(AxisScale.LINEAR), 1e-12);
    assertEquals(6.12, domain.yHigh(AxisScale.LINEAR), 1e-12);
  }

  @Test
  void isForgottenWhenCleared() {
    include(0, 1, 2, 3);
    domain.clear();

    assertFalse(domain.hasX());
  }

  @Test
  void alwaysMakesAxes() {
    Random random = new Random(5);
    double[] special = {0, 1, -1, 1e-300, -1e-300, 1e300, Double.MIN_VALUE, 5, 1e9};
    for (int round = 0; round < 2000; round++) {
      domain.clear();
      Points points = new Points();
      int count = random.nextInt(3);
      for (int index = 0; index < count; index++) {
        points.add(
            special[random.nextInt(special.length)], special[random.nextInt(special.length)]);
      }
      domain.include(points);
      for (AxisScale scale : AxisScale.values()) {
        new Axis(AxisScale.LINEAR, domain.xLow(), domain.xHigh(), 0, 1);
        Axis y = new Axis(scale, domain.yLow(scale), domain.yHigh(scale), 0, 1);
        for (int index = 0; index < count; index++) {
          double value = points.y(index);
          assertTrue(!y.holds(value) || (value >= y.low() && value <= y.high()), y.toString());
        }
      }
    }
  }

  private void include(double x1, double y1, double x2, double y2) {
    Points points = new Points();
    points.add(x1, y1);
    points.add(x2, y2);
    domain.include(points);
  }
}
