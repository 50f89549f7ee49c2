package dev.pipewright.data.starter;

import java.util.List;

/// What predicting a column comes to.
public sealed interface Goal {

  /// One of several classes.
  ///
  /// @param classes the values, the most frequent first; at least two
  record Classes(List<ValueCount> classes) implements Goal {

    /// Of so many examples, surely some are in the part that is trained on.
    private static final int ENOUGH = 20;

    /// Keeps a copy.
    public Classes {
      classes = List.copyOf(classes);
      if (classes.size() < 2) {
        throw new IllegalArgumentException("one class");
      }
    }

    /// Whether there are two.
    public boolean isBinary() {
      return classes.size() == 2;
    }

    /// The share of rows that are of the most frequent class.
    public double majority() {
      long all = classes.stream().mapToLong(ValueCount::count).sum();
      return (double) classes.getFirst().count() / all;
    }

    /// Whether a class has so few rows that none of them may be trained on.
    boolean hasRare() {
      return classes.getLast().count() < ENOUGH;
    }
  }

  /// A number.
  ///
  /// @param numbers what is known of it
  record Number(Numbers numbers) implements Goal {}
}
