package dev.pipewright.modelanalysis.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import dev.pipewright.modelanalysis.config.ProtoJson;
import dev.pipewright.modelanalysis.metric.Matrix;
import dev.pipewright.modelanalysis.metric.Scores;
import dev.pipewright.modelanalysis.slice.ScoredBlock;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.MetricsForSlice;
import dev.pipewright.protos.tfma.ModelSpec;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/// A table with the evaluation that TFMA made of it.
record GoldenTable(JsonNode root) {

  static GoldenTable read(String name) throws IOException {
    try (InputStream file =
        GoldenTable.class.getResourceAsStream("/dev/pipewright/modelanalysis/" + name + ".json")) {
      return new GoldenTable(new ObjectMapper().readTree(file));
    }
  }

  JsonNode node(String name) {
    return root.get(name);
  }

  EvalConfig config() {
    EvalConfig.Builder config = EvalConfig.newBuilder();
    ProtoJson.parse(root.get("eval_config"), config, "eval_config");
    return config.build();
  }

  /// The metrics that TFMA wrote.
  List<MetricsForSlice> metrics() {
    List<MetricsForSlice> metrics = new ArrayList<>();
    for (JsonNode slice : root.get("metrics")) {
      MetricsForSlice.Builder proto = MetricsForSlice.newBuilder();
      ProtoJson.parse(slice, proto, "metrics");
      metrics.add(proto.build());
    }
    return metrics;
  }

  /// The rows, in blocks of so many.
  List<ScoredBlock> blocks(int size) {
    List<ScoredBlock> blocks = new ArrayList<>();
    JsonNode rows = root.get("rows");
    for (int from = 0; from < rows.size(); from += size) {
      List<JsonNode> some = new ArrayList<>();
      for (int i = from; i < Math.min(rows.size(), from + size); i++) {
        some.add(rows.get(i));
      }
      blocks.add(block(some));
    }
    return blocks;
  }

  private ScoredBlock block(List<JsonNode> rows) {
    List<Scores> models =
        config().getModelSpecsList().stream().map(spec -> scores(rows, spec)).toList();
    return new ScoredBlock(rows.size(), models, feature -> column(rows, feature));
  }

  private static Scores scores(List<JsonNode> rows, ModelSpec spec) {
    return new Scores(
        matrix(rows, spec.getLabelKey()),
        matrix(rows, spec.getPredictionKey()),
        spec.getExampleWeightKey().isEmpty()
            ? null
            : matrix(rows, spec.getExampleWeightKey()).values());
  }

  private static Matrix matrix(List<JsonNode> rows, String key) {
    double[] values = rows.stream().flatMapToDouble(r -> numbers(r.get(key))).toArray();
    return new Matrix(rows.size(), values.length / rows.size(), values);
  }

  private static DoubleStream numbers(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).mapToDouble(JsonNode::doubleValue)
        : DoubleStream.of(node.doubleValue());
  }

  private static Column column(List<JsonNode> rows, String feature) {
    int[] offsets = new int[rows.size() + 1];
    BitSet absent = new BitSet();
    List<JsonNode> values = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      JsonNode cell = rows.get(i).path(feature);
      absent.set(i, cell.isNull() || cell.isMissingNode());
      cell.forEach(values::add);
      offsets[i + 1] = values.size();
    }
    RowLayout layout = RowLayout.ragged(offsets, absent);
    if (values.isEmpty()) {
      return null;
    }
    if (values.getFirst().isTextual()) {
      int[] codes = java.util.stream.IntStream.range(0, values.size()).toArray();
      return new Column.Bytes(
          layout, codes, ByteStrings.of(values.stream().map(JsonNode::textValue).toList()));
    }
    if (values.getFirst().isIntegralNumber()) {
      return new Column.Int64(layout, values.stream().mapToLong(JsonNode::longValue).toArray());
    }
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i).floatValue();
    }
    return new Column.Float(layout, floats);
  }
}
