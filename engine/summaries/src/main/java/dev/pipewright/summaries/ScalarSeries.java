package dev.pipewright.summaries;

import java.util.Arrays;

/// The points of one tag in the order in which they were logged. A point takes 24 bytes.
///
/// What `EventRuns` hands out does not change any more and may go to another thread.
public final class ScalarSeries {

  private long[] steps;
  private double[] wallTimes;
  private double[] values;
  private int size;

  ScalarSeries() {
    this(new long[16], new double[16], new double[16], 0);
  }

  private ScalarSeries(long[] steps, double[] wallTimes, double[] values, int size) {
    this.steps = steps;
    this.wallTimes = wallTimes;
    this.values = values;
    this.size = size;
  }

  /// How many points there are.
  public int size() {
    return size;
  }

  /// The step of a point.
  public long step(int index) {
    return steps[check(index)];
  }

  /// When a point was logged, in seconds since 1970.
  public double wallTime(int index) {
    return wallTimes[check(index)];
  }

  /// The value of a point.
  public double value(int index) {
    return values[check(index)];
  }

  void add(long step, double wallTime, double value) {
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, 2 * size);
      wallTimes = Arrays.copyOf(wallTimes, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    steps[size] = step;
    wallTimes[size] = wallTime;
    values[size] = value;
    size++;
  }

  /// Shares the arrays: what is added later lies beyond the snapshot's size.
  ScalarSeries snapshot() {
    return new ScalarSeries(steps, wallTimes, values, size);
  }

  private int check(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException(index + " of " + size);
    }
    return index;
  }
}
