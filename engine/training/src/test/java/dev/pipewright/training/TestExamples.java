package dev.pipewright.training;

import com.google.protobuf.ByteString;
import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;
import org.tensorflow.proto.Features;

/// Writes Examples artifacts.
final class TestExamples {

  private TestExamples() {}

  /// An artifact whose splits have the rows that `row` gives for 0, 1…
  static Artifact write(Path uri, Map<String, Integer> rows, IntFunction<Map<String, ?>> row)
      throws IOException {
    for (var split : rows.entrySet()) {
      List<byte[]> records =
          IntStream.range(0, split.getValue())
              .mapToObj(i -> example(row.apply(i)).toByteArray())
              .toList();
      Path folder = uri.resolve("Split-" + split.getKey());
      TfRecordWriter.write(
          folder.resolve("examples-00000-of-00001.gz"), TfRecordWriter.Compression.GZIP, records);
    }
    return Artifact.of(1, ArtifactType.EXAMPLES, uri, "", Map.of());
  }

  /// An example of floats, longs, strings, and lists of them.
  static Example example(Map<String, ?> features) {
    Features.Builder all = Features.newBuilder();
    features.forEach(
        (name, value) ->
            all.putFeature(name, feature(value instanceof List<?> l ? l : List.of(value))));
    return Example.newBuilder().setFeatures(all).build();
  }

  private static Feature feature(List<?> values) {
    Feature.Builder feature = Feature.newBuilder();
    for (Object value : values) {
      switch (value) {
        case Float f -> feature.getFloatListBuilder().addValue(f);
        case Long n -> feature.getInt64ListBuilder().addValue(n);
        case String s -> feature.getBytesListBuilder().addValue(ByteString.copyFromUtf8(s));
        default -> throw new IllegalArgumentException(value.toString());
      }
    }
    return feature.build();
  }
}
