package dev.pipewright.data.table;

import java.util.List;

/// What is in a column, over some of a table's rows.
public sealed interface ColumnSummary {

  /// How many rows it is of.
  int rows();

  /// How many of them have no value.
  int missing();

  /// How many values are in each bar.
  long[] counts();

  /// The share of rows without a value.
  default double missingShare() {
    return rows() == 0 ? 0 : (double) missing() / rows();
  }

  /// Of numbers: the finite ones fall into bars of equal width.
  ///
  /// @param low where the first bar starts: the least number; NaN when there is none
  /// @param high where the last ends: the greatest number, which it includes
  record Numbers(int rows, int missing, double low, double high, double mean, long[] counts)
      implements ColumnSummary {

    /// The bar of a number; -1 for one outside.
    public int bar(double value) {
      if (!(value >= low && value <= high)) {
        return -1;
      }
      return high == low
          ? 0
          : Math.clamp((int) ((value - low) / (high - low) * counts.length), 0, counts.length - 1);
    }

    /// Where a bar starts.
    public double start(int bar) {
      return low + (high - low) * bar / Math.max(1, counts.length);
    }
  }

  /// Of texts: a bar for each of the most frequent values.
  ///
  /// @param values the most frequent values, the first the most frequent; long ones are left out
  /// @param others how many values are none of these
  /// @param distinct how many different values were counted; above the limit there are more
  record Texts(int rows, int missing, List<String> values, long[] counts, long others, int distinct)
      implements ColumnSummary {

    /// Above so many different values, others are not told apart.
    public static final int LIMIT = 10_000;

    public Texts {
      values = List.copyOf(values);
    }

    /// The bar of a value; -1 for one of the others.
    public int bar(String value) {
      return values.indexOf(value);
    }
  }

  /// Of a feature without any value.
  record Nothing(int rows, int missing, long[] counts) implements ColumnSummary {}
}
