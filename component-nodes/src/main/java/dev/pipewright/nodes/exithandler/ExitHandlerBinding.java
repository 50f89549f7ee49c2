package dev.pipewright.nodes.exithandler;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What ExitHandler looks like.
public final class ExitHandlerBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public ExitHandlerBinding() {}

  @Override
  public String component() {
    return "ExitHandler";
  }

  @Override
  public String icon() {
    return "mdi2f-flag-checkered";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new ExitContent());
  }
}
