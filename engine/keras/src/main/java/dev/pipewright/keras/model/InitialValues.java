package dev.pipewright.keras.model;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Draws the first values of weights, by Keras's distributions (`keras/src/initializers`).
final class InitialValues {

  /// The standard deviation of a standard normal cut off at two standard deviations.
  private static final double TRUNCATED_STDDEV = 0.87962566103423978;

  private InitialValues() {}

  static float[] of(WeightSpec weight, long modelSeed) {
    float[] values = new float[Math.toIntExact(weight.shape().size())];
    switch (weight.initializer()) {
      case Initializer.Zeros _ -> {}
      case Initializer.Ones _ -> Arrays.fill(values, 1);
      case Initializer.Constant(double value) -> Arrays.fill(values, (float) value);
      case Initializer.RandomUniform(double low, double high, OptionalLong seed) ->
          uniform(values, low, high, random(weight, seed, modelSeed));
      case Initializer.RandomNormal(double mean, double stddev, OptionalLong seed) -> {
        RandomGenerator random = random(weight, seed, modelSeed);
        fill(values, () -> mean + stddev * random.nextGaussian());
      }
      case Initializer.TruncatedNormal(double mean, double stddev, OptionalLong seed) ->
          truncated(values, mean, stddev, random(weight, seed, modelSeed));
      case Initializer.Scaled(Initializer.Scaling scaling, OptionalLong seed) ->
          scaled(values, weight.shape(), scaling, random(weight, seed, modelSeed));
    }
    return values;
  }

  private static void scaled(
      float[] values, Shape shape, Initializer.Scaling scaling, RandomGenerator random) {
    double fanIn = shape.rank() < 2 ? shape.size() : shape.dims().get(shape.rank() - 2);
    double fanOut = shape.rank() < 2 ? shape.size() : shape.last();
    double variance = scaling.variance(fanIn, fanOut);
    if (scaling.isUniform()) {
      double limit = Math.sqrt(3 * variance);
      uniform(values, -limit, limit, random);
    } else {
      truncated(values, 0, Math.sqrt(variance) / TRUNCATED_STDDEV, random);
    }
  }

  private static void uniform(float[] values, double low, double high, RandomGenerator random) {
    fill(values, () -> low + (high - low) * random.nextDouble());
  }

  private static void truncated(
      float[] values, double mean, double stddev, RandomGenerator random) {
    fill(
        values,
        () -> {
          double z = random.nextGaussian();
          while (Math.abs(z) > 2) {
            z = random.nextGaussian();
          }
          return mean + stddev * z;
        });
  }

  private static void fill(float[] values, DoubleSupplier next) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) next.getAsDouble();
    }
  }

  private static RandomGenerator random(WeightSpec weight, OptionalLong seed, long modelSeed) {
    return RandomGeneratorFactory.of("L64X128MixRandom")
        .create(Seeds.of(seed, modelSeed, weight.name()));
  }
}
