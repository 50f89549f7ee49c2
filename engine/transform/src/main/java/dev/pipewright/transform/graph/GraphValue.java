package dev.pipewright.transform.graph;

import dev.pipewright.tensorflow.Value;

/// A feature or the value of an expression in a graph.
public sealed interface GraphValue {

  /// A tensor with one row an example.
  record Dense(Value value) implements GraphValue {}

  /// A tf.SparseTensor of rank 2.
  ///
  /// @param indices row and column of each value, int64 `[n, 2]`
  /// @param values the values, `[n]`
  /// @param denseShape how many rows and columns, int64 `[2]`
  record Sparse(Value indices, Value values, Value denseShape) implements GraphValue {}
}
