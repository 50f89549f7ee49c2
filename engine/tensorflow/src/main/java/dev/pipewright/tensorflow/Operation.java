package dev.pipewright.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.internal.c_api.TF_Operation;

/// A node of a graph. It lives as long as the graph.
public final class Operation {

  private final NativeGraph graph;
  private final TF_Operation handle;
  private final String name;
  private final String type;
  private final int outputCount;

  Operation(NativeGraph graph, TF_Operation handle, String name, String type, int outputCount) {
    this.graph = graph;
    this.handle = handle;
    this.name = name;
    this.type = type;
    this.outputCount = outputCount;
  }

  /// Its name with scopes, `dense/MatMul`.
  public String name() {
    return name;
  }

  /// The op's type, `MatMul`.
  public String type() {
    return type;
  }

  /// How many values it makes.
  public int outputCount() {
    return outputCount;
  }

  /// One of its outputs.
  public Value output(int index) {
    return new Value(this, index);
  }

  /// All of its outputs, in order; lists are laid flat.
  public List<Value> outputs() {
    List<Value> outputs = new ArrayList<>(outputCount);
    for (int i = 0; i < outputCount; i++) {
      outputs.add(output(i));
    }
    return outputs;
  }

  /// The value that feeds its input with that number; lists are laid flat.
  public Value input(int index) {
    return graph.input(this, index);
  }

  /// How many values feed it; lists are laid flat.
  public int inputCount() {
    return graph.inputCount(this);
  }

  NativeGraph graph() {
    return graph;
  }

  TF_Operation handle() {
    return handle;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Operation that
        && graph == that.graph
        && handle.address() == that.handle.address();
  }

  @Override
  public int hashCode() {
    return Long.hashCode(handle.address());
  }

  /// `MatMul dense/MatMul`.
  @Override
  public String toString() {
    return type + " " + name;
  }
}
