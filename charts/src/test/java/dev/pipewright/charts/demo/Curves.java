package dev.pipewright.charts.demo;

import dev.pipewright.charts.Series;
import java.util.Random;

/// Made-up measurements that look like a training run's.
public final class Curves {

  private static final int LAST_STEP = 6420;

  private Curves() {}

  /// A loss that falls from 0.69, with noise.
  public static Series loss(String name, double floor, int every, double noise, long seed) {
    Series series = new Series(name);
    Random random = new Random(seed);
    for (int step = every; step <= LAST_STEP; step += every) {
      double decay = (0.69 - floor) * Math.exp(-step / 900.0) + 0.02 * Math.exp(-step / 4000.0);
      series.add(step, floor + decay + noise * random.nextGaussian());
    }
    return series;
  }

  /// An accuracy that rises from 0.66, with noise.
  public static Series accuracy(String name, double top, int every, double noise, long seed) {
    Series series = new Series(name);
    Random random = new Random(seed);
    for (int step = every; step <= LAST_STEP; step += every) {
      series.add(
          step, top - (top - 0.66) * Math.exp(-step / 900.0) + noise * random.nextGaussian());
    }
    return series;
  }

  /// A random walk with rare spikes.
  public static Series walk(String name, int points, long seed) {
    Series series = new Series(name);
    Random random = new Random(seed);
    double at = 0;
    for (int index = 0; index < points; index++) {
      at += random.nextGaussian();
      boolean isSpike = random.nextInt(points / 3 + 1) == 0;
      series.add(index, isSpike ? at + 2000 : at + 40 * random.nextGaussian());
    }
    return series;
  }
}
