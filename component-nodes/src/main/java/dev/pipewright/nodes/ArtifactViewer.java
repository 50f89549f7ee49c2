package dev.pipewright.nodes;

import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import javafx.scene.layout.Region;

/// Shows artifacts of a type in a tab. Found by `ServiceLoader`; a type may have several.
public interface ArtifactViewer {

  /// What it shows.
  ArtifactType type();

  /// The icon of its tab, as Ikonli names it.
  String icon();

  /// A view of the artifact in this folder. Comes at once; reads off the JavaFX thread, shows that
  /// it is reading, and on failure what went wrong and what to do.
  Region view(Path folder);

  /// A view of an artifact, beginning with what is in focus. May follow its maker while that makes
  /// another; does not where nothing is to be seen before the end.
  default Region view(ViewerContext context) {
    return view(context.folder());
  }

  /// What it can begin with. Of the viewers of a type, the one that can is taken.
  default boolean shows(Focus focus) {
    return focus instanceof Focus.Whole;
  }

  /// What stands on its tab in place of the names of node and output; empty for those.
  default String name() {
    return "";
  }
}
