package dev.pipewright.data.table;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch.Sequence;
import dev.pipewright.data.RowLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// A feature in the rows of a block, read where it lies in the table's file. The values of a
/// feature list are those of all its steps.
///
/// Safe for use by several threads, as long as the table is open.
public final class StoredColumn {

  /// What values are.
  public enum Kind {
    INT64,
    FLOAT,
    BYTES
  }

  /// Where an array would start that is not there.
  static final int NONE = -1;

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.nativeOrder());
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.nativeOrder());
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.nativeOrder());

  private final MemorySegment block;
  private final Places places;

  /// Where the arrays of a column start in its block.
  ///
  /// @param steps of a feature list, where the steps of each row start; else none
  /// @param distinct how many codes there are
  record Places(
      Kind kind,
      int steps,
      int offsets,
      int absent,
      int values,
      int texts,
      int data,
      int distinct) {

    static Places put(Column column, BlockBytes bytes) {
      return put(column, NONE, NONE, bytes);
    }

    static Places put(Sequence sequence, BlockBytes bytes) {
      RowLayout layout = sequence.steps();
      int[] steps = new int[layout.rowCount() + 1];
      for (int row = 0; row < layout.rowCount(); row++) {
        steps[row + 1] = layout.end(row);
      }
      return put(sequence.values(), bytes.put(steps, steps.length), bytes.putAbsent(layout), bytes);
    }

    private static Places put(Column column, int steps, int absentSteps, BlockBytes bytes) {
      RowLayout layout = column.layout();
      int offsets = bytes.putOffsets(layout);
      int absent = steps == NONE ? bytes.putAbsent(layout) : absentSteps;
      int count = layout.valueCount();
      return switch (column) {
        case Column.Int64(_, long[] values) ->
            new Places(Kind.INT64, steps, offsets, absent, bytes.put(values, count), NONE, NONE, 0);
        case Column.Float(_, float[] values) ->
            new Places(Kind.FLOAT, steps, offsets, absent, bytes.put(values, count), NONE, NONE, 0);
        case Column.Bytes(_, int[] codes, var dictionary) ->
            new Places(
                Kind.BYTES,
                steps,
                offsets,
                absent,
                bytes.put(codes, count),
                bytes.putOffsets(dictionary),
                bytes.putData(dictionary),
                dictionary.size());
      };
    }
  }

  StoredColumn(MemorySegment block, Places places) {
    this.block = block;
    this.places = places;
  }

  /// What its values are.
  public Kind kind() {
    return places.kind();
  }

  /// Whether it is a feature list of tf.SequenceExamples: its rows are lists of steps.
  public boolean isSequence() {
    return places.steps() != NONE;
  }

  /// Whether the row has the feature, be it with an empty list.
  public boolean isPresent(int row) {
    return places.absent() == NONE
        || (block.get(LONG, places.absent() + 8L * (row >> 6)) >>> row & 1) == 0;
  }

  /// The first step of the row, and with the next row's the one after its last.
  int step(int row) {
    return block.get(INT, places.steps() + 4L * row);
  }

  /// The index of the row's first value.
  public int start(int row) {
    return inner(isSequence() ? step(row) : row);
  }

  /// The index after the row's last value.
  public int end(int row) {
    return inner(isSequence() ? step(row + 1) : row + 1);
  }

  /// Where the values of a row, or of a step, start.
  int inner(int index) {
    return places.offsets() == NONE ? index : block.get(INT, places.offsets() + 4L * index);
  }

  /// How many values the row has.
  public int count(int row) {
    return end(row) - start(row);
  }

  /// A value of an `int64_list`.
  public long int64(int index) {
    return block.get(LONG, places.values() + 8L * index);
  }

  /// A value of a `float_list`.
  public float float32(int index) {
    return block.get(FLOAT, places.values() + 4L * index);
  }

  /// A value that is a number.
  public double number(int index) {
    return places.kind() == Kind.INT64 ? int64(index) : float32(index);
  }

  /// The code of a value of a `bytes_list`: the same value in this block may have several.
  public int code(int index) {
    return block.get(INT, places.values() + 4L * index);
  }

  /// How many codes there are.
  int distinct() {
    return places.distinct();
  }

  /// How many bytes the value of a code has.
  public int length(int code) {
    return textStart(code + 1) - textStart(code);
  }

  /// The first bytes of the value of a code.
  public byte[] bytes(int code, int most) {
    int length = Math.min(most, length(code));
    byte[] copy = new byte[length];
    MemorySegment.copy(
        block, ValueLayout.JAVA_BYTE, places.data() + (long) textStart(code), copy, 0, length);
    return copy;
  }

  /// The value of a code.
  public byte[] bytes(int code) {
    return bytes(code, Integer.MAX_VALUE);
  }

  /// Eight bytes of the value of a code as a number that orders as they do, zeros after its end.
  long word(int code, int from) {
    int length = length(code);
    long start = places.data() + (long) textStart(code) + from;
    if (from + Long.BYTES <= length) {
      return Long.reverseBytes(block.get(LITTLE, start));
    }
    long word = 0;
    for (int i = from; i < length; i++) {
      long b = block.get(ValueLayout.JAVA_BYTE, start + i - from) & 0xffL;
      word |= b << 56 - 8 * (i - from);
    }
    return word;
  }

  private static final ValueLayout.OfLong LITTLE =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private int textStart(int code) {
    return block.get(INT, places.texts() + 4L * code);
  }

  /// The row's only value as a number; null where it has none or several, or is no number.
  public @Nullable Double single(int row) {
    return kind() == Kind.BYTES || count(row) != 1 ? null : (Double) number(start(row));
  }
}
