package dev.pipewright.data;

import dev.pipewright.data.Wire.MalformedException;
import dev.pipewright.data.tfrecord.TfRecordReader;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Up to `Fold.BLOCK_ROWS` records of a split, as they stand in its files. Reading blocks is quick;
/// `decode` is the work, to be done on the pool: `accumulator.after(RecordBlock::decode)`.
///
/// Immutable: the arrays inside are not to be changed. Safe for use by several threads.
public final class RecordBlock implements ExampleBlock {

  private final PayloadFormat format;
  private final ByteStrings records;
  private final TreeMap<Integer, Origin> origins;

  /// The record from which on the block comes from `file`, and that record's number there.
  private record Origin(Path file, long number) {}

  private RecordBlock(PayloadFormat format, ByteStrings records, TreeMap<Integer, Origin> origins) {
    this.format = format;
    this.records = records;
    this.origins = origins;
  }

  /// How many records there are.
  public int size() {
    return records.size();
  }

  /// The records one after the other, without framing: to feed them to a model, say.
  public ByteStrings records() {
    return records;
  }

  /// The columns of all features.
  ///
  /// @throws ArtifactException when a record is damaged, or gives a feature another type than an
  ///   earlier one does
  @Override
  public ExampleBatch decode() {
    return decodeThose(null);
  }

  /// The columns of these features (for tf.SequenceExamples, also feature lists). One that no
  /// record has is not in the batch.
  ///
  /// @throws ArtifactException as `decode()` does
  public ExampleBatch decode(Set<String> features) {
    return decodeThose(Set.copyOf(features));
  }

  /// The names of all features, of those too that have no value in any record, as TFX writes a CSV
  /// column that is empty all through.
  ///
  /// @throws ArtifactException as `decode()` does
  public SortedSet<String> featureNames() {
    return new TreeSet<>(decoder(null).names());
  }

  /// The records as Python's `SerializeToString(deterministic=True)` writes them; messages of other
  /// types as they are.
  ///
  /// @throws ArtifactException when a record is damaged
  public ByteStrings deterministic() {
    return format == PayloadFormat.FORMAT_PROTO ? records : serialized(DeterministicExample::of);
  }

  /// One feature of each record (of tf.SequenceExamples, of their contexts), serialized as
  /// `tf.train.Feature`; empty where a record lacks it, or has it without values.
  ///
  /// @throws ArtifactException when a record is damaged, or is no example
  public ByteStrings feature(String name) {
    byte[] key = name.getBytes(StandardCharsets.UTF_8);
    return serialized((example, data, start, end) -> example.feature(data, start, end, key));
  }

  /// What becomes of a record.
  private interface Serialization {
    byte[] of(DeterministicExample example, byte[] data, int start, int end)
        throws MalformedException;
  }

  private ByteStrings serialized(Serialization serialization) {
    boolean isSequence = isSequence();
    DeterministicExample example = new DeterministicExample(format);
    int[] offsets = new int[records.size() + 1];
    byte[] out = new byte[offsets.length == 1 ? 0 : records.end(records.size() - 1)];
    for (int i = 0; i < records.size(); i++) {
      try {
        byte[] bytes = serialization.of(example, records.data(), records.start(i), records.end(i));
        offsets[i + 1] = Math.addExact(offsets[i], bytes.length);
        if (offsets[i + 1] > out.length) {
          out = Arrays.copyOf(out, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * offsets[i + 1]));
        }
        System.arraycopy(bytes, 0, out, offsets[i], bytes.length);
      } catch (MalformedException e) {
        throw malformed(i, "", isSequence, e);
      }
    }
    return new ByteStrings(out, offsets, records.size());
  }

  private ExampleBatch decodeThose(@Nullable Set<String> features) {
    return decoder(features).finish();
  }

  private ExampleDecoder decoder(@Nullable Set<String> features) {
    boolean isSequence = isSequence();
    ExampleDecoder decoder = new ExampleDecoder(isSequence, features);
    for (int i = 0; i < records.size(); i++) {
      try {
        decoder.add(records.data(), records.start(i), records.end(i));
      } catch (MalformedException e) {
        throw malformed(i, decoder.lastFeature(), isSequence, e);
      }
    }
    return decoder;
  }

  private boolean isSequence() {
    return switch (format) {
      case FORMAT_TF_EXAMPLE -> false;
      case FORMAT_TF_SEQUENCE_EXAMPLE -> true;
      case FORMAT_PROTO ->
          throw new ArtifactException(
              "The records are not tf.Examples, but messages of another type.",
              where(0),
              "Give tf.Examples or tf.SequenceExamples to this node.");
    };
  }

  private ArtifactException malformed(
      int index, String feature, boolean isSequence, MalformedException e) {
    String type = isSequence ? "tf.SequenceExample" : "tf.Example";
    String at = feature.isEmpty() ? "" : " (at feature " + feature + ")";
    return new ArtifactException(
        "The record is not a %s that can be used: %s%s.".formatted(type, e.getMessage(), at),
        where(index),
        "Make the file again, or check what wrote it.",
        e);
  }

  /// The file and the number, from 1, of a record.
  public Location where(int index) {
    Map.Entry<Integer, Origin> origin = origins.floorEntry(index);
    if (origin == null) {
      return Location.NONE;
    }
    long number = origin.getValue().number() + index - origin.getKey();
    return Location.of(origin.getValue().file()).withSubject("record " + number);
  }

  /// Collects the records of a block. Used by one thread at a time.
  static final class Builder {
    private final PayloadFormat format;
    private final TreeMap<Integer, Origin> origins = new TreeMap<>();
    private byte[] data;
    private int[] offsets = new int[256];
    private int size;

    /// @param sizeBytes about how many bytes are to come
    Builder(PayloadFormat format, int sizeBytes) {
      this.format = format;
      this.data = new byte[Math.max(256, sizeBytes)];
    }

    int size() {
      return size;
    }

    int sizeBytes() {
      return offsets[size];
    }

    /// Adds the record at which the reader stands.
    void add(Path file, TfRecordReader reader) {
      if (size == 0 || reader.number() == 1) {
        origins.put(size, new Origin(file, reader.number()));
      }
      int from = offsets[size];
      int length = reader.end() - reader.start();
      int to = Math.addExact(from, length);
      if (to > data.length) {
        data = Arrays.copyOf(data, (int) Math.min(Integer.MAX_VALUE - 8L, to + (to >> 1) + 1024L));
      }
      System.arraycopy(reader.buffer(), reader.start(), data, from, length);
      if (size + 2 > offsets.length) {
        offsets = Arrays.copyOf(offsets, offsets.length * 2);
      }
      offsets[++size] = to;
    }

    RecordBlock build() {
      return new RecordBlock(format, new ByteStrings(data, offsets, size), origins);
    }
  }
}
