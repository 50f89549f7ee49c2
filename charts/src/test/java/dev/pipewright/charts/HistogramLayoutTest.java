package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.charts.Bar.Bin;
import dev.pipewright.charts.Bar.Category;
import dev.pipewright.charts.Histogram.Height;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramLayoutTest {

  private static final List<Bin> BINS =
      List.of(new Bin(0, 1, 10), new Bin(1, 2, 0), new Bin(2, 10, 40));

  @Test
  void putsBinsWhereTheirValuesAre() {
    HistogramLayout layout = toScale(BINS, Height.COUNT, AxisScale.LINEAR);

    assertTrue(layout.isToScale());
    assertEquals(0.2, layout.left(2), 1e-12);
    assertEquals(1, layout.right(2), 1e-12);
    assertEquals(0.25, layout.height(0), 1e-12);
    assertEquals(0, layout.height(1));
    assertEquals(1, layout.height(2));
  }

  @Test
  void showsCountsAsAreas() {
    HistogramLayout layout = toScale(BINS, Height.DENSITY, AxisScale.LINEAR);

    assertEquals(10, layout.highest());
    assertEquals(1, layout.height(0));
    assertEquals(0.5, layout.height(2));
  }

  @Test
  void ofEqualCountsAreLowWhereTheyAreWide() {
    HistogramLayout layout =
        toScale(
            List.of(new Bin(0, 2, 5), new Bin(2, 2, 5), new Bin(2, 10, 5)),
            Height.DENSITY,
            AxisScale.LINEAR);

    assertEquals(
        List.of(1.0, 1.0, 0.25), List.of(layout.height(0), layout.height(1), layout.height(2)));
  }

  @Test
  void showsOneInALogarithm() {
    HistogramLayout layout =
        toScale(
            List.of(new Bin(0, 1, 1), new Bin(1, 2, 0), new Bin(2, 3, 999)),
            Height.COUNT,
            AxisScale.LOG);

    assertEquals(0.1003, layout.height(0), 1e-4);
    assertEquals(0, layout.height(1));
    assertEquals(1, layout.height(2), 1e-12);
  }

  @Test
  void standsCategoriesSideBySide() {
    HistogramLayout layout =
        toScale(
            List.of(new Category("a", 4), new Category("b", 2)), Height.DENSITY, AxisScale.LINEAR);

    assertFalse(layout.isToScale());
    assertEquals(0.5, layout.left(1));
    assertEquals(1, layout.right(1));
    assertEquals(0.5, layout.height(1));
  }

  @Test
  void findsTheBarUnderAPlace() {
    HistogramLayout layout = toScale(BINS, Height.COUNT, AxisScale.LINEAR);

    assertEquals(0, layout.at(0.05));
    assertEquals(2, layout.at(0.9));
    assertEquals(-1, layout.at(1.1));
    assertEquals(-1, layout.at(-0.1));
  }

  @Test
  void drawsBinsWithoutAnEndWhereTheirOtherEndIs() {
    HistogramLayout layout =
        toScale(
            List.of(
                new Bin(Double.NEGATIVE_INFINITY, 0, 3),
                new Bin(0, 4, 3),
                new Bin(4, Double.POSITIVE_INFINITY, 3)),
            Height.COUNT,
            AxisScale.LINEAR);

    assertEquals(0, layout.low());
    assertEquals(4, layout.high());
    assertEquals(1, layout.left(2));
  }

  @Test
  void isEmptyWithoutBarsOrCounts() {
    assertEquals(-1, toScale(List.of(), Height.COUNT, AxisScale.LINEAR).at(0.5));
    assertEquals(0, toScale(List.of(new Bin(0, 1, 0)), Height.COUNT, AxisScale.LOG).height(0));
  }

  @Test
  void saysWhatABarStandsFor() {
    assertEquals("0 to 1: 10 (20 %)", BarText.of(BINS, 0));
    assertEquals("1 to 2: 0 (0 %)", BarText.of(BINS, 1));
    assertEquals("b: 1,234 (100 %)", BarText.of(List.of(new Category("b", 1234)), 0));
    assertEquals("fare: 3 bars, the highest 2 to 10: 40 (80 %)", BarText.ofAll("fare", BINS));
    assertEquals("fare: no bars", BarText.ofAll("fare", List.of()));
  }

  @Test
  void refusesWhatIsNoBar() {
    assertThrows(IllegalArgumentException.class, () -> new Bin(2, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Bin(Double.NaN, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Bin(0, 1, -1));
    assertThrows(IllegalArgumentException.class, () -> new Category("a", Double.NaN));
  }

  private static HistogramLayout toScale(
      List<? extends Bar> bars, Height height, AxisScale countScale) {
    return HistogramLayout.toScale(bars, height, countScale);
  }
}
