package dev.pipewright.nodes;

import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import javafx.scene.layout.Region;

/// Shows artifacts of a type in a tab. Found by `ServiceLoader`.
public interface ArtifactViewer {

  /// What it shows.
  ArtifactType type();

  /// The icon of its tab, as Ikonli names it.
  String icon();

  /// A view of the artifact in this folder. Comes at once; reads off the JavaFX thread, shows that
  /// it is reading, and on failure what went wrong and what to do.
  Region view(Path folder);

  /// A view of what a node's output held when it was opened: this folder. May follow the node while
  /// it makes another; does not where nothing is to be seen before the end.
  default Region view(Path folder, NodeModel maker) {
    return view(folder);
  }
}
