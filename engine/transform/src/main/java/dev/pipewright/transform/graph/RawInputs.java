package dev.pipewright.transform.graph;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.RowLayout;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.TensorShape;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.transform.expression.ElementType;
import dev.pipewright.transform.expression.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

/// Placeholders for raw features in a graph, and the tensors that a batch feeds to them.
public final class RawInputs {

  private final DirectColumns columns;
  private final SequencedMap<String, GraphValue> placeholders = new LinkedHashMap<>();

  /// Adds placeholders for these features, in the order of their names.
  ///
  /// @param types the types of all features
  public RawInputs(GraphBuilder graph, Collection<String> features, Map<String, ValueType> types) {
    this.columns = new DirectColumns(types);
    for (String feature : new TreeSet<>(features)) {
      ValueType type = types.get(feature);
      if (type == null) {
        throw new IllegalArgumentException("no feature " + feature);
      }
      placeholders.put(feature, placeholder(graph, type));
    }
  }

  private static GraphValue placeholder(GraphBuilder graph, ValueType type) {
    DType dtype = GraphCompiler.dtype(type.element());
    if (type.isSparse()) {
      return new GraphValue.Sparse(
          graph.placeholder("inputs", DType.INT64, TensorShape.of(-1, 2)),
          graph.placeholder("inputs", dtype, TensorShape.of(-1)),
          graph.placeholder("inputs", DType.INT64, TensorShape.of(2)));
    }
    return new GraphValue.Dense(graph.placeholder("inputs", dtype, TensorShape.of(dims(-1, type))));
  }

  /// The features' values in the graph.
  public SequencedMap<String, GraphValue> values() {
    return placeholders;
  }

  /// The placeholders one after the other, those of a sparse feature in the order of its parts.
  public List<Value> feeds() {
    return parts(placeholders.values());
  }

  /// Values laid flat: a sparse one as indices, values and shape.
  public static List<Value> parts(Collection<GraphValue> values) {
    List<Value> parts = new ArrayList<>();
    for (GraphValue value : values) {
      switch (value) {
        case GraphValue.Dense(Value dense) -> parts.add(dense);
        case GraphValue.Sparse(Value indices, Value content, Value shape) ->
            parts.addAll(List.of(indices, content, shape));
      }
    }
    return parts;
  }

  /// Tensors for the feeds, from a batch; the caller closes them.
  ///
  /// @throws dev.pipewright.pipeline.DataException when the batch does not fit the features' types
  List<HostTensor> tensors(ExampleBatch batch, Map<String, ValueType> types) {
    List<HostTensor> tensors = new ArrayList<>();
    for (String feature : placeholders.sequencedKeySet()) {
      Column column = columns.feature(feature, batch);
      ValueType type = types.get(feature);
      if (type != null && type.isSparse()) {
        addSparse(tensors, column, batch.rowCount(), type.element());
      } else if (type != null) {
        tensors.add(content(column, type.element(), dims(batch.rowCount(), type)));
      }
    }
    return tensors;
  }

  private static void addSparse(
      List<HostTensor> tensors, Column column, int rowCount, ElementType element) {
    RowLayout layout = column.layout();
    long[] indices = new long[2 * layout.valueCount()];
    long width = 0;
    int next = 0;
    for (int row = 0; row < rowCount; row++) {
      width = Math.max(width, layout.count(row));
      for (int i = 0; i < layout.count(row); i++) {
        indices[next++] = row;
        indices[next++] = i;
      }
    }
    tensors.add(HostTensor.of(indices, layout.valueCount(), 2));
    tensors.add(content(column, element, layout.valueCount()));
    tensors.add(HostTensor.of(new long[] {rowCount, width}));
  }

  private static HostTensor content(Column column, ElementType element, long... dims) {
    int n = column.layout().valueCount();
    return switch (column) {
      case Column.Int64(_, long[] values) when element == ElementType.INT64 ->
          HostTensor.of(exactly(values, n), dims);
      case Column.Float(_, float[] values) when element == ElementType.FLOAT32 ->
          HostTensor.of(exactly(values, n), dims);
      case Column.Bytes(_, int[] codes, ByteStrings dictionary)
          when element == ElementType.STRING ->
          HostTensor.of(strings(codes, dictionary, n), dims);
      default -> none(element, dims);
    };
  }

  /// A column that has no value may have any type.
  private static HostTensor none(ElementType element, long... dims) {
    return switch (element) {
      case INT64 -> HostTensor.of(new long[0], dims);
      case FLOAT32 -> HostTensor.of(new float[0], dims);
      default -> HostTensor.of(new byte[0][], dims);
    };
  }

  private static long[] exactly(long[] values, int n) {
    return values.length == n ? values : Arrays.copyOf(values, n);
  }

  private static float[] exactly(float[] values, int n) {
    return values.length == n ? values : Arrays.copyOf(values, n);
  }

  private static byte[][] strings(int[] codes, ByteStrings dictionary, int n) {
    byte[][] distinct = new byte[dictionary.size()][];
    byte[][] strings = new byte[n][];
    for (int i = 0; i < n; i++) {
      int code = codes[i];
      if (distinct[code] == null) {
        distinct[code] = dictionary.get(code);
      }
      strings[i] = distinct[code];
    }
    return strings;
  }

  private static long[] dims(long rows, ValueType type) {
    long[] dims = new long[1 + type.rowShape().size()];
    dims[0] = rows;
    for (int i = 1; i < dims.length; i++) {
      dims[i] = type.rowShape().get(i - 1);
    }
    return dims;
  }
}
