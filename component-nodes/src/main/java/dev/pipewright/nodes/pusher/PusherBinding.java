package dev.pipewright.nodes.pusher;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What Pusher looks like.
public final class PusherBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public PusherBinding() {}

  @Override
  public String component() {
    return "Pusher";
  }

  @Override
  public String icon() {
    return "mdi2r-rocket-launch-outline";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new PushContent());
  }
}
