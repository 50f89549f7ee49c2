package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {

  private static final Axis AXIS = new Axis(AxisScale.LINEAR, 0, 100, 0, 400);

  @Test
  void areTheNearestOfAllLines() {
    List<LineInk> inks = List.of(ink(0, 40, 80), ink(10, 50));

    assertEquals(50, Steps.nearest(inks, 47));
    assertEquals(40, Steps.nearest(inks, 44));
    assertEquals(Double.NaN, Steps.nearest(List.of(ink()), 44));
  }

  @Test
  void comeOneAfterTheOther() {
    List<LineInk> inks = List.of(ink(0, 40, 80), ink(10, 50));

    assertEquals(50, Steps.next(inks, 40, 1, AXIS));
    assertEquals(10, Steps.next(inks, 40, -1, AXIS));
    assertEquals(80, Steps.next(inks, 80, 1, AXIS));
    assertEquals(80, Steps.next(inks, Double.NaN, -1, AXIS));
  }

  @Test
  void skipWhatCannotBeToldApartOnTheScreen() {
    assertEquals(41, Steps.next(List.of(ink(40, 40.1, 40.2, 41)), 40, 1, AXIS));
  }

  @Test
  void goOnWherePointsGoBack() {
    List<LineInk> inks = List.of(ink(0, 30, 60, 20, 40, 90));

    assertEquals(40, Steps.next(inks, 39, 1, AXIS));
    assertEquals(20, Steps.next(inks, 20.5, -1, AXIS));
  }

  private static LineInk ink(double... xs) {
    Series series = new Series("any");
    for (double x : xs) {
      series.add(x, 1);
    }
    return new LineInk(PlotLine.train(series), () -> {});
  }
}
