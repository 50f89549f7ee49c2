package dev.pipewright.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes one feature or feature list of each row as an entry of a message's map. It goes through a
/// range of rows at a time, first for the sizes and then for the bytes, so that each loop handles
/// one type of value.
abstract class EntryField implements Comparable<EntryField> {

  static final byte FIRST_FIELD = 1 << 3 | Wire.LENGTH;
  static final byte SECOND_FIELD = 2 << 3 | Wire.LENGTH;

  private final byte[] name;

  /// The entry's key: tag, length and name.
  final byte[] key;

  EntryField(String name) {
    this.name = name.getBytes(StandardCharsets.UTF_8);
    key = new byte[1 + Wire.sizeOf(this.name.length) + this.name.length];
    key[0] = FIRST_FIELD;
    int at = Wire.put(key, 1, this.name.length);
    System.arraycopy(this.name, 0, key, at, this.name.length);
  }

  @Override
  public final int compareTo(EntryField other) {
    return compareKeys(name, other.name);
  }

  /// Fields come in the order that Python's protobuf (upb) gives map keys in its deterministic
  /// serialization: by their bytes, but a key before those that it begins with, as `fare_x` before
  /// `fare`. Other languages put those the other way round; TFX splits by Python's.
  static int compareKeys(byte[] key, byte[] other) {
    int common = Math.min(key.length, other.length);
    int order = Arrays.compareUnsigned(key, 0, common, other, 0, common);
    return order != 0 ? order : Integer.compare(other.length, key.length);
  }

  /// Whether this is the field's name.
  final boolean isNamed(String other) {
    return Arrays.equals(name, other.getBytes(StandardCharsets.UTF_8));
  }

  /// Whether the row has an entry.
  abstract boolean isPresent(int row);

  /// The size of the message that is the row's value.
  abstract int valueSize(int row);

  /// Writes the message that is the row's value; returns where it ends.
  abstract int putValue(byte[] target, int at, int row);

  /// Adds the size of the entry of each row from `from` on to `sizes`, up to its length.
  void addSizes(int from, int[] sizes) {
    for (int i = 0; i < sizes.length; i++) {
      if (isPresent(from + i)) {
        int entry = entrySize(valueSize(from + i));
        sizes[i] = Math.addExact(sizes[i], 1 + Wire.sizeOf(entry) + entry);
      }
    }
  }

  /// Writes the entry of each row from `from` on at its position, and moves the position behind it.
  void put(int from, byte[] target, int[] positions) {
    for (int i = 0; i < positions.length; i++) {
      if (isPresent(from + i)) {
        positions[i] = putEntry(target, positions[i], from + i);
      }
    }
  }

  final int entrySize(int valueSize) {
    return key.length + 1 + Wire.sizeOf(valueSize) + valueSize;
  }

  final int putEntry(byte[] target, int start, int row) {
    int valueSize = valueSize(row);
    target[start] = FIRST_FIELD;
    int at = Wire.put(target, start + 1, entrySize(valueSize));
    System.arraycopy(key, 0, target, at, key.length);
    at += key.length;
    target[at] = SECOND_FIELD;
    return putValue(target, Wire.put(target, at + 1, valueSize), row);
  }

  /// A feature that every row has, without any type of list.
  static final class Untyped extends EntryField {
    Untyped(String name) {
      super(name);
    }

    @Override
    boolean isPresent(int row) {
      return true;
    }

    @Override
    int valueSize(int row) {
      return 0;
    }

    @Override
    int putValue(byte[] target, int at, int row) {
      return at;
    }
  }

  /// A feature list: a FeatureList of the features of an example's steps.
  static final class Steps extends EntryField {
    private final RowLayout steps;
    private final FeatureField values;

    Steps(String name, ExampleBatch.Sequence sequence) {
      super(name);
      steps = sequence.steps();
      values = FeatureField.of(name, sequence.values());
    }

    @Override
    boolean isPresent(int row) {
      return steps.isPresent(row);
    }

    @Override
    int valueSize(int row) {
      int size = 0;
      for (int step = steps.start(row); step < steps.end(row); step++) {
        int feature = values.valueSize(step);
        size = Math.addExact(size, 1 + Wire.sizeOf(feature) + feature);
      }
      return size;
    }

    @Override
    int putValue(byte[] target, int start, int row) {
      int at = start;
      for (int step = steps.start(row); step < steps.end(row); step++) {
        target[at] = FIRST_FIELD;
        at = Wire.put(target, at + 1, values.valueSize(step));
        at = values.putValue(target, at, step);
      }
      return at;
    }
  }
}
