package dev.pipewright.nodes;

import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An artifact that is to be shown, where it comes from, and what its viewer may ask of the
/// workbench. JavaFX thread only.
public interface ViewerContext {

  /// Where the artifact lies.
  Path folder();

  /// What of it is to be seen first.
  default Focus focus() {
    return Focus.WHOLE;
  }

  /// The node whose output it is; empty for an artifact of no open project.
  default Optional<NodeModel> maker() {
    return Optional.empty();
  }

  /// Where it belongs, from the outside in: the pipeline's name and the node's.
  default List<String> path() {
    return List.of();
  }

  /// The number of the run in which it was made or found last, from 1; 0 where that is not known.
  default int run() {
    return 0;
  }

  /// The folder of the project's file; empty for an artifact of no open project.
  default Optional<Path> base() {
    return Optional.empty();
  }

  /// The nearest artifact of a type among those of the nodes that its maker depends on, else of
  /// those that depend on its maker, as they were made last; its own folder for its own type.
  default Optional<Path> related(ArtifactType type) {
    return Optional.empty();
  }

  /// Shows another artifact of the project in a tab. Does nothing where no project is open.
  ///
  /// @param folder one of `related`, or its own
  default void open(Path folder, Focus focus) {}

  /// Brings the maker into view on the canvas.
  default void reveal() {}

  /// An artifact of no open project.
  static ViewerContext of(Path folder) {
    return () -> folder;
  }
}
