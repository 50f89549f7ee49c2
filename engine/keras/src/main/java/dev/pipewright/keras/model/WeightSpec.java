package dev.pipewright.keras.model;

/// A weight that a layer has once its input's shape is known.
///
/// @param name the name in checkpoints, `dense/kernel`
/// @param shape its shape, all lengths known
/// @param initializer its first values
/// @param regularizer its penalty
public record WeightSpec(
    String name, Shape shape, Initializer initializer, Regularizer regularizer) {}
