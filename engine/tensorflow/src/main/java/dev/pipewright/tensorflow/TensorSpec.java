package dev.pipewright.tensorflow;

/// What a signature says of an input or output.
///
/// @param tensor the name in the graph, `serving_default_examples:0`
/// @param dtype its type
/// @param shape its shape, as far as known
public record TensorSpec(String tensor, DType dtype, TensorShape shape) {}
