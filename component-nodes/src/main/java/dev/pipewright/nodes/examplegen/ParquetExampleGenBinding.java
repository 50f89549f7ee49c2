package dev.pipewright.nodes.examplegen;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What ParquetExampleGen looks like.
public final class ParquetExampleGenBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public ParquetExampleGenBinding() {}

  @Override
  public String component() {
    return "ParquetExampleGen";
  }

  @Override
  public String icon() {
    return "mdi2t-table-large";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new ExamplesContent());
  }
}
