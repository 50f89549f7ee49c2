package dev.pipewright.data.table;

import java.util.Arrays;

/// Rows that a filter keeps, in the order of the table: a bit for each row that was looked at.
public final class RowSet implements Rows {

  private final Part[] parts;
  private final int[] before;
  private final int size;

  /// The rows of a block.
  ///
  /// @param kept a bit for each
  record Part(int firstRow, int rowCount, long[] kept, int count) {}

  private RowSet(Part[] parts, int[] before, int size) {
    this.parts = parts;
    this.before = before;
    this.size = size;
  }

  /// No rows.
  public static RowSet none() {
    return of(new Part[0], 0);
  }

  /// The first of these parts, which are in the order of their rows.
  static RowSet of(Part[] parts, int count) {
    Part[] own = Arrays.copyOf(parts, count);
    int[] before = new int[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      before[i] = size;
      size += own[i].count();
    }
    return new RowSet(own, before, size);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int row(int position) {
    if (position < 0 || position >= size) {
      throw new IndexOutOfBoundsException(position);
    }
    int at = Arrays.binarySearch(before, position);
    // Parts that keep nothing start at the same position as the next: the last of them is meant.
    int index = at < 0 ? -at - 2 : at;
    while (parts[index].count() == 0 || position - before[index] >= parts[index].count()) {
      index++;
    }
    return parts[index].firstRow() + select(parts[index].kept(), position - before[index]);
  }

  private static int select(long[] words, int nth) {
    int left = nth;
    int word = 0;
    while (Long.bitCount(words[word]) <= left) {
      left -= Long.bitCount(words[word++]);
    }
    long bits = words[word];
    for (; left > 0; left--) {
      bits &= bits - 1;
    }
    return word * Long.SIZE + Long.numberOfTrailingZeros(bits);
  }

  @Override
  public int position(int row) {
    for (int i = 0; i < parts.length; i++) {
      Part part = parts[i];
      int at = row - part.firstRow();
      if (at >= 0 && at < part.rowCount()) {
        return (part.kept()[at >> 6] >>> at & 1) == 0 ? -1 : before[i] + rank(part.kept(), at);
      }
    }
    return -1;
  }

  private static int rank(long[] words, int at) {
    int count = Long.bitCount(words[at >> 6] & (1L << at) - 1);
    for (int word = 0; word < at >> 6; word++) {
      count += Long.bitCount(words[word]);
    }
    return count;
  }
}
