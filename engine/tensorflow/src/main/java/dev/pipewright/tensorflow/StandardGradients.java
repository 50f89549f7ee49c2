package dev.pipewright.tensorflow;

import java.util.List;
import java.util.Map;

/// Gradients TensorFlow's C++ registry lacks, as its Python one has them
/// (`tensorflow/python/ops/*_grad.py`).
final class StandardGradients {

  private static final Map<String, GradientFunction> ALL =
      Map.of(
          "SparseSoftmaxCrossEntropyWithLogits", StandardGradients::sparseSoftmaxCrossEntropy,
          "ResourceGather", StandardGradients::resourceGather,
          "Gather", StandardGradients::gather,
          "EnsureShape", StandardGradients::passThrough,
          "PlaceholderWithDefault", StandardGradients::passThrough,
          "IdentityN", StandardGradients::passThrough);

  private StandardGradients() {}

  static Map<String, GradientFunction> all() {
    return ALL;
  }

  private static List<Value> passThrough(GraphBuilder g, Operation op, List<Value> outputs) {
    return outputs.stream().map(gradient -> g.call("Identity", gradient)).toList();
  }

  /// The op's second output is softmax − onehot; each row is scaled by the gradient of its loss.
  private static List<Value> sparseSoftmaxCrossEntropy(
      GraphBuilder g, Operation op, List<Value> outputs) {
    Value column = g.call("ExpandDims", outputs.get(0), g.constant(-1));
    return List.of(g.call("Mul", column, op.output(1)), g.call("ZerosLike", op.input(1)));
  }

  private static List<Value> resourceGather(GraphBuilder g, Operation op, List<Value> outputs) {
    Value shape = g.op("VariableShape").inputs(op.input(0)).attr("out_type", DType.INT32).value();
    return rowGradients(g, op, outputs, shape);
  }

  private static List<Value> gather(GraphBuilder g, Operation op, List<Value> outputs) {
    return rowGradients(g, op, outputs, g.call("Shape", op.input(0)));
  }

  /// Sums the rows of the gradient that were taken from the same row. Dense: the gradient of all
  /// rows. The shape is asked for by an operation, as TensorFlow's own lock is held here.
  private static List<Value> rowGradients(
      GraphBuilder g, Operation op, List<Value> outputs, Value shape) {
    Value rows =
        g.op("GatherV2").inputs(shape, g.constant(0), g.constant(0)).attr("batch_dims", 0).value();
    return List.of(
        g.call("UnsortedSegmentSum", outputs.get(0), op.input(1), rows),
        g.call("ZerosLike", op.input(1)));
  }
}
