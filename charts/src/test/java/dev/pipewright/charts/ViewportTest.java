package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewportTest {

  private final Axis xAxis = new Axis(AxisScale.LINEAR, 0, 100, 0, 200);
  private final Axis yAxis = new Axis(AxisScale.LINEAR, 0, 10, 100, 0);

  @Test
  void isWhatLiesBetweenTwoCorners() {
    assertEquals(
        Optional.of(new Viewport(10, 50, 2, 8)), Viewport.between(xAxis, yAxis, 20, 20, 100, 80));
  }

  @Test
  void isNothingWhereNumbersCannotTellItsEndsApart() {
    Axis far = new Axis(AxisScale.LINEAR, 1e15, 1e15 + 4, 0, 200);

    assertEquals(Optional.empty(), Viewport.between(far, yAxis, 20, 20, 100, 80));
    assertEquals(Optional.empty(), Viewport.between(xAxis, yAxis, 20, 20, 20, 80));
  }

  @Test
  void containsWhatIsWithinIt() {
    Viewport whole = new Viewport(0, 10, 0, 10);

    assertTrue(whole.contains(whole));
    assertTrue(whole.contains(new Viewport(1, 9, 1, 9)));
    assertFalse(whole.contains(new Viewport(1, 11, 1, 9)));
  }

  @Test
  void refusesWhatHasNoInside() {
    assertThrows(IllegalArgumentException.class, () -> new Viewport(1, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Viewport(0, 1, 2, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new Viewport(0, Double.POSITIVE_INFINITY, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Viewport(Double.NaN, 1, 0, 1));
  }
}
