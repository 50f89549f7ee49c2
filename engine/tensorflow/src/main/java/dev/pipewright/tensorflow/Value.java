package dev.pipewright.tensorflow;

/// An edge of a graph: one output of an operation. Its type and shape are what TensorFlow inferred
/// when the operation was added.
///
/// @param operation the operation that makes it
/// @param index which of its outputs
public record Value(Operation operation, int index) implements OpInput {

  /// Checks that there is such an output.
  public Value {
    if (index < 0 || index >= operation.outputCount()) {
      throw new IllegalArgumentException(operation + " has no output " + index);
    }
  }

  /// TensorFlow's name of it, `scope/op:0`.
  public String name() {
    return operation.name() + ":" + index;
  }

  /// The type of its elements.
  public DType dtype() {
    return operation.graph().dtype(this);
  }

  /// Its shape, as far as known while building.
  public TensorShape shape() {
    return operation.graph().shape(this);
  }

  /// `scope/op:0: float32 [?, 3]`.
  @Override
  public String toString() {
    return name() + ": " + dtype() + " " + shape();
  }
}
