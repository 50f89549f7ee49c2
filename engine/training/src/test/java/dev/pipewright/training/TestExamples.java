package dev.pipewright.training;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExampleEncoder;
import dev.pipewright.data.RowLayout;
import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Writes Examples artifacts.
final class TestExamples {

  private TestExamples() {}

  /// An artifact whose splits have the rows that `row` gives for 0, 1…
  static Artifact write(Path uri, Map<String, Integer> rows, IntFunction<Map<String, ?>> row)
      throws IOException {
    for (var split : rows.entrySet()) {
      List<byte[]> records =
          IntStream.range(0, split.getValue()).mapToObj(i -> record(row.apply(i))).toList();
      Path folder = uri.resolve("Split-" + split.getKey());
      TfRecordWriter.write(
          folder.resolve("examples-00000-of-00001.gz"), TfRecordWriter.Compression.GZIP, records);
    }
    return Artifact.of(1, ArtifactType.EXAMPLES, uri, "", Map.of());
  }

  /// A feature that is null has no value.
  private static byte[] record(Map<String, ?> row) {
    var features = new LinkedHashMap<String, Object>(row);
    features.values().removeIf(Objects::isNull);
    byte[] example = serialized(features);
    for (var feature : row.entrySet()) {
      if (feature.getValue() == null) {
        example = withValueless(example, feature.getKey());
      }
    }
    return example;
  }

  /// A tf.Example with a feature of a short name more, which has no value of any type.
  private static byte[] withValueless(byte[] example, String name) {
    byte[] key = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer joined = ByteBuffer.allocate(example.length + 8 + key.length).put(example);
    joined.put(new byte[] {0x0a, (byte) (key.length + 6)});
    joined.put(new byte[] {0x0a, (byte) (key.length + 4), 0x0a, (byte) key.length});
    return joined.put(key).put(new byte[] {0x12, 0}).array();
  }

  /// A tf.Example of floats, longs, strings, and lists of them.
  static byte[] serialized(Map<String, ?> features) {
    SequencedMap<String, Column> columns = new LinkedHashMap<>();
    features.forEach(
        (name, value) ->
            columns.put(name, column(value instanceof List<?> list ? list : List.of(value))));
    return ExampleEncoder.of(new ExampleBatch(1, columns)).encode(0, 1).get(0);
  }

  private static Column column(List<?> values) {
    RowLayout layout = RowLayout.ragged(new int[] {0, values.size()});
    Object first = values.isEmpty() ? 0L : values.getFirst();
    return switch (first) {
      case Float _ -> {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
          floats[i] = (Float) values.get(i);
        }
        yield new Column.Float(layout, floats);
      }
      case Long _ ->
          new Column.Int64(layout, values.stream().mapToLong(Long.class::cast).toArray());
      default ->
          new Column.Bytes(
              layout,
              IntStream.range(0, values.size()).toArray(),
              ByteStrings.of(values.stream().map(String.class::cast).toList()));
    };
  }
}
