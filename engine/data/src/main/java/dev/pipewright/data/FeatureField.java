package dev.pipewright.data;

/// Writes the tf.Features of one column. Most have one short value or none, whose entries are
/// copied from a template with four bytes changed.
abstract class FeatureField extends EntryField {

  /// Lengths below this take one byte.
  private static final int SHORT = 128;

  final RowLayout layout;
  private final byte kind;
  private final byte[] emptyEntry;
  private final byte[] singleEntry;

  private FeatureField(String name, RowLayout layout, ColumnBuilder.Kind kind) {
    super(name);
    this.layout = layout;
    this.kind = (byte) (kind.field << 3 | Wire.LENGTH);
    emptyEntry = template(2, this.kind, (byte) 0);
    singleEntry = template(4, this.kind, (byte) 2, FIRST_FIELD, (byte) 0);
  }

  private byte[] template(int featureSize, byte... feature) {
    byte[] entry = new byte[2 + key.length + 2 + feature.length];
    entry[0] = FIRST_FIELD;
    entry[1] = (byte) (entry.length - 2);
    System.arraycopy(key, 0, entry, 2, key.length);
    entry[2 + key.length] = SECOND_FIELD;
    entry[3 + key.length] = (byte) featureSize;
    System.arraycopy(feature, 0, entry, 4 + key.length, feature.length);
    return entry;
  }

  /// The field that writes this column.
  static FeatureField of(String name, Column column) {
    return switch (column) {
      case Column.Int64 c -> new Int64Field(name, c);
      case Column.Float c -> new FloatField(name, c);
      case Column.Bytes c -> new BytesField(name, c);
    };
  }

  @Override
  final boolean isPresent(int row) {
    return layout.isPresent(row);
  }

  @Override
  final int valueSize(int row) {
    if (!layout.isPresent(row)) {
      return 0;
    }
    int size = listSize(layout.start(row), layout.end(row));
    return 1 + Wire.sizeOf(size) + size;
  }

  @Override
  final int putValue(byte[] target, int at, int row) {
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

  /// Writes that list; returns where it ends.
  abstract int putList(byte[] target, int at, int from, int to);

  /// Whether an entry whose one value has a payload of this size has lengths of one byte alone.
  final boolean isShort(int payload) {
    return payload < SHORT && singleEntry.length - 2 + payload < SHORT;
  }

  /// The size of an entry without values.
  final int emptySize() {
    return emptyEntry.length - 2 < SHORT
        ? emptyEntry.length
        : 1 + Wire.sizeOf(entrySize(2)) + entrySize(2);
  }

  /// The size of a short entry, without the payload of its one value.
  final int singleSize() {
    return singleEntry.length;
  }

  final int putEmpty(byte[] target, int at, int row) {
    if (emptyEntry.length - 2 >= SHORT) {
      return putEntry(target, at, row);
    }
    System.arraycopy(emptyEntry, 0, target, at, emptyEntry.length);
    return at + emptyEntry.length;
  }

  /// Starts a short entry; returns where the payload of its one value is to stand.
  final int putSingle(byte[] target, int at, int payload) {
    int end = at + singleEntry.length;
    System.arraycopy(singleEntry, 0, target, at, singleEntry.length);
    target[at + 1] = (byte) (singleEntry.length - 2 + payload);
    target[end - 5] = (byte) (4 + payload);
    target[end - 3] = (byte) (2 + payload);
    target[end - 1] = (byte) payload;
    return end;
  }

  private static int packedSize(int payload) {
    return payload == 0 ? 0 : 1 + Wire.sizeOf(payload) + payload;
  }

  private static int putPackedStart(byte[] target, int at, int payload) {
    target[at] = FIRST_FIELD;
    return Wire.put(target, at + 1, payload);
  }

  private static final class Int64Field extends FeatureField {
    private final long[] values;

    Int64Field(String name, Column.Int64 column) {
      super(name, column.layout(), ColumnBuilder.Kind.INT64);
      values = column.values();
    }

    @Override
    void addSizes(int from, int[] sizes) {
      if (!isShort(Wire.MAX_VARINT) || layout.absentCount() > 0) {
        super.addSizes(from, sizes);
        return;
      }
      for (int i = 0; i < sizes.length; i++) {
        int start = layout.start(from + i);
        int count = layout.end(from + i) - start;
        if (count == 1) {
          sizes[i] += singleSize() + Wire.sizeOf(values[start]);
        } else if (count == 0) {
          sizes[i] += emptySize();
        } else {
          int entry = entrySize(valueSize(from + i));
          sizes[i] = Math.addExact(sizes[i], 1 + Wire.sizeOf(entry) + entry);
        }
      }
    }

    @Override
    void put(int from, byte[] target, int[] positions) {
      if (!isShort(Wire.MAX_VARINT) || layout.absentCount() > 0) {
        super.put(from, target, positions);
        return;
      }
      for (int i = 0; i < positions.length; i++) {
        int start = layout.start(from + i);
        int count = layout.end(from + i) - start;
        int at = positions[i];
        if (count == 1) {
          long value = values[start];
          at = Wire.put(target, putSingle(target, at, Wire.sizeOf(value)), value);
        } else {
          at = count == 0 ? putEmpty(target, at, from + i) : putEntry(target, at, from + i);
        }
        positions[i] = at;
      }
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

  private static final class FloatField extends FeatureField {
    private final float[] values;

    FloatField(String name, Column.Float column) {
      super(name, column.layout(), ColumnBuilder.Kind.FLOAT);
      values = column.values();
    }

    @Override
    void put(int from, byte[] target, int[] positions) {
      if (!isShort(Float.BYTES) || layout.absentCount() > 0) {
        super.put(from, target, positions);
        return;
      }
      for (int i = 0; i < positions.length; i++) {
        int start = layout.start(from + i);
        int count = layout.end(from + i) - start;
        int at = positions[i];
        if (count == 1) {
          at = Wire.putFloat(target, putSingle(target, at, Float.BYTES), values[start]);
        } else {
          at = count == 0 ? putEmpty(target, at, from + i) : putEntry(target, at, from + i);
        }
        positions[i] = at;
      }
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

  private static final class BytesField extends FeatureField {
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
