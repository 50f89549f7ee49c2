package dev.pipewright.nodes.examplegen;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What TextFolderExampleGen looks like.
public final class TextFolderExampleGenBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public TextFolderExampleGenBinding() {}

  @Override
  public String component() {
    return "TextFolderExampleGen";
  }

  @Override
  public String icon() {
    return "mdi2t-text-box-multiple-outline";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new ExamplesContent());
  }
}
