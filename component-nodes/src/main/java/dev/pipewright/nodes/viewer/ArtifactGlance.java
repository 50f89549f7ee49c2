package dev.pipewright.nodes.viewer;

import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import javafx.scene.layout.StackPane;

/// An artifact at a glance: its first rows, sizes, or a small picture; a few hundred pixels wide.
/// Comes at once and reads off the JavaFX thread, until it is closed.
public final class ArtifactGlance extends StackPane {

  private final ArtifactView<Glances.Content> view;

  /// A glance at the artifact in this folder. Of types that nobody knows more of, it lists the
  /// files.
  public ArtifactGlance(ArtifactType type, Path folder) {
    view =
        new ArtifactView<>(
            folder,
            Glances.reader(type),
            // Contents are made where they are shown.
            Glances.Content::show);
    getStyleClass().add("artifact-glance");
    getChildren().setAll(view);
  }

  /// Whether it shows what it was to show, or why it cannot.
  public boolean isDone() {
    return view.isDone();
  }

  /// Ends the reading: nobody looks any more.
  public void close() {
    view.giveUp();
  }
}
