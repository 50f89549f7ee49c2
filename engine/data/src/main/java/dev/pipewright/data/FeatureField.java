package dev.pipewright.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes the tf.Features of one column, with the name they have in the message's map.
abstract class FeatureField {

  private static final byte FIRST_FIELD = 1 << 3 | Wire.LENGTH;
  private static final byte SECOND_FIELD = 2 << 3 | Wire.LENGTH;

  /// Room for the tags and lengths of an entry, not for its name and values.
  private static final int OVERHEAD = 32;

  final byte[] name;
  private final byte[] key;

  FeatureField(String name) {
    this.name = name.getBytes(StandardCharsets.UTF_8);
    key = new byte[1 + Wire.sizeOf(this.name.length) + this.name.length];
    key[0] = FIRST_FIELD;
    int at = Wire.put(key, 1, this.name.length);
    System.arraycopy(this.name, 0, key, at, this.name.length);
  }

  /// The field that writes this column.
  static FeatureField of(String name, Column column) {
    return switch (column) {
      case Column.Int64 c -> new Int64Field(name, c);
      case Column.Float c -> new FloatField(name, c);
      case Column.Bytes c -> new BytesField(name, c);
    };
  }

  /// Whether this is the feature's name.
  boolean isNamed(String other) {
    return Arrays.equals(name, other.getBytes(StandardCharsets.UTF_8));
  }

  /// Whether the row has the feature.
  abstract boolean isPresent(int row);

  /// The size of the row's feature.
  abstract int featureSize(int row);

  /// Writes the row's feature; returns where it ends.
  abstract int putFeature(byte[] target, int at, int row);

  /// At most how many bytes the entry of a feature of this size takes.
  int roomFor(int featureSize) {
    return Math.addExact(key.length + OVERHEAD, featureSize);
  }

  /// Writes the map entry of the row's feature; returns where it ends.
  int putEntry(byte[] target, int start, int row, int featureSize) {
    int at = putKey(target, start, featureSize);
    return putFeature(target, at, row);
  }

  /// The size of a map entry with a value of this size.
  int entrySize(int valueSize) {
    return key.length + 1 + Wire.sizeOf(valueSize) + valueSize;
  }

  /// Writes the start of a map entry, up to a value of this size; returns where it is to stand.
  int putKey(byte[] target, int start, int valueSize) {
    int at = start;
    target[at++] = FIRST_FIELD;
    at = Wire.put(target, at, entrySize(valueSize));
    System.arraycopy(key, 0, target, at, key.length);
    at += key.length;
    target[at++] = SECOND_FIELD;
    return Wire.put(target, at, valueSize);
  }

  /// A field that is in every row, without any type of list.
  static final class Untyped extends FeatureField {
    Untyped(String name) {
      super(name);
    }

    @Override
    boolean isPresent(int row) {
      return true;
    }

    @Override
    int featureSize(int row) {
      return 0;
    }

    @Override
    int putFeature(byte[] target, int at, int row) {
      return at;
    }
  }

  private abstract static class Typed extends FeatureField {
    final RowLayout layout;
    private final byte kind;

    Typed(String name, RowLayout layout, ColumnBuilder.Kind kind) {
      super(name);
      this.layout = layout;
      this.kind = (byte) (kind.field << 3 | Wire.LENGTH);
    }

    @Override
    final boolean isPresent(int row) {
      return layout.isPresent(row);
    }

    @Override
    final int featureSize(int row) {
      if (!layout.isPresent(row)) {
        return 0;
      }
      int size = listSize(layout.start(row), layout.end(row));
      return 1 + Wire.sizeOf(size) + size;
    }

    @Override
    final int putFeature(byte[] target, int at, int row) {
      if (!layout.isPresent(row)) {
        return at;
      }
      int from = layout.start(row);
      int to = layout.end(row);
      target[at] = kind;
      return putList(target, Wire.put(target, at + 1, listSize(from, to)), from, to);
    }

    /// The size of the list of the values from `from` to before `to`.
    abstract int listSize(int from, int to);

    abstract int putList(byte[] target, int at, int from, int to);

    static int packedSize(int payload) {
      return payload == 0 ? 0 : 1 + Wire.sizeOf(payload) + payload;
    }

    static int putPackedStart(byte[] target, int at, int payload) {
      target[at] = FIRST_FIELD;
      return Wire.put(target, at + 1, payload);
    }
  }

  private static final class Int64Field extends Typed {
    private final long[] values;

    Int64Field(String name, Column.Int64 column) {
      super(name, column.layout(), ColumnBuilder.Kind.INT64);
      values = column.values();
    }

    private int payload(int from, int to) {
      int size = 0;
      for (int i = from; i < to; i++) {
        size += Wire.sizeOf(values[i]);
      }
      return size;
    }

    @Override
    int listSize(int from, int to) {
      return packedSize(payload(from, to));
    }

    @Override
    int putList(byte[] target, int start, int from, int to) {
      if (from == to) {
        return start;
      }
      int at = putPackedStart(target, start, payload(from, to));
      for (int i = from; i < to; i++) {
        at = Wire.put(target, at, values[i]);
      }
      return at;
    }
  }

  private static final class FloatField extends Typed {
    private final float[] values;

    FloatField(String name, Column.Float column) {
      super(name, column.layout(), ColumnBuilder.Kind.FLOAT);
      values = column.values();
    }

    @Override
    int listSize(int from, int to) {
      return packedSize(4 * (to - from));
    }

    @Override
    int putList(byte[] target, int start, int from, int to) {
      if (from == to) {
        return start;
      }
      int at = putPackedStart(target, start, 4 * (to - from));
      for (int i = from; i < to; i++) {
        at = Wire.putFloat(target, at, values[i]);
      }
      return at;
    }
  }

  private static final class BytesField extends Typed {
    private final int[] codes;
    private final ByteStrings dictionary;

    BytesField(String name, Column.Bytes column) {
      super(name, column.layout(), ColumnBuilder.Kind.BYTES);
      codes = column.codes();
      dictionary = column.dictionary();
    }

    @Override
    int listSize(int from, int to) {
      int size = 0;
      for (int i = from; i < to; i++) {
        int length = dictionary.length(codes[i]);
        size = Math.addExact(size, 1 + Wire.sizeOf(length) + length);
      }
      return size;
    }

    @Override
    int putList(byte[] target, int start, int from, int to) {
      int at = start;
      for (int i = from; i < to; i++) {
        int length = dictionary.length(codes[i]);
        target[at] = FIRST_FIELD;
        at = Wire.put(target, at + 1, length);
        System.arraycopy(dictionary.data(), dictionary.start(codes[i]), target, at, length);
        at += length;
      }
      return at;
    }
  }
}
