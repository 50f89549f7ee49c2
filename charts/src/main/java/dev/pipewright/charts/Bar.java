package dev.pipewright.charts;

/// A bar of a histogram.
public sealed interface Bar {

  /// How many values it stands for; a weighted count may have a fraction.
  double count();

  /// Values of a range of numbers, `low` included.
  record Bin(double low, double high, double count) implements Bar {

    /// Checks that the range is one and that the count is a number of values.
    public Bin {
      if (!(low <= high)) {
        throw new IllegalArgumentException("No range: " + low + " to " + high);
      }
      requireCount(count);
    }
  }

  /// Values that are equal.
  record Category(String label, double count) implements Bar {

    /// Checks that the count is a number of values.
    public Category {
      requireCount(count);
    }
  }

  private static void requireCount(double count) {
    if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("No count: " + count);
    }
  }
}
