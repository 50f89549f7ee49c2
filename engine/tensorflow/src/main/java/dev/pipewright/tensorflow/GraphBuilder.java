package dev.pipewright.tensorflow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.TensorProto;

/// A graph being built. Every operation TensorFlow knows is reached by its type's name, through
/// [#op]; the other methods are short ways to the common ones.
///
/// [#scope], [#after] and [#onDevice] return views of the same graph that name, order or place what
/// is added through them. Closing any of them closes the graph. A graph is built by one thread;
/// sessions may run what has been added meanwhile.
public final class GraphBuilder implements AutoCloseable {

  private final NativeGraph graph;
  private final String prefix;
  private final List<Operation> controls;
  private final String device;

  GraphBuilder(NativeGraph graph, String prefix, List<Operation> controls, String device) {
    this.graph = graph;
    this.prefix = prefix;
    this.controls = List.copyOf(controls);
    this.device = device;
  }

  /// An empty graph; loads TensorFlow if it is not loaded.
  public static GraphBuilder create() {
    TensorFlowRuntime.load();
    return new GraphBuilder(new NativeGraph(), "", List.of(), "");
  }

  /// A view whose names start with `name/`.
  public GraphBuilder scope(String name) {
    return new GraphBuilder(graph, prefix + name + "/", controls, device);
  }

  /// A view whose operations run after these.
  public GraphBuilder after(Collection<Operation> operations) {
    List<Operation> all = new ArrayList<>(controls);
    all.addAll(operations);
    return new GraphBuilder(graph, prefix, all, device);
  }

  /// A view whose operations are placed on a device, `/device:CPU:0`.
  public GraphBuilder onDevice(String name) {
    return new GraphBuilder(graph, prefix, controls, name);
  }

  /// Starts an operation of that type, as TensorFlow's op registry names it.
  public OpBuilder op(String type) {
    return new OpBuilder(this, type);
  }

  /// Adds an operation that needs no attributes and has one output.
  public Value call(String type, OpInput... inputs) {
    return op(type).inputs(inputs).value();
  }

  /// A float32 scalar.
  public Value constant(float value) {
    return constant(TensorProtos.of(new float[] {value}, new long[0]));
  }

  /// A float64 scalar.
  public Value constant(double value) {
    return constant(TensorProtos.of(new double[] {value}, new long[0]));
  }

  /// An int32 scalar.
  public Value constant(int value) {
    return constant(TensorProtos.of(new int[] {value}, new long[0]));
  }

  /// An int64 scalar.
  public Value constant(long value) {
    return constant(TensorProtos.of(new long[] {value}, new long[0]));
  }

  /// A string scalar, as UTF-8.
  public Value constant(String value) {
    return constant(value.getBytes(StandardCharsets.UTF_8));
  }

  /// A string scalar of these bytes.
  public Value constant(byte[] value) {
    return constant(TensorProtos.of(new byte[][] {value}, new long[0]));
  }

  /// The bool scalar `true`.
  public Value constantTrue() {
    return constant(TensorProtos.of(new boolean[] {true}, new long[0]));
  }

  /// The bool scalar `false`.
  public Value constantFalse() {
    return constant(TensorProtos.of(new boolean[] {false}, new long[0]));
  }

  /// A float32 tensor in row-major order; without dimensions a vector.
  public Value constant(float[] values, long... dims) {
    return constant(TensorProtos.of(values, orVector(dims, values.length)));
  }

  /// A float64 tensor in row-major order; without dimensions a vector.
  public Value constant(double[] values, long... dims) {
    return constant(TensorProtos.of(values, orVector(dims, values.length)));
  }

  /// An int32 tensor in row-major order; without dimensions a vector.
  public Value constant(int[] values, long... dims) {
    return constant(TensorProtos.of(values, orVector(dims, values.length)));
  }

  /// An int64 tensor in row-major order; without dimensions a vector.
  public Value constant(long[] values, long... dims) {
    return constant(TensorProtos.of(values, orVector(dims, values.length)));
  }

  /// A bool tensor in row-major order; without dimensions a vector.
  public Value constant(boolean[] values, long... dims) {
    return constant(TensorProtos.of(values, orVector(dims, values.length)));
  }

  /// A string tensor in row-major order; without dimensions a vector.
  public Value constant(byte[][] values, long... dims) {
    return constant(TensorProtos.of(values, orVector(dims, values.length)));
  }

  /// A vector of strings, as UTF-8.
  public Value constant(List<String> values) {
    byte[][] bytes =
        values.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    return constant(bytes);
  }

  /// Any constant, as its proto.
  public Value constant(TensorProto value) {
    return op("Const").attr("dtype", DType.of(value.getDtype())).attr("value", value).value();
  }

  /// A value that is fed at each run; -1 in its shape is any length.
  public Value placeholder(String name, DType dtype, TensorShape shape) {
    return op("Placeholder").named(name).attr("dtype", dtype).attr("shape", shape).value();
  }

  /// An operation that does nothing but run these first.
  public Operation group(String name, Collection<Operation> operations) {
    return op("NoOp").named(name).after(operations).operation();
  }

  /// A resource variable, registered with the graph: sessions initialize it, writers save it.
  ///
  /// @param name its name in checkpoints, under the scope
  /// @param initial its first value, whose type and fully known shape it takes
  /// @throws IllegalArgumentException if the shape is not fully known or the name is taken
  public Variable variable(String name, Variable.Role role, Value initial) {
    return Variables.create(this, name, role, initial);
  }

  /// A string scalar that stands for a file; see [Asset].
  public Value asset(String name, Path file) {
    byte[][] fileName = {file.getFileName().toString().getBytes(StandardCharsets.UTF_8)};
    Value path =
        op("Const")
            .named(name)
            .attr("dtype", DType.STRING)
            .attr("value", TensorProtos.of(fileName, new long[0]))
            .value();
    graph.assets.add(new Asset(path, file));
    return path;
  }

  /// Has sessions and SavedModels run this before the first use: a table's initializer.
  public void initializeWith(Operation operation) {
    graph.initializers.add(operation);
  }

  /// The variables, in the order they were added.
  public List<Variable> variables() {
    return List.copyOf(graph.variables);
  }

  /// The assets, in the order they were added.
  public List<Asset> assets() {
    return List.copyOf(graph.assets);
  }

  /// The operations of [#initializeWith], in order.
  public List<Operation> initializers() {
    return List.copyOf(graph.initializers);
  }

  /// Gives an operation type that TensorFlow's C++ registry lacks a gradient in this graph.
  public void gradient(String type, GradientFunction function) {
    graph.gradients.put(type, function);
  }

  /// Copies another graph into this one, under the scope.
  ///
  /// @param definition the other graph
  /// @param inputs values of this graph by the name of the tensor of the other (`examples:0`) that
  ///   they take the place of
  public ImportedGraph importGraph(GraphDef definition, Map<String, Value> inputs) {
    return GraphImport.add(this, definition, inputs);
  }

  /// The operation of that full name.
  public Optional<Operation> operation(String name) {
    return graph.find(name);
  }

  /// The value of that full name, `scope/op:0`; without a number, output 0.
  ///
  /// @throws IllegalArgumentException if there is none
  public Value value(String name) {
    int colon = name.lastIndexOf(':');
    String operation = colon < 0 ? name : name.substring(0, colon);
    int index = colon < 0 ? 0 : Integer.parseInt(name.substring(colon + 1));
    return operation(operation)
        .orElseThrow(() -> new IllegalArgumentException("the graph has no operation " + operation))
        .output(index);
  }

  /// The graph as a proto.
  public GraphDef toGraphDef() {
    return graph.toGraphDef();
  }

  /// Frees the graph, of this view and all others. Sessions on it are closed before.
  @Override
  public void close() {
    graph.close();
  }

  NativeGraph graph() {
    return graph;
  }

  String qualified(String name) {
    return prefix + name;
  }

  /// The scope without its last slash.
  String scopeName() {
    return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
  }

  List<Operation> controls() {
    return controls;
  }

  String device() {
    return device;
  }

  private static long[] orVector(long[] dims, int length) {
    return dims.length == 0 ? new long[] {length} : dims;
  }
}
