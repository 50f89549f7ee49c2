package dev.pipewright.nodes.examplegen;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What ImageFolderExampleGen looks like.
public final class ImageFolderExampleGenBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public ImageFolderExampleGenBinding() {}

  @Override
  public String component() {
    return "ImageFolderExampleGen";
  }

  @Override
  public String icon() {
    return "mdi2i-image-multiple-outline";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new ExamplesContent());
  }
}
