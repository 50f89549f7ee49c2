package dev.pipewright.nodes.examplegen;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What ImportExampleGen looks like.
public final class ImportExampleGenBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public ImportExampleGenBinding() {}

  @Override
  public String component() {
    return "ImportExampleGen";
  }

  @Override
  public String icon() {
    return "mdi2f-file-import-outline";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new ExamplesContent());
  }
}
