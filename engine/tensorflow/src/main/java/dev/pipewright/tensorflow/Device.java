package dev.pipewright.tensorflow;

/// A device TensorFlow can compute on.
///
/// @param name TensorFlow's name, `/job:localhost/replica:0/task:0/device:CPU:0`
/// @param type `CPU` or `GPU`
/// @param memoryBytes the memory it may use
public record Device(String name, String type, long memoryBytes) {}
