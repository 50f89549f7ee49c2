package dev.pipewright.modelanalysis;

import com.google.protobuf.ByteString;
import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.OpInput;
import dev.pipewright.tensorflow.SavedModelWriter;
import dev.pipewright.tensorflow.SessionSettings;
import dev.pipewright.tensorflow.TensorShape;
import dev.pipewright.tensorflow.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tensorflow.proto.BytesList;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;
import org.tensorflow.proto.Features;
import org.tensorflow.proto.FloatList;
import org.tensorflow.proto.Int64List;

/// A model whose prediction is its feature `score` times a factor, and examples for it.
final class TinyModel {

  private TinyModel() {}

  /// Writes the model as a Trainer does: `serving_default` predicts, `transform_features` makes the
  /// label `tip_xf`, and `tip_text`, of `tip`; `scores` takes numbers instead of examples.
  static void write(Path uri, float factor) {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      Value examples = graph.placeholder("examples", DType.STRING, TensorShape.of(-1));
      List<Value> parsed =
          graph
              .op("ParseExampleV2")
              .inputs(
                  examples,
                  graph.constant(List.of()),
                  graph.constant(List.of()),
                  graph.constant(List.of("score", "tip")),
                  graph.constant(List.of()),
                  OpInput.list(graph.constant(new float[0]), graph.constant(new long[] {0})))
              .attr("Tdense", List.of(DType.FLOAT32, DType.INT64))
              .attr("num_sparse", 0)
              .attr("sparse_types", List.of())
              .attr("ragged_value_types", List.of())
              .attr("ragged_split_types", List.of())
              .attr("dense_shapes", List.of(TensorShape.of(1), TensorShape.of(1)))
              .values();
      Value scaled = graph.call("Mul", parsed.get(0), graph.constant(factor));
      Value numbers = graph.placeholder("numbers", DType.FLOAT32, TensorShape.of(-1));
      session.initialize();
      new SavedModelWriter(graph, session)
          .signature("serving_default", Map.of("examples", examples), Map.of("outputs", scaled))
          .signature(
              "transform_features",
              Map.of("examples", examples),
              Map.of("tip_xf", parsed.get(1), "tip_text", graph.call("AsString", parsed.get(1))))
          .signature("scores", Map.of("numbers", numbers), Map.of("outputs", numbers))
          .write(uri.resolve("Format-Serving"));
    }
  }

  /// Writes examples: a label `tip` that `score` mostly tells, and `hour`, `city` and `weight`.
  static void writeExamples(Path uri, int count, long seed) throws IOException {
    Random random = new Random(seed);
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int tip = random.nextInt(2);
      float score = (tip + 2 * random.nextFloat()) / 3;
      Features.Builder features =
          Features.newBuilder()
              .putFeature("score", number(score))
              .putFeature("tip", number(tip))
              .putFeature("weight", number(0.5f + random.nextFloat()))
              .putFeature("city", text(random.nextBoolean() ? "Oslo" : "Rome"));
      if (random.nextInt(5) > 0) {
        features.putFeature("hour", number(random.nextInt(3)));
      }
      records.add(Example.newBuilder().setFeatures(features).build().toByteArray());
    }
    TfRecordWriter.write(
        uri.resolve("Split-eval/data_tfrecord-00000-of-00001.gz"),
        TfRecordWriter.Compression.GZIP,
        records);
  }

  private static Feature number(float value) {
    return Feature.newBuilder().setFloatList(FloatList.newBuilder().addValue(value)).build();
  }

  private static Feature number(int value) {
    return Feature.newBuilder().setInt64List(Int64List.newBuilder().addValue(value)).build();
  }

  private static Feature text(String value) {
    return Feature.newBuilder()
        .setBytesList(BytesList.newBuilder().addValue(ByteString.copyFromUtf8(value)))
        .build();
  }
}
