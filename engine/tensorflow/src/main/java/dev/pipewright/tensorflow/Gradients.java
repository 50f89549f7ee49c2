package dev.pipewright.tensorflow;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_AddGradientsWithPrefix;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.TF_Status;

/// Symbolic gradients: TensorFlow's C++ ones (186 ops), and ours for those it lacks that layers
/// need. Never differentiate a loop: TensorFlow can end the process.
public final class Gradients {

  private Gradients() {}

  /// Adds the gradients of a scalar (or of the sum of a tensor's elements) with respect to values.
  ///
  /// @param graph the graph they are all in
  /// @param y what is differentiated
  /// @param xs with respect to what
  /// @return a gradient for each of `xs`
  /// @throws IllegalArgumentException if `y` does not depend on one of `xs`, or an operation
  ///   between them has no gradient
  public static List<Value> of(GraphBuilder graph, Value y, List<Value> xs) {
    return CustomGradients.during(graph, prefix -> add(graph, prefix, y, xs));
  }

  private static List<Value> add(GraphBuilder graph, String prefix, Value y, List<Value> xs) {
    try (PointerScope _ = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TF_Output dy = new TF_Output(xs.size());
      TF_AddGradientsWithPrefix(
          graph.graph().handle(),
          prefix,
          NativeGraph.outputs(List.of(y)),
          1,
          NativeGraph.outputs(xs),
          xs.size(),
          null,
          status,
          dy);
      Failures.checkBuild(status, "gradients of " + y.name());
      List<Value> gradients = new ArrayList<>();
      for (int i = 0; i < xs.size(); i++) {
        gradients.add(gradient(graph, dy.position(i), y, xs.get(i)));
      }
      return gradients;
    }
  }

  private static Value gradient(GraphBuilder graph, TF_Output gradient, Value y, Value x) {
    TF_Operation operation = gradient.oper();
    if (operation == null || operation.isNull()) {
      throw new IllegalArgumentException("no gradient flows from " + y.name() + " to " + x.name());
    }
    return new Value(graph.graph().wrap(operation), gradient.index());
  }
}
