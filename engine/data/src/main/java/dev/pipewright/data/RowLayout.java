package dev.pipewright.data;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// How the values of a column fall into rows. A row may lack the feature (absent), have it with no
/// values (an empty list, which is how TFX writes an empty CSV cell), or with one or more.
///
/// Immutable: the arrays given are not to be changed afterwards.
public final class RowLayout {

  private final int rowCount;
  private final int @Nullable [] offsets;
  private final @Nullable BitSet absent;

  private RowLayout(int rowCount, int @Nullable [] offsets, @Nullable BitSet absent) {
    this.rowCount = rowCount;
    this.offsets = offsets;
    this.absent = absent;
  }

  /// Every row has exactly one value.
  public static RowLayout scalar(int rowCount) {
    return new RowLayout(rowCount, null, null);
  }

  /// Row `i` has the values from `offsets[i]` to before `offsets[i + 1]`, and none lacks the
  /// feature.
  public static RowLayout ragged(int[] offsets) {
    return ragged(offsets, null);
  }

  /// The same, where the rows in `absent` lack the feature; those have no values.
  public static RowLayout ragged(int[] offsets, @Nullable BitSet absent) {
    if (offsets.length == 0 || offsets[0] != 0) {
      throw new IllegalArgumentException("offsets start at 0");
    }
    return new RowLayout(
        offsets.length - 1, offsets, absent == null || absent.isEmpty() ? null : absent);
  }

  /// How many rows there are.
  public int rowCount() {
    return rowCount;
  }

  /// How many values all rows have together.
  public int valueCount() {
    return offsets == null ? rowCount : offsets[rowCount];
  }

  /// Whether every row has exactly one value, so that value `i` is row `i`'s.
  public boolean isScalar() {
    return offsets == null;
  }

  /// The index of the row's first value.
  public int start(int row) {
    return offsets == null ? row : offsets[row];
  }

  /// The index after the row's last value.
  public int end(int row) {
    return offsets == null ? row + 1 : offsets[row + 1];
  }

  /// How many values the row has.
  public int count(int row) {
    return end(row) - start(row);
  }

  /// Whether the row has the feature, be it with an empty list.
  public boolean isPresent(int row) {
    return absent == null || !absent.get(row);
  }

  /// How many rows lack the feature.
  public int absentCount() {
    return absent == null ? 0 : absent.cardinality();
  }
}
