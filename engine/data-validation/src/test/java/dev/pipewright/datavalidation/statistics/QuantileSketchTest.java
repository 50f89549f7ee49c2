package dev.pipewright.datavalidation.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileSketchTest {

  private static QuantileSummary summary(double... values) {
    double[] distinct = Arrays.stream(values).distinct().sorted().toArray();
    long[] counts =
        Arrays.stream(distinct)
            .mapToLong(d -> Arrays.stream(values).filter(v -> v == d).count())
            .toArray();
    return QuantileSummary.of(distinct, counts);
  }

  @Test
  void takesTheUpperMedianOfAnEvenCount() {
    assertEquals(3, summary(1, 2, 3, 4).quantiles(1000).median());
    assertEquals(2, summary(1, 2, 3).quantiles(1000).median());
  }

  @Test
  void startsAtTheMinimumAndEndsAtTheMaximum() {
    Quantiles quantiles = summary(5, -1, 7, 7, 2).quantiles(4);

    assertArrayEquals(new double[] {-1, 2, 5, 7, 7}, quantiles.boundaries());
    assertArrayEquals(new double[] {1, 2, 3, 5, 5}, quantiles.cumulative());
  }

  @Test
  void hasNoQuantilesOfNothing() {
    assertThrows(IllegalStateException.class, () -> QuantileSummary.EMPTY.quantiles(10));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void mergesToWhatAllValuesTogetherGive(long seed) {
    Random random = new Random(seed);
    double[] values = random.ints(200, 0, 60).asDoubleStream().toArray();
    int cut = random.nextInt(values.length);

    QuantileSummary merged =
        summary(Arrays.copyOf(values, cut))
            .merge(summary(Arrays.copyOfRange(values, cut, values.length)));

    assertSameQuantiles(summary(values).quantiles(37), merged.quantiles(37));
  }

  private static void assertSameQuantiles(Quantiles expected, Quantiles actual) {
    assertArrayEquals(expected.boundaries(), actual.boundaries());
    assertArrayEquals(expected.cumulative(), actual.cumulative());
  }

  @Test
  void isExactForFewDifferentValuesInManyBlocks() {
    QuantileSketch sketch = new QuantileSketch();
    QuantileSketch other = new QuantileSketch();
    for (int i = 0; i < 1000; i++) {
      (i % 2 == 0 ? sketch : other).add(QuantileSummary.of(new double[] {i % 10}, new long[] {3}));
    }
    sketch.addAll(other);

    Quantiles quantiles = sketch.summary().quantiles(10);

    assertArrayEquals(
        new double[] {300, 600, 900, 1200, 1500, 1800, 2100, 2400, 2700, 3000},
        Arrays.copyOf(quantiles.cumulative(), 10));
  }

  @Test
  void keepsItsErrorAndItsSizeWhenItCompresses() {
    QuantileSketch sketch = new QuantileSketch();
    Random random = new Random(11);
    int blocks = 33;
    double[] all = new double[blocks * QuantileSketch.LIMIT];
    for (int block = 0; block < blocks; block++) {
      double[] values = random.doubles(QuantileSketch.LIMIT).map(x -> x * x).sorted().toArray();
      System.arraycopy(values, 0, all, block * values.length, values.length);
      long[] counts = new long[values.length];
      Arrays.fill(counts, 1);
      sketch.add(QuantileSummary.of(values, counts));
    }
    Arrays.sort(all);

    QuantileSummary summary = sketch.summary();
    double[] boundaries = summary.quantiles(1000).boundaries();

    assertEquals(all.length, summary.totalWeight());
    assertTrue(summary.size() < 8 * QuantileSketch.LIMIT, "" + summary.size());
    assertEquals(all[0], boundaries[0]);
    assertEquals(all[all.length - 1], boundaries[1000]);
    double allowed = Math.ceil(Math.log(blocks) / Math.log(2)) / QuantileSketch.LIMIT;
    for (int i = 0; i < 1000; i++) {
      double rank = Math.abs(Arrays.binarySearch(all, boundaries[i])) / (double) all.length;
      assertEquals(i / 1000.0, rank, allowed, "quantile " + i);
    }
  }
}
