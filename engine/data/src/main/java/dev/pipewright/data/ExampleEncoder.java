package dev.pipewright.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Serializes the rows of a batch as tf.Examples, or as tf.SequenceExamples where the batch has
/// feature lists, in protobuf's deterministic form: map keys in the order of their UTF-8 bytes. The
/// bytes are those of Python's `SerializeToString(deterministic=True)`. Used by one thread at a
/// time.
public final class ExampleEncoder {

  private static final byte FIRST_FIELD = 1 << 3 | Wire.LENGTH;
  private static final byte SECOND_FIELD = 2 << 3 | Wire.LENGTH;

  /// The bytes before the first map entry: a tag and a length, right-aligned.
  private static final int MARGIN = 6;

  private static final Comparator<FeatureField> BY_NAME =
      (a, b) -> Arrays.compareUnsigned(a.name, b.name);

  private final FeatureField[] columns;
  private final SequenceField[] sequences;
  private byte[] buffer = new byte[1 << 10];
  private int start;
  private int end;

  /// A feature list's name and features, and which of those belong to a row.
  private record SequenceField(RowLayout steps, FeatureField values) {}

  private ExampleEncoder(ExampleBatch batch, Set<String> untyped) {
    List<FeatureField> fields = new ArrayList<>();
    batch.columns().forEach((name, column) -> fields.add(FeatureField.of(name, column)));
    for (String name : untyped) {
      if (batch.column(name) != null) {
        throw new IllegalArgumentException(name + " has a type");
      }
      fields.add(new FeatureField.Untyped(name));
    }
    fields.sort(BY_NAME);
    columns = fields.toArray(FeatureField[]::new);
    sequences =
        batch.sequences().entrySet().stream()
            .map(
                e ->
                    new SequenceField(
                        e.getValue().steps(), FeatureField.of(e.getKey(), e.getValue().values())))
            .sorted((a, b) -> BY_NAME.compare(a.values, b.values))
            .toArray(SequenceField[]::new);
  }

  /// Serializes the rows of this batch.
  public static ExampleEncoder of(ExampleBatch batch) {
    return new ExampleEncoder(batch, Set.of());
  }

  /// The same, where every row has these features as well, without any type: how TFX writes a CSV
  /// column that has no value in the whole input.
  public static ExampleEncoder of(ExampleBatch batch, Set<String> untyped) {
    return new ExampleEncoder(batch, untyped);
  }

  /// Serializes a row; it stands in `buffer()` until the next call.
  public void encode(int row) {
    end = MARGIN;
    for (FeatureField column : columns) {
      if (column.isPresent(row)) {
        int size = column.featureSize(row);
        reserve(column.roomFor(size));
        end = column.putEntry(buffer, end, row, size);
      }
    }
    int size = end - MARGIN;
    start = MARGIN - 1 - Wire.sizeOf(size);
    buffer[start] = FIRST_FIELD;
    Wire.put(buffer, start + 1, size);
    if (sequences.length > 0) {
      encodeSequences(row);
    }
  }

  /// Serializes one feature of a row, as a tf.Feature without its name; it stands in `buffer()`
  /// until the next call.
  public void encodeFeature(String name, int row) {
    for (FeatureField column : columns) {
      if (column.isNamed(name)) {
        start = MARGIN;
        end = MARGIN;
        reserve(column.roomFor(column.featureSize(row)));
        end = column.putFeature(buffer, start, row);
        return;
      }
    }
    throw new IllegalArgumentException("no feature " + name);
  }

  private void encodeSequences(int row) {
    int size = 0;
    for (SequenceField sequence : sequences) {
      if (sequence.steps.isPresent(row)) {
        size = Math.addExact(size, entrySize(sequence, row));
      }
    }
    reserve(MARGIN);
    buffer[end] = SECOND_FIELD;
    end = Wire.put(buffer, end + 1, size);
    for (SequenceField sequence : sequences) {
      if (sequence.steps.isPresent(row)) {
        encodeSequence(sequence, row);
      }
    }
  }

  private static int entrySize(SequenceField sequence, int row) {
    int size = sequence.values.entrySize(listSize(sequence, row));
    return 1 + Wire.sizeOf(size) + size;
  }

  private static int listSize(SequenceField sequence, int row) {
    int size = 0;
    for (int step = sequence.steps.start(row); step < sequence.steps.end(row); step++) {
      int feature = sequence.values.featureSize(step);
      size = Math.addExact(size, 1 + Wire.sizeOf(feature) + feature);
    }
    return size;
  }

  private void encodeSequence(SequenceField sequence, int row) {
    FeatureField values = sequence.values;
    int size = listSize(sequence, row);
    reserve(values.roomFor(size));
    end = values.putKey(buffer, end, size);
    for (int step = sequence.steps.start(row); step < sequence.steps.end(row); step++) {
      buffer[end] = FIRST_FIELD;
      end = Wire.put(buffer, end + 1, values.featureSize(step));
      end = values.putFeature(buffer, end, step);
    }
  }

  private void reserve(int more) {
    int needed = Math.addExact(end, more);
    if (needed > buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 8L, needed * 2L));
    }
  }

  /// The array that holds the row serialized last.
  public byte[] buffer() {
    return buffer;
  }

  /// Where it starts in `buffer()`.
  public int start() {
    return start;
  }

  /// Where it ends in `buffer()`.
  public int end() {
    return end;
  }

  /// A copy of it.
  public byte[] toBytes() {
    return Arrays.copyOfRange(buffer, start, end);
  }
}
