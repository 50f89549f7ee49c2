package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import javafx.scene.layout.Region;

/// Examples: the rows of a split, a page at a time.
public final class ExamplesViewer implements ArtifactViewer {

  /// For `ServiceLoader`.
  public ExamplesViewer() {}

  @Override
  public ArtifactType type() {
    return ArtifactType.EXAMPLES;
  }

  @Override
  public String icon() {
    return "mdi2t-table";
  }

  @Override
  public Region view(Path folder) {
    return new ArtifactView<>(folder, ExamplePages::open, ExamplesPane::new);
  }
}
