package dev.pipewright.data;

import dev.pipewright.data.Wire.MalformedException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Builds the column of one feature from rows of tf.Features; the first of them decides the type.
final class ColumnBuilder {

  /// The members of tf.Feature's `kind`, with their field numbers.
  enum Kind {
    BYTES(1, "bytes"),
    FLOAT(2, "float"),
    INT64(3, "int64");

    final int field;
    final String label;

    Kind(int field, String label) {
      this.field = field;
      this.label = label;
    }
  }

  private final RowTracker rows = new RowTracker();
  private @Nullable Kind kind;
  private int kindRow;
  private int count;
  private long[] longs = {};
  private float[] floats = {};
  private @Nullable BytesBuilder bytes;

  /// Opens the row for values of this kind. A row that is open goes on when it is of this kind, and
  /// begins anew when it is not: the last member of a oneof wins.
  void open(Kind newKind, int row) throws MalformedException {
    if (rows.isOpen(row)) {
      if (kind == newKind) {
        return;
      }
      clear(row);
    }
    if (kind == null) {
      setKind(newKind, row);
    } else if (kind != newKind) {
      throw new MalformedException(
          "the feature is of type %s here, but was %s before".formatted(newKind.label, kind.label));
    }
    rows.open(row, count());
  }

  private void setKind(Kind newKind, int row) {
    kind = newKind;
    kindRow = row;
    switch (newKind) {
      case BYTES -> bytes = new BytesBuilder();
      case FLOAT -> floats = new float[64];
      case INT64 -> longs = new long[64];
    }
  }

  /// Takes back what the row has, if anything: the last of repeated keys wins.
  void clear(int row) {
    if (rows.isOpen(row)) {
      setCount(rows.reopen(row));
      forgetKindOf(row);
    }
  }

  /// Takes back all rows from `row` on.
  void truncate(int row) {
    setCount(rows.truncate(row, count()));
    forgetKindOf(row);
  }

  private void forgetKindOf(int row) {
    if (kindRow >= row) {
      kind = null;
    }
  }

  private int count() {
    return kind == Kind.BYTES ? bytes().count() : count;
  }

  private void setCount(int newCount) {
    if (kind == Kind.BYTES) {
      bytes().truncate(newCount);
    } else {
      count = newCount;
    }
  }

  void add(long value) {
    if (count == longs.length) {
      longs = Arrays.copyOf(longs, count * 2);
    }
    longs[count++] = value;
  }

  void add(float value) {
    if (count == floats.length) {
      floats = Arrays.copyOf(floats, count * 2);
    }
    floats[count++] = value;
  }

  BytesBuilder bytes() {
    if (bytes == null) {
      throw new IllegalStateException("not a bytes column");
    }
    return bytes;
  }

  /// The column of `rowCount` rows; null when no row had values of any type.
  @Nullable Column finish(int rowCount) {
    if (kind == null) {
      return null;
    }
    RowLayout layout = rows.finish(rowCount, count());
    return switch (kind) {
      case BYTES -> bytes().finish(layout);
      case FLOAT -> new Column.Float(layout, floats);
      case INT64 -> new Column.Int64(layout, longs);
    };
  }
}
