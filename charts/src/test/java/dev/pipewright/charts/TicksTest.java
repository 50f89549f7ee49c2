package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.charts.Ticks.Tick;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void areRoundNumbersFromEndToEnd() {
    assertEquals(List.of("0", "2.5k", "5k", "7.5k", "10k"), labels(AxisScale.LINEAR, 0, 10_000, 4));
    assertEquals(
        List.of("0.2", "0.3", "0.4", "0.5", "0.6", "0.7"), labels(AxisScale.LINEAR, 0.16, 0.71, 6));
    assertEquals(List.of("−10", "0", "10"), labels(AxisScale.LINEAR, -12, 12, 3));
  }

  @Test
  void arePowersOfTenOverDecades() {
    assertEquals(List.of("1e−4", "1e−3", "1e−2"), labels(AxisScale.LOG, 1e-4, 2e-2, 6));
    assertEquals(List.of("1e−9", "1e−6", "1e−3", "1"), labels(AxisScale.LOG, 1e-9, 1, 4));
  }

  @Test
  void areMultiplesWithinADecadeOrTwo() {
    assertEquals(List.of("5e−4", "1e−3", "2e−3", "5e−3"), labels(AxisScale.LOG, 4e-4, 6e-3, 9));
  }

  @Test
  void areEquallyFarApartWhereTheRangeIsNarrow() {
    assertEquals(List.of("3.2", "3.4", "3.6"), labels(AxisScale.LOG, 3.1, 3.7, 4));
  }

  @Test
  void areInsideInOrderFewAndToldApart() {
    Random random = new Random(3);
    for (int round = 0; round < 2000; round++) {
      double low = random.nextGaussian() * Math.pow(10, random.nextInt(13) - 6);
      double high = low + Math.pow(10, random.nextInt(12) - 6) * (0.1 + random.nextDouble());
      int most = 1 + random.nextInt(9);
      List<Tick> ticks = Ticks.of(AxisScale.LINEAR, low, high, most);
      String where = low + " to " + high + ": " + ticks;
      double slack = 1e-8 * (high - low);

      assertTrue(ticks.size() <= most + 1, where);
      assertTrue(
          ticks.stream().allMatch(t -> t.value() >= low - slack && t.value() <= high + slack),
          where);
      assertEquals(
          ticks.size(), new HashSet<>(ticks.stream().map(Tick::label).toList()).size(), where);
      for (int index = 1; index < ticks.size(); index++) {
        assertTrue(ticks.get(index - 1).value() < ticks.get(index).value(), where);
      }
    }
  }

  @Test
  void ofLogarithmicAxesAreInside() {
    Random random = new Random(4);
    for (int round = 0; round < 2000; round++) {
      double low = Math.pow(10, random.nextInt(20) - 10) * (0.5 + random.nextDouble());
      double high = low * (1.001 + Math.pow(10, random.nextInt(9)) * random.nextDouble());
      int most = 1 + random.nextInt(9);
      List<Tick> ticks = Ticks.of(AxisScale.LOG, low, high, most);
      String where = low + " to " + high + " " + most + ": " + ticks;

      assertTrue(
          ticks.stream().allMatch(t -> t.value() >= low * 0.999999 && t.value() <= high * 1.000001),
          where);
      assertTrue(ticks.size() <= Math.max(7, most + 1), where);
    }
  }

  @Test
  void endWhereNumbersCannotBeToldApart() {
    double low = 1e18;

    assertTrue(Ticks.of(AxisScale.LINEAR, low, Math.nextUp(low), 5).size() <= 6);
  }

  private static List<String> labels(AxisScale scale, double low, double high, int most) {
    return Ticks.of(scale, low, high, most).stream().map(Tick::label).toList();
  }
}
