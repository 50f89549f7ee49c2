package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import javafx.scene.layout.Region;

/// A model: the signatures and files of its SavedModel.
public final class ModelViewer implements ArtifactViewer {

  /// For `ServiceLoader`.
  public ModelViewer() {}

  @Override
  public ArtifactType type() {
    return ArtifactType.MODEL;
  }

  @Override
  public String icon() {
    return "mdi2g-graph-outline";
  }

  @Override
  public Region view(Path folder) {
    return new ArtifactView<>(folder, SavedModelSummary::read, SavedModelContent::of);
  }
}
