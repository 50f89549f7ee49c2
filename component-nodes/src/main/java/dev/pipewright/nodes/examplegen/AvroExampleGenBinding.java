package dev.pipewright.nodes.examplegen;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What AvroExampleGen looks like.
public final class AvroExampleGenBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public AvroExampleGenBinding() {}

  @Override
  public String component() {
    return "AvroExampleGen";
  }

  @Override
  public String icon() {
    return "mdi2d-database-import-outline";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new ExamplesContent());
  }
}
