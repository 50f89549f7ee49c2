package dev.pipewright.nodes.transform;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What Transform looks like.
public final class TransformBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public TransformBinding() {}

  @Override
  public String component() {
    return "Transform";
  }

  @Override
  public String icon() {
    return "mdi2s-shuffle-variant";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new TransformContent());
  }
}
