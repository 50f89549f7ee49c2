package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.pipeline.component.ArtifactType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.layout.Region;

/// A pushed model; that none was pushed, where the model was not blessed.
public final class PushedModelViewer implements ArtifactViewer {

  /// For `ServiceLoader`.
  public PushedModelViewer() {}

  @Override
  public ArtifactType type() {
    return ArtifactType.PUSHED_MODEL;
  }

  @Override
  public String icon() {
    return "mdi2r-rocket-launch-outline";
  }

  @Override
  public Region view(Path folder) {
    return new ArtifactView<>(folder, PushedModelViewer::read, PushedModelViewer::content);
  }

  static Optional<SavedModelSummary> read(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isEmpty()) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(SavedModelSummary.read(folder));
  }

  private static Region content(Optional<SavedModelSummary> model) {
    return model
        .map(SavedModelContent::of)
        .orElseGet(
            () ->
                ArtifactView.empty(
                    "mdi2r-rocket-launch-outline",
                    Messages.text("pushed.none"),
                    Messages.text("pushed.none.line")));
  }
}
