package dev.pipewright.data;

import java.util.Arrays;
import java.util.BitSet;

/// Builds a `RowLayout`, row after row. A row that is never opened is absent.
final class RowTracker {

  private int[] offsets = new int[64];
  private int rows;
  private final BitSet absent = new BitSet();

  /// Whether the row was opened and is the last one.
  boolean isOpen(int row) {
    return rows == row + 1 && !absent.get(row);
  }

  /// Opens a row, whose values start at `valueCount`; those since the last opened are absent.
  void open(int row, int valueCount) {
    skipTo(row, valueCount);
    offsets[row] = valueCount;
    rows = row + 1;
  }

  /// Opens a row that comes right after the last; false when it does not.
  boolean openNext(int row, int valueCount) {
    if (rows != row || row >= offsets.length) {
      return false;
    }
    offsets[row] = valueCount;
    rows = row + 1;
    return true;
  }

  /// Takes the last row back; returns where its values start.
  int reopen(int row) {
    rows = row;
    return offsets[row];
  }

  /// Forgets all rows from `row` on; returns where their values start.
  int truncate(int row, int valueCount) {
    if (row >= rows) {
      return valueCount;
    }
    rows = row;
    absent.clear(row, Math.max(row, absent.length()));
    return offsets[row];
  }

  /// The layout, when `rowCount` rows have `valueCount` values in all.
  RowLayout finish(int rowCount, int valueCount) {
    skipTo(rowCount, valueCount);
    offsets[rowCount] = valueCount;
    if (absent.isEmpty() && isScalar(rowCount)) {
      return RowLayout.scalar(rowCount);
    }
    return RowLayout.ragged(Arrays.copyOf(offsets, rowCount + 1), absent);
  }

  private boolean isScalar(int rowCount) {
    for (int row = 0; row <= rowCount; row++) {
      if (offsets[row] != row) {
        return false;
      }
    }
    return true;
  }

  private void skipTo(int row, int valueCount) {
    if (row >= offsets.length) {
      offsets = Arrays.copyOf(offsets, Math.max(row + 1, offsets.length * 2));
    }
    if (rows < row) {
      absent.set(rows, row);
      Arrays.fill(offsets, rows, row, valueCount);
      rows = row;
    }
  }
}
