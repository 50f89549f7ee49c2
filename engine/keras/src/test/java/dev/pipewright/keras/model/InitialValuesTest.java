package dev.pipewright.keras.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class InitialValuesTest {

  private static final OptionalLong NONE = OptionalLong.empty();

  private static float[] drawn(String name, Initializer initializer, long seed) {
    WeightSpec weight = new WeightSpec(name, Shape.of(100, 200), initializer, Regularizer.NONE);
    return InitialValues.of(weight, seed);
  }

  /// Minimum, maximum, mean and standard deviation.
  private static double[] summary(float[] values) {
    double mean = 0;
    double min = Double.MAX_VALUE;
    double max = -Double.MAX_VALUE;
    for (float value : values) {
      mean += (double) value / values.length;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    double variance = 0;
    for (float value : values) {
      variance += (value - mean) * (value - mean) / values.length;
    }
    return new double[] {min, max, mean, Math.sqrt(variance)};
  }

  @Test
  void constantsAreTheSameEverywhere() {
    assertArrayEquals(summary(drawn("w", new Initializer.Zeros(), 1)), new double[4]);
    assertArrayEquals(
        new double[] {1, 1, 1, 0}, summary(drawn("w", new Initializer.Ones(), 1)), 1e-9);
    assertArrayEquals(
        new double[] {-2.5, -2.5, -2.5, 0},
        summary(drawn("w", new Initializer.Constant(-2.5), 1)),
        1e-9);
  }

  @Test
  void uniformNumbersFillTheirRangeAndStayInIt() {
    double[] found = summary(drawn("w", new Initializer.RandomUniform(-1, 3, NONE), 1));
    assertTrue(found[0] >= -1 && found[0] < -0.99 && found[1] <= 3 && found[1] > 2.99);
    assertEquals(1, found[2], 0.03);
    assertEquals(4 / Math.sqrt(12), found[3], 0.02);
  }

  @Test
  void normalNumbersHaveTheirMomentsAndTruncatedOnesNoTails() {
    double[] normal = summary(drawn("w", new Initializer.RandomNormal(2, 0.5, NONE), 1));
    assertEquals(2, normal[2], 0.015);
    assertEquals(0.5, normal[3], 0.01);
    assertTrue(normal[1] > 2 + 3 * 0.5, "20,000 numbers have some beyond three deviations");
    double[] truncated = summary(drawn("w", new Initializer.TruncatedNormal(2, 0.5, NONE), 1));
    assertTrue(truncated[0] >= 1 && truncated[1] <= 3);
    assertEquals(0.5 * 0.8796, truncated[3], 0.01);
  }

  @Test
  void whatIsDrawnDependsOnTheSeedAndTheWeightAlone() {
    Initializer random = new Initializer.RandomUniform(0, 1, NONE);
    Initializer seeded = new Initializer.RandomUniform(0, 1, OptionalLong.of(5));
    assertArrayEquals(drawn("a", random, 1), drawn("a", random, 1));
    assertFalse(Arrays.equals(drawn("a", random, 1), drawn("b", random, 1)));
    assertFalse(Arrays.equals(drawn("a", random, 1), drawn("a", random, 2)));
    assertArrayEquals(drawn("a", seeded, 1), drawn("a", seeded, 2));
  }
}
