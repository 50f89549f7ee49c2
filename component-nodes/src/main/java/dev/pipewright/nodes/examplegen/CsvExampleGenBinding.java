package dev.pipewright.nodes.examplegen;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What CsvExampleGen looks like.
public final class CsvExampleGenBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public CsvExampleGenBinding() {}

  @Override
  public String component() {
    return "CsvExampleGen";
  }

  @Override
  public String icon() {
    return "mdi2f-file-delimited-outline";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new ExamplesContent());
  }
}
