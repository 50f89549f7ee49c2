package dev.pipewright.datavalidation.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctValuesTest {

  private static TreeMap<Double, Long> asMap(DistinctValues distinct) {
    double[] sorted = distinct.values().clone();
    Arrays.sort(sorted);
    assertArrayEquals(sorted, distinct.values());
    return IntStream.range(0, distinct.size())
        .boxed()
        .collect(
            Collectors.toMap(
                i -> distinct.values()[i], i -> distinct.counts()[i], Long::sum, TreeMap::new));
  }

  private static TreeMap<Double, Long> counted(double[] values) {
    return Arrays.stream(values)
        .boxed()
        .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 50, 5000, 1L << 31, 1L << 32, 1L << 33, Long.MAX_VALUE})
  void countsIntegersOfAnyRange(long range) {
    Random random = new Random(range);
    for (long base : new long[] {0, -range, Long.MIN_VALUE, Long.MAX_VALUE - range + 1}) {
      long[] values =
          IntStream.range(0, 3000).mapToLong(_ -> base + random.nextLong(range)).toArray();

      DistinctValues distinct = DistinctValues.of(values, 2900);

      assertEquals(
          counted(Arrays.stream(values).limit(2900).asDoubleStream().toArray()), asMap(distinct));
    }
  }

  @Test
  void countsFloatsOfEitherSignAndInfinities() {
    float[] values = {-1, 3, Float.NaN, -0f, 0f, Float.NEGATIVE_INFINITY, 3, -2, Float.MIN_VALUE};

    assertEquals(
        new TreeMap<>(
            Map.of(
                Double.NEGATIVE_INFINITY,
                1L,
                -2.0,
                1L,
                -1.0,
                1L,
                0.0,
                2L,
                (double) Float.MIN_VALUE,
                1L,
                3.0,
                2L)),
        asMap(DistinctValues.of(values, values.length)));
  }

  @Test
  void countsManyDifferentFloats() {
    Random random = new Random(5);
    float[] values = new float[20_000];
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
      doubles[i] = values[i];
    }

    assertEquals(counted(doubles), asMap(DistinctValues.of(values, values.length)));
  }

  @Test
  void findsNothingInAnEmptyColumn() {
    assertEquals(0, DistinctValues.of(new long[0], 0).size());
    assertEquals(0, DistinctValues.of(new float[] {Float.NaN}, 1).size());
  }
}
