package dev.pipewright.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// Serializes the rows of a batch as tf.Examples, or as tf.SequenceExamples where the batch has
/// feature lists. The bytes are those of Python's `SerializeToString(deterministic=True)`, by which
/// TFX's ExampleGens split: map keys are sorted. Used by one thread at a time.
public final class ExampleEncoder {

  private final List<EntryField> columns = new ArrayList<>();
  private final List<EntryField> sequences = new ArrayList<>();
  private byte[] encoded = {};

  private ExampleEncoder(ExampleBatch batch, Set<String> untyped) {
    batch.columns().forEach((name, column) -> columns.add(FeatureField.of(name, column)));
    for (String name : untyped) {
      if (batch.column(name) != null) {
        throw new IllegalArgumentException(name + " has a type");
      }
      columns.add(new EntryField.Untyped(name));
    }
    batch
        .sequences()
        .forEach((name, sequence) -> sequences.add(new EntryField.Steps(name, sequence)));
    Collections.sort(columns);
    Collections.sort(sequences);
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

  /// The rows from `from` to before `to`, serialized. A thousand at a time is a good number: they
  /// stay in the processor's cache, whose memory the next call uses again: the strings are valid
  /// until then.
  public ByteStrings encode(int from, int to) {
    int[] contextSizes = sizes(columns, from, to);
    int[] listSizes = sizes(sequences, from, to);
    int[] offsets = new int[to - from + 1];
    for (int i = 0; i < to - from; i++) {
      int size = messageSize(contextSizes[i]);
      if (!sequences.isEmpty()) {
        size = Math.addExact(size, messageSize(listSizes[i]));
      }
      offsets[i + 1] = Math.addExact(offsets[i], size);
    }
    if (encoded.length < offsets[to - from]) {
      encoded = new byte[Math.addExact(offsets[to - from], offsets[to - from] >> 3)];
    }
    byte[] data = encoded;
    int[] positions = Arrays.copyOf(offsets, to - from);
    put(columns, EntryField.FIRST_FIELD, contextSizes, from, data, positions);
    if (!sequences.isEmpty()) {
      put(sequences, EntryField.SECOND_FIELD, listSizes, from, data, positions);
    }
    return new ByteStrings(data, offsets, to - from);
  }

  private static int[] sizes(List<EntryField> fields, int from, int to) {
    int[] sizes = new int[to - from];
    for (EntryField field : fields) {
      field.addSizes(from, sizes);
    }
    return sizes;
  }

  private static int messageSize(int size) {
    return Math.addExact(1 + Wire.sizeOf(size), size);
  }

  private static void put(
      List<EntryField> fields, byte tag, int[] sizes, int from, byte[] data, int[] positions) {
    for (int i = 0; i < positions.length; i++) {
      data[positions[i]] = tag;
      positions[i] = Wire.put(data, positions[i] + 1, sizes[i]);
    }
    for (EntryField field : fields) {
      field.put(from, data, positions);
    }
  }

  /// One feature of the rows from `from` to before `to`, serialized as tf.Features without the
  /// name; empty where a row lacks it.
  public ByteStrings encodeFeature(String name, int from, int to) {
    EntryField field =
        columns.stream()
            .filter(f -> f.isNamed(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no feature " + name));
    int[] offsets = new int[to - from + 1];
    for (int i = 0; i < to - from; i++) {
      offsets[i + 1] = Math.addExact(offsets[i], field.valueSize(from + i));
    }
    byte[] data = new byte[offsets[to - from]];
    for (int i = 0; i < to - from; i++) {
      field.putValue(data, offsets[i], from + i);
    }
    return new ByteStrings(data, offsets, to - from);
  }
}
