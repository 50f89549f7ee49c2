package dev.pipewright.tensorflow;

import java.util.List;

/// Builds the gradient of an operation for which TensorFlow's C++ registry has none.
@FunctionalInterface
public interface GradientFunction {

  /// Adds operations and returns one gradient for each input of `operation`, in order; zeros where
  /// nothing flows, never null. Types are known meanwhile, shapes are not.
  ///
  /// @param graph where to add them
  /// @param operation the operation to differentiate
  /// @param outputGradients one a output of the operation
  List<Value> gradients(GraphBuilder graph, Operation operation, List<Value> outputGradients);
}
