package dev.pipewright.tensorflow;

import static org.tensorflow.internal.c_api.global.tensorflow.TFJ_UnmapOperationName;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_AddControlInput;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_AddInput;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_AddInputList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_FinishOperation;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_FinishOperationLocked;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewOperation;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewOperationLocked;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrValueProto;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetDevice;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_OperationDescription;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.TensorProto;

/// Describes one operation of any registered type, then adds it to the graph: inputs in the order
/// the op declares them, attributes by name. Attributes TensorFlow can infer from the inputs (`T`,
/// `N`…) need not be given.
///
/// ```java
/// Value product = graph.op("MatMul").inputs(a, b).attr("transpose_b", true).value();
/// ```
public final class OpBuilder {

  private final GraphBuilder builder;
  private final String type;
  private final List<OpInput> inputs = new ArrayList<>();
  private final List<Operation> controls = new ArrayList<>();
  private final Map<String, AttrValue> attributes = new TreeMap<>();
  private String name;

  OpBuilder(GraphBuilder builder, String type) {
    this.builder = builder;
    this.type = type;
    this.name = type;
    controls.addAll(builder.controls());
  }

  /// Names it within the builder's scope; without, its type is its name. A name that is taken gets
  /// `_1`, `_2`…
  public OpBuilder named(String newName) {
    name = newName;
    return this;
  }

  /// Adds inputs: values, or [OpInput#list] where the op takes a list.
  public OpBuilder inputs(OpInput... more) {
    inputs.addAll(List.of(more));
    return this;
  }

  /// Runs only after these.
  public OpBuilder after(Collection<Operation> operations) {
    controls.addAll(operations);
    return this;
  }

  /// A string attribute.
  public OpBuilder attr(String key, String value) {
    return attr(key, AttrValue.newBuilder().setS(ByteString.copyFromUtf8(value)).build());
  }

  /// An integer attribute.
  public OpBuilder attr(String key, long value) {
    return attr(key, AttrValue.newBuilder().setI(value).build());
  }

  /// A float attribute.
  public OpBuilder attr(String key, float value) {
    return attr(key, AttrValue.newBuilder().setF(value).build());
  }

  /// A boolean attribute.
  public OpBuilder attr(String key, boolean value) {
    return attr(key, AttrValue.newBuilder().setB(value).build());
  }

  /// A type attribute.
  public OpBuilder attr(String key, DType value) {
    return attr(key, AttrValue.newBuilder().setType(value.proto()).build());
  }

  /// A shape attribute.
  public OpBuilder attr(String key, TensorShape value) {
    return attr(key, AttrValue.newBuilder().setShape(value.proto()).build());
  }

  /// A tensor attribute.
  public OpBuilder attr(String key, TensorProto value) {
    return attr(key, AttrValue.newBuilder().setTensor(value).build());
  }

  /// A list attribute of strings, integers (`Integer`, `Long`), floats, booleans, types or shapes.
  ///
  /// @throws IllegalArgumentException for other elements
  public OpBuilder attr(String key, List<?> values) {
    AttrValue.ListValue.Builder list = AttrValue.ListValue.newBuilder();
    for (Object value : values) {
      switch (value) {
        case String s -> list.addS(ByteString.copyFrom(s, StandardCharsets.UTF_8));
        case Integer i -> list.addI(i);
        case Long i -> list.addI(i);
        case Float f -> list.addF(f);
        case Boolean b -> list.addB(b);
        case DType t -> list.addType(t.proto());
        case TensorShape s -> list.addShape(s.proto());
        default -> throw new IllegalArgumentException(key + " cannot hold " + value.getClass());
      }
    }
    return attr(key, AttrValue.newBuilder().setList(list).build());
  }

  /// Any attribute, as its proto; the way to functions.
  public OpBuilder attr(String key, AttrValue value) {
    attributes.put(key, value);
    return this;
  }

  /// Adds the operation and returns its only output.
  ///
  /// @throws IllegalArgumentException if TensorFlow refuses it, or it has not exactly one output
  public Value value() {
    Operation operation = operation();
    if (operation.outputCount() != 1) {
      throw new IllegalArgumentException(
          operation + " has " + operation.outputCount() + " outputs, not one");
    }
    return operation.output(0);
  }

  /// Adds the operation and returns its outputs, lists laid flat.
  ///
  /// @throws IllegalArgumentException if TensorFlow refuses it
  public List<Value> values() {
    return operation().outputs();
  }

  /// Adds the operation.
  ///
  /// @throws IllegalArgumentException if TensorFlow refuses it
  public Operation operation() {
    NativeGraph graph = builder.graph();
    String fullName = graph.uniqueName(builder.qualified(name));
    try (PointerScope _ = new PointerScope()) {
      TF_OperationDescription description =
          graph.locked
              ? TF_NewOperationLocked(graph.handle(), type, fullName)
              : TF_NewOperation(graph.handle(), type, fullName);
      inputs.forEach(input -> addInput(description, input));
      controls.forEach(control -> TF_AddControlInput(description, control.handle()));
      if (!builder.device().isEmpty()) {
        TF_SetDevice(description, builder.device());
      }
      attributes.forEach((key, value) -> setAttribute(description, fullName, key, value));
      return finish(graph, description, fullName);
    }
  }

  private Operation finish(NativeGraph graph, TF_OperationDescription description, String name) {
    TF_Status status = TF_Status.newStatus();
    TF_Operation operation =
        graph.locked
            ? TF_FinishOperationLocked(description, status)
            : TF_FinishOperation(description, status);
    Failures.checkBuild(status, type + " " + name);
    if (graph.locked) {
      // TensorFlow maps the names itself once it is done with the gradients, and insists they are
      // new.
      TFJ_UnmapOperationName(graph.handle(), operation);
    }
    return graph.wrap(operation);
  }

  private void setAttribute(
      TF_OperationDescription description, String fullName, String key, AttrValue value) {
    byte[] bytes = value.toByteArray();
    TF_Status status = TF_Status.newStatus();
    TF_SetAttrValueProto(description, key, new BytePointer(bytes), bytes.length, status);
    Failures.checkBuild(status, type + " " + fullName + ", attribute " + key);
  }

  private static void addInput(TF_OperationDescription description, OpInput input) {
    switch (input) {
      case Value value -> TF_AddInput(description, NativeGraph.output(value));
      case ValueList list ->
          TF_AddInputList(description, NativeGraph.outputs(list.values()), list.values().size());
    }
  }
}
