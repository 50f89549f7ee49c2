package dev.pipewright.datavalidation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  private static Moments of(double... values) {
    long[] once = new long[values.length];
    Arrays.fill(once, 1);
    return Moments.of(values, once);
  }

  @Test
  void knowsMeanAndDeviationOfThePopulation() {
    Moments moments = Moments.of(new double[] {2, 4, 9}, new long[] {1, 3, 1});

    assertEquals(5, moments.count());
    assertEquals(4.6, moments.mean(), 1e-12);
    assertEquals(Math.sqrt(5.44), moments.standardDeviation(), 1e-12);
  }

  @Test
  void isNothingWithoutValues() {
    assertEquals(Moments.NONE, Moments.NONE.merge(Moments.NONE));
    assertEquals(of(1, 2), Moments.NONE.merge(of(1, 2)));
    assertEquals(0, Moments.NONE.standardDeviation());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void mergesToTheMomentsOfAll(long seed) {
    double[] values = new Random(seed).doubles(300, 1e9, 1e9 + 1).toArray();
    int cut = 1 + new Random(seed).nextInt(298);

    Moments merged = of(Arrays.copyOf(values, cut)).merge(of(Arrays.copyOfRange(values, cut, 300)));

    assertEquals(of(values).mean(), merged.mean(), 1e-6);
    assertEquals(of(values).standardDeviation(), merged.standardDeviation(), 1e-6);
  }

  @Test
  void hasNoMeanWithAnInfiniteValue() {
    Moments moments = of(1, Double.POSITIVE_INFINITY);

    assertTrue(Double.isNaN(moments.mean()));
    assertEquals(0, moments.standardDeviation());
  }
}
