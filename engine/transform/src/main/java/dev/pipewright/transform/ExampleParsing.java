package dev.pipewright.transform;

import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.OpInput;
import dev.pipewright.tensorflow.TensorShape;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.transform.expression.ValueType;
import dev.pipewright.transform.graph.GraphCompiler;
import dev.pipewright.transform.graph.GraphValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Parses serialized tf.Examples in a graph, as `tf.io.parse_example` does with the features'
/// `FixedLenFeature` and `VarLenFeature`.
public final class ExampleParsing {

  private ExampleParsing() {}

  /// The features of the examples.
  ///
  /// @param examples serialized tf.Examples, string `[n]`
  /// @param features the features' types, all of which a tf.Example holds; a dense one that an
  ///   example lacks is an error when the graph runs
  public static SequencedMap<String, GraphValue> parse(
      GraphBuilder graph, Value examples, Map<String, ValueType> features) {
    List<String> sparse = new ArrayList<>();
    List<String> dense = new ArrayList<>();
    features.keySet().stream()
        .sorted()
        .forEach(name -> (type(features, name).isSparse() ? sparse : dense).add(name));
    List<Value> parsed = parse(graph, examples, features, sparse, dense);
    SequencedMap<String, GraphValue> values = new LinkedHashMap<>();
    int n = sparse.size();
    for (int i = 0; i < n; i++) {
      values.put(
          sparse.get(i),
          new GraphValue.Sparse(parsed.get(i), parsed.get(n + i), parsed.get(2 * n + i)));
    }
    for (int i = 0; i < dense.size(); i++) {
      values.put(dense.get(i), new GraphValue.Dense(parsed.get(3 * n + i)));
    }
    return values;
  }

  private static List<Value> parse(
      GraphBuilder graph,
      Value examples,
      Map<String, ValueType> features,
      List<String> sparse,
      List<String> dense) {
    List<Value> defaults = dense.stream().map(d -> noDefault(graph, features, d)).toList();
    return graph
        .op("ParseExampleV2")
        .inputs(
            examples,
            names(graph, List.of()),
            names(graph, sparse),
            names(graph, dense),
            names(graph, List.of()),
            OpInput.list(defaults))
        .attr("Tdense", dtypes(features, dense))
        .attr("num_sparse", sparse.size())
        .attr("sparse_types", dtypes(features, sparse))
        .attr("ragged_value_types", List.of())
        .attr("ragged_split_types", List.of())
        .attr("dense_shapes", dense.stream().map(d -> shape(type(features, d))).toList())
        .values();
  }

  private static Value names(GraphBuilder graph, List<String> names) {
    return names.isEmpty() ? graph.constant(new byte[0][], 0) : graph.constant(names);
  }

  private static List<DType> dtypes(Map<String, ValueType> features, List<String> names) {
    return names.stream().map(n -> GraphCompiler.dtype(type(features, n).element())).toList();
  }

  /// An empty default: the feature must be there.
  private static Value noDefault(
      GraphBuilder graph, Map<String, ValueType> features, String feature) {
    return switch (type(features, feature).element()) {
      case INT64 -> graph.constant(new long[0], 0);
      case FLOAT32 -> graph.constant(new float[0], 0);
      case STRING -> graph.constant(new byte[0][], 0);
      case INT32, FLOAT64, BOOL -> throw new IllegalArgumentException(feature);
    };
  }

  private static TensorShape shape(ValueType type) {
    return TensorShape.of(type.rowShape().stream().mapToLong(Integer::longValue).toArray());
  }

  private static ValueType type(Map<String, ValueType> features, String feature) {
    ValueType type = features.get(feature);
    if (type == null) {
      throw new IllegalArgumentException(feature);
    }
    return type;
  }
}
