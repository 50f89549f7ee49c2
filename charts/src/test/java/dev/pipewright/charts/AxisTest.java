package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void spreadsDifferencesOrRatiosEvenly() {
    Axis linear = new Axis(AxisScale.LINEAR, 0, 10, 100, 200);
    Axis log = new Axis(AxisScale.LOG, 0.01, 100, 200, 0);

    assertEquals(125, linear.position(2.5));
    assertEquals(100, log.position(1), 1e-9);
    assertEquals(50, log.position(10), 1e-9);
  }

  @Test
  void findsTheValueOfAPosition() {
    Random random = new Random(2);
    for (AxisScale scale : AxisScale.values()) {
      for (int round = 0; round < 1000; round++) {
        double low = Math.pow(10, random.nextInt(12) - 6) * (1 + random.nextDouble());
        Axis axis = new Axis(scale, low, low * (1.5 + 100 * random.nextDouble()), 300, 20);
        double position = 20 + 280 * random.nextDouble();

        assertEquals(position, axis.position(axis.value(position)), 1e-6, axis.toString());
      }
    }
  }

  @Test
  void knowsWhatHasNoPlace() {
    Axis log = new Axis(AxisScale.LOG, 1, 10, 0, 1);

    assertTrue(log.holds(1e-300));
    assertFalse(log.holds(0));
    assertFalse(log.holds(-1));
    assertFalse(log.holds(Double.NaN));
    assertFalse(Axis.UNIT.holds(Double.POSITIVE_INFINITY));
    assertTrue(Axis.UNIT.holds(-5));
  }

  @Test
  void staysTheSameObjectWhileItsEndsDo() {
    Axis axis = new Axis(AxisScale.LINEAR, 0, 10, 0, 100);

    assertSame(axis, axis.with(AxisScale.LINEAR, 0, 10, 0, 100));
    assertNotEquals(axis, axis.with(AxisScale.LINEAR, 0, 11, 0, 100));
    assertNotEquals(axis, axis.with(AxisScale.LOG, 1, 10, 0, 100));
  }

  @Test
  void refusesEndsThatHaveNothingBetween() {
    assertThrows(IllegalArgumentException.class, () -> new Axis(AxisScale.LINEAR, 1, 1, 0, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new Axis(AxisScale.LINEAR, 0, Double.NaN, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Axis(AxisScale.LOG, 0, 1, 0, 1));
  }
}
