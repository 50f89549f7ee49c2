package dev.pipewright.data.table;

import dev.pipewright.data.table.StoredColumn.Kind;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows in the order of a feature: by its first value, rows without one last, rows of equal values
/// in the order of the table. Texts are ordered by their bytes, of which the first 256 count.
/// Twenty-four bytes a row are needed while it sorts, four from then on.
public final class SortedRows implements Rows {

  /// Which values come first.
  public enum Direction {
    ASCENDING,
    DESCENDING
  }

  private static final int WORDS = 32;

  private final int[] rows;

  private SortedRows(int[] rows) {
    this.rows = rows;
  }

  /// Sorts these rows by a feature.
  ///
  /// @throws InterruptedException when the thread is interrupted
  public static SortedRows of(ExamplesTable table, Rows rows, String feature, Direction direction)
      throws InterruptedException {
    return new SortedRows(new Sorting(table, feature, direction).sort(rows));
  }

  /// Those of these rows that stand at some positions.
  public static SortedRows chosen(Rows rows, int[] positions) {
    return new SortedRows(Arrays.stream(positions).map(rows::row).toArray());
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public int row(int position) {
    return rows[position];
  }

  @Override
  public int position(int row) {
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == row) {
        return i;
      }
    }
    return -1;
  }

  private static final class Sorting {
    private final ExamplesTable table;
    private final String feature;
    private final long flip;
    private TableBlock block = new TableBlock(0, 0, 0, Map.of());

    Sorting(ExamplesTable table, String feature, Direction direction) {
      this.table = table;
      this.feature = feature;
      this.flip = direction == Direction.ASCENDING ? 0 : -1L;
    }

    int[] sort(Rows rows) throws InterruptedException {
      int size = rows.size();
      int[] order = new int[size];
      int[] missing = new int[size];
      long[] keys = new long[size];
      int present = 0;
      int absent = 0;
      boolean hasTexts = false;
      for (int i = 0; i < size; i++) {
        checkInterrupt(i);
        int row = rows.row(i);
        StoredColumn column = column(row);
        if (column == null || column.count(row - block.firstRow()) == 0) {
          missing[absent++] = row;
        } else {
          hasTexts |= column.kind() == Kind.BYTES;
          keys[present] = key(column, row, 0);
          order[present++] = row;
        }
      }
      Radix radix = new Radix(keys, order);
      radix.sort(0, present);
      if (hasTexts) {
        refine(radix, present);
      }
      System.arraycopy(missing, 0, radix.rows, present, absent);
      return radix.rows;
    }

    private @Nullable StoredColumn column(int row) {
      if (row < block.firstRow() || row >= block.endRow()) {
        block = table.block(row);
      }
      return block.column(feature);
    }

    /// A number that orders, without a sign, as the values do.
    private long key(StoredColumn column, int row, int word) {
      int at = column.start(row - block.firstRow());
      long key =
          switch (column.kind()) {
            case INT64 -> column.int64(at) ^ Long.MIN_VALUE;
            case FLOAT -> ordered(column.float32(at));
            case BYTES -> column.word(column.code(at), word * Long.BYTES);
          };
      return key ^ flip;
    }

    /// NaN after all others.
    private static long ordered(double value) {
      long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
      return bits ^ (bits >> 63 | Long.MIN_VALUE);
    }

    /// Orders texts that start alike by what follows.
    private void refine(Radix radix, int size) throws InterruptedException {
      int[] from = {0};
      int[] to = {size};
      int count = 1;
      for (int word = 1; word < WORDS && count > 0; word++) {
        int[] nextFrom = new int[64];
        int[] nextTo = new int[64];
        int next = 0;
        for (int i = 0; i < count; i++) {
          int start = from[i];
          while (start < to[i]) {
            int end = start + 1;
            while (end < to[i] && radix.keys[end] == radix.keys[start]) {
              end++;
            }
            if (end - start > 1 && isLonger(radix, start, end, word)) {
              if (next == nextFrom.length) {
                nextFrom = Arrays.copyOf(nextFrom, 2 * next);
                nextTo = Arrays.copyOf(nextTo, 2 * next);
              }
              nextFrom[next] = start;
              nextTo[next++] = end;
            }
            start = end;
          }
        }
        for (int i = 0; i < next; i++) {
          take(radix, nextFrom[i], nextTo[i], word);
        }
        from = nextFrom;
        to = nextTo;
        count = next;
      }
    }

    private boolean isLonger(Radix radix, int start, int end, int word) {
      for (int i = start; i < end; i++) {
        int row = radix.rows[i];
        StoredColumn column = column(row);
        if (column != null && column.kind() == Kind.BYTES) {
          int code = column.code(column.start(row - block.firstRow()));
          if (column.length(code) > word * Long.BYTES) {
            return true;
          }
        }
      }
      return false;
    }

    private void take(Radix radix, int start, int end, int word) throws InterruptedException {
      for (int i = start; i < end; i++) {
        checkInterrupt(i);
        int row = radix.rows[i];
        StoredColumn column = column(row);
        radix.keys[i] = column == null || column.kind() != Kind.BYTES ? 0 : key(column, row, word);
      }
      radix.sort(start, end);
    }

    private static void checkInterrupt(int i) throws InterruptedException {
      if ((i & 0xffff) == 0 && Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  /// Sorts rows by keys without a sign; equal ones stay in their order.
  private static final class Radix {
    private static final int SMALL = 48;

    private final long[] otherKeys;
    private final int[] otherRows;
    final long[] keys;
    final int[] rows;

    Radix(long[] keys, int[] rows) {
      this.keys = keys;
      this.rows = rows;
      otherKeys = new long[keys.length];
      otherRows = new int[rows.length];
    }

    void sort(int from, int to) {
      if (to - from < SMALL) {
        insert(from, to);
        return;
      }
      long differing = 0;
      for (int i = from + 1; i < to; i++) {
        differing |= keys[i] ^ keys[from];
      }
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        if ((differing >>> shift & 0xff) != 0) {
          pass(from, to, shift);
        }
      }
    }

    private void pass(int from, int to, int shift) {
      int[] places = new int[257];
      for (int i = from; i < to; i++) {
        places[(int) (keys[i] >>> shift & 0xff) + 1]++;
      }
      places[0] = from;
      for (int i = 1; i < places.length; i++) {
        places[i] += places[i - 1];
      }
      for (int i = from; i < to; i++) {
        int at = places[(int) (keys[i] >>> shift & 0xff)]++;
        otherKeys[at] = keys[i];
        otherRows[at] = rows[i];
      }
      System.arraycopy(otherKeys, from, keys, from, to - from);
      System.arraycopy(otherRows, from, rows, from, to - from);
    }

    private void insert(int from, int to) {
      for (int i = from + 1; i < to; i++) {
        long key = keys[i];
        int row = rows[i];
        int at = i;
        while (at > from && Long.compareUnsigned(keys[at - 1], key) > 0) {
          keys[at] = keys[at - 1];
          rows[at] = rows[at - 1];
          at--;
        }
        keys[at] = key;
        rows[at] = row;
      }
    }
  }
}
