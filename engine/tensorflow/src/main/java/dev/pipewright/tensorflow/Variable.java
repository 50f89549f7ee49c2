package dev.pipewright.tensorflow;

/// A resource variable of a graph; its value lives in a session.
///
/// @param name the name it has in checkpoints, `dense/kernel`
/// @param dtype its type
/// @param shape its shape, fully known
/// @param handle the VarHandleOp's output
/// @param read its value
/// @param initializer the operation that gives it its first value
/// @param role what it is there for
public record Variable(
    String name,
    DType dtype,
    TensorShape shape,
    Value handle,
    Value read,
    Operation initializer,
    Role role) {

  /// What a variable is there for.
  public enum Role {
    /// A weight that gradients change.
    TRAINABLE,
    /// State of a layer that is saved with the model.
    STATE,
    /// State of the training (optimizer slots, the step): in checkpoints, not in the model.
    TRAINING
  }
}
