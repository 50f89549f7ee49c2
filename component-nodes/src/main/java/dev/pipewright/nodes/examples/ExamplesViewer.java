package dev.pipewright.nodes.examples;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import javafx.scene.layout.Region;

/// Examples: the rows of all splits. The view is a `Disposable`.
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
    return view(folder, ExamplesRequest.ALL);
  }

  /// A view of the rows that are asked for; a person can go on from there to others.
  public Region view(Path folder, ExamplesRequest request) {
    return new ExamplesPane(folder, request);
  }
}
