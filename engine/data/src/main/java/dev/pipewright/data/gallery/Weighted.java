package dev.pipewright.data.gallery;

import java.util.random.RandomGenerator;

/// Draws an index with a chance proportional to its weight.
final class Weighted {

  private final double[] cumulative;

  Weighted(double... weights) {
    cumulative = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      cumulative[i] = sum;
    }
  }

  int draw(RandomGenerator random) {
    double at = random.nextDouble() * cumulative[cumulative.length - 1];
    int index = 0;
    while (cumulative[index] <= at) {
      index++;
    }
    return index;
  }
}
