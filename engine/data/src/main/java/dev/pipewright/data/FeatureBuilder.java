package dev.pipewright.data;

import java.util.Arrays;

/// Builds a column row after row, of a type that is known. Every row has the feature; one without
/// values has an empty list, as an empty cell of a CSV file becomes.
public final class FeatureBuilder {

  /// The types that features have.
  public enum Kind {
    /// Whole numbers of 64 bits.
    INT64,
    /// Numbers of 32 bits.
    FLOAT,
    /// Byte strings.
    BYTES
  }

  /// The most bytes that the values of a column take in memory.
  static final int MAX_BYTES = 1 << 28;

  /// When the values are more than memory is planned for.
  public static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TooLargeException() {
      super("a few rows have more than 256 MB in one column");
    }
  }

  private final Kind kind;
  private int[] offsets = new int[64];
  private int rows;
  private int count;
  private long[] longs = {};
  private float[] floats = {};
  private BytesBuilder bytes = new BytesBuilder();
  private long size;

  /// A column of this kind.
  public FeatureBuilder(Kind kind) {
    this.kind = kind;
  }

  /// Which kind of values it takes.
  public Kind kind() {
    return kind;
  }

  /// How many rows were ended.
  public int rows() {
    return rows;
  }

  private void grow(long by) {
    size += by;
    if (size > MAX_BYTES) {
      throw new TooLargeException();
    }
  }

  /// Adds a value to an int64 column.
  public void add(long value) {
    if (count == longs.length) {
      longs = Arrays.copyOf(longs, Math.max(64, count * 2));
    }
    grow(Long.BYTES);
    longs[count++] = value;
  }

  /// Adds a value to a float column.
  public void add(float value) {
    if (count == floats.length) {
      floats = Arrays.copyOf(floats, Math.max(64, count * 2));
    }
    grow(Float.BYTES);
    floats[count++] = value;
  }

  /// Adds the bytes from `start` to before `end` to a bytes column.
  public void add(byte[] source, int start, int end) {
    grow((long) end - start + Integer.BYTES);
    bytes.add(source, start, end);
    count++;
  }

  /// Ends the row, which has the values added since the last.
  public void endRow() {
    if (++rows == offsets.length) {
      offsets = Arrays.copyOf(offsets, rows * 2);
    }
    offsets[rows] = count;
  }

  /// The column of the rows since the last call.
  public Column finish() {
    RowLayout layout =
        isScalar() ? RowLayout.scalar(rows) : RowLayout.ragged(Arrays.copyOf(offsets, rows + 1));
    Column column =
        switch (kind) {
          case INT64 -> new Column.Int64(layout, longs);
          case FLOAT -> new Column.Float(layout, floats);
          case BYTES -> bytes.finish(layout);
        };
    offsets = new int[offsets.length];
    longs = new long[longs.length];
    floats = new float[floats.length];
    bytes = new BytesBuilder();
    rows = 0;
    count = 0;
    size = 0;
    return column;
  }

  private boolean isScalar() {
    for (int row = 0; row <= rows; row++) {
      if (offsets[row] != row) {
        return false;
      }
    }
    return true;
  }
}
