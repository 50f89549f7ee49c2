package dev.pipewright.nodes.evaluator;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What Evaluator looks like.
public final class EvaluatorBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public EvaluatorBinding() {}

  @Override
  public String component() {
    return "Evaluator";
  }

  @Override
  public String icon() {
    return "mdi2s-scale-balance";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new EvaluationContent());
  }
}
