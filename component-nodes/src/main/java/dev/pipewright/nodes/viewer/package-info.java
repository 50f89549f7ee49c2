/// Viewers of artifacts, one a type, found as `ArtifactViewer`s. Each reads with the engine's
/// readers off the JavaFX thread into a record of what it shows; `ArtifactView` shows that it
/// reads, that it failed, or the content; tables are `DataTable`s.
@NullMarked
package dev.pipewright.nodes.viewer;

import org.jspecify.annotations.NullMarked;
