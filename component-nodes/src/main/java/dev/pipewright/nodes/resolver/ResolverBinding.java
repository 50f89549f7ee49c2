package dev.pipewright.nodes.resolver;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What Resolver looks like.
public final class ResolverBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public ResolverBinding() {}

  @Override
  public String component() {
    return "Resolver";
  }

  @Override
  public String icon() {
    return "mdi2s-source-branch-sync";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new ResolverContent());
  }
}
