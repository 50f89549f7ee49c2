package dev.pipewright.nodes.importer;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What Importer looks like.
public final class ImporterBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public ImporterBinding() {}

  @Override
  public String component() {
    return "Importer";
  }

  @Override
  public String icon() {
    return "mdi2f-file-import-outline";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new ImportContent());
  }
}
