package dev.pipewright.tensorflow;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteGraph;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphGetTensorNumDims;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphGetTensorShape;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphNextOperation;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphOperationByName;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphToGraphDef;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewGraph;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationInput;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationName;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationNumInputs;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationNumOutputs;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationOpType;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationOutputType;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.SizeTPointer;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Input;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.proto.GraphDef;

/// Owns a TF_Graph, the names taken in it, and what has to happen before it can run: variables,
/// tables, restored parts and assets, in the order they were added.
final class NativeGraph implements AutoCloseable {

  final List<Variable> variables = new ArrayList<>();
  final List<Operation> initializers = new ArrayList<>();
  final List<RestoredPart> restored = new ArrayList<>();
  final List<Asset> assets = new ArrayList<>();
  final Map<String, GradientFunction> gradients = new HashMap<>();

  private final TF_Graph handle;
  private final Set<String> names = new TreeSet<>();
  private final Map<String, Integer> nextSuffix = new HashMap<>();
  private boolean closed;

  /// TensorFlow holds the graph's lock and calls us: ops must be added without taking it.
  boolean locked;

  NativeGraph() {
    handle = TF_NewGraph();
  }

  TF_Graph handle() {
    if (closed) {
      throw new IllegalStateException("the graph is closed");
    }
    return handle;
  }

  /// The name itself, or with `_1`, `_2`… when it is taken; takes it.
  String uniqueName(String name) {
    String candidate = name;
    while (!names.add(candidate)) {
      candidate = name + "_" + nextSuffix.merge(name, 1, Integer::sum);
    }
    return candidate;
  }

  /// Marks the names of operations that TensorFlow added by itself as taken.
  void takeNames() {
    try (PointerScope _ = new PointerScope()) {
      SizeTPointer position = new SizeTPointer(1).put(0);
      TF_Operation next = TF_GraphNextOperation(handle(), position);
      while (next != null && !next.isNull()) {
        names.add(TF_OperationName(next).getString());
        next = TF_GraphNextOperation(handle(), position);
      }
    }
  }

  Operation wrap(TF_Operation operation) {
    return new Operation(
        this,
        new TF_Operation(operation),
        TF_OperationName(operation).getString(),
        TF_OperationOpType(operation).getString(),
        TF_OperationNumOutputs(operation));
  }

  Optional<Operation> find(String name) {
    TF_Operation operation = TF_GraphOperationByName(handle(), name);
    return operation == null || operation.isNull()
        ? Optional.empty()
        : Optional.of(wrap(operation));
  }

  DType dtype(Value value) {
    try (PointerScope _ = new PointerScope()) {
      return DType.ofNumber(TF_OperationOutputType(output(value)));
    }
  }

  TensorShape shape(Value value) {
    if (locked) {
      // TensorFlow would wait for its own lock, forever.
      throw new IllegalStateException(
          "the shape of "
              + value.name()
              + " is not known while gradients are added; use the op Shape");
    }
    try (PointerScope _ = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TF_Output output = output(value);
      int rank = TF_GraphGetTensorNumDims(handle(), output, status);
      Failures.checkBuild(status, value.name());
      if (rank < 0) {
        return TensorShape.unknown();
      }
      long[] dims = new long[rank];
      TF_GraphGetTensorShape(handle(), output, dims, rank, status);
      Failures.checkBuild(status, value.name());
      return TensorShape.of(dims);
    }
  }

  int inputCount(Operation operation) {
    return TF_OperationNumInputs(operation.handle());
  }

  Value input(Operation operation, int index) {
    try (PointerScope _ = new PointerScope()) {
      TF_Input input = new TF_Input().oper(operation.handle()).index(index);
      TF_Output output = TF_OperationInput(input);
      return new Value(wrap(output.oper()), output.index());
    }
  }

  /// One native output; lives in the caller's PointerScope.
  static TF_Output output(Value value) {
    return new TF_Output().oper(value.operation().handle()).index(value.index());
  }

  /// A native array of outputs; lives in the caller's PointerScope, if it has one.
  static TF_Output outputs(List<Value> values) {
    TF_Output array = new TF_Output(Math.max(values.size(), 1));
    for (int i = 0; i < values.size(); i++) {
      array.position(i).oper(values.get(i).operation().handle()).index(values.get(i).index());
    }
    return array.position(0);
  }

  GraphDef toGraphDef() {
    try (PointerScope _ = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TF_Buffer buffer = TF_Buffer.newBuffer();
      TF_GraphToGraphDef(handle(), buffer, status);
      Failures.checkBuild(status, "graph to GraphDef");
      byte[] bytes = new byte[Math.toIntExact(buffer.length())];
      new BytePointer(buffer.data()).capacity(bytes.length).get(bytes);
      return GraphDef.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("TensorFlow wrote a graph that cannot be read", e);
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      TF_DeleteGraph(handle);
    }
  }
}
