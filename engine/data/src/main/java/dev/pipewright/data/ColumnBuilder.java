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
    final int tag;
    final String label;

    Kind(int field, String label) {
      this.field = field;
      this.tag = field << 3 | Wire.LENGTH;
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

  /// Reads the most common features: those of the column's type with no value or one, for a row
  /// right after the last, with lengths of one byte. False, with nothing read, for any other.
  boolean readShort(Wire wire, int row, int end) {
    byte[] data = wire.data;
    int at = wire.position;
    if (kind == null
        || end - at < 2
        || data[at] != kind.tag
        || data[at + 1] != end - at - 2
        || (end - at > 2
            && (end - at < 4 || data[at + 2] != 0xa || data[at + 3] != end - at - 4))) {
      return false;
    }
    wire.position = end;
    return end - at == 2 ? rows.openNext(row, count()) : readOne(wire, row, at + 4, end);
  }

  private boolean readOne(Wire wire, int row, int start, int end) {
    if (kind == Kind.BYTES) {
      boolean isNext = rows.openNext(row, bytes().count());
      if (isNext) {
        bytes().add(wire.data, start, end);
      }
      return isNext;
    }
    if (kind == Kind.FLOAT) {
      boolean isNext = end - start == Float.BYTES && rows.openNext(row, count);
      if (isNext) {
        add(wire.floatAt(start));
      }
      return isNext;
    }
    int last = end - 1;
    boolean isNext = end - start > 0 && end - start <= 9 && wire.data[last] >= 0;
    long value = 0;
    for (int i = last; isNext && i >= start; i--) {
      isNext = i == last || wire.data[i] < 0;
      value = value << 7 | wire.data[i] & 0x7f;
    }
    isNext = isNext && rows.openNext(row, count);
    if (isNext) {
      add(value);
    }
    return isNext;
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
