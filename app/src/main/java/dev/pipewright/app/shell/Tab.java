package dev.pipewright.app.shell;

import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.nodes.ArtifactViewer;

/// What a tab of the window shows.
sealed interface Tab permits PipelineTab, Tab.Viewer {

  /// The project that the tab belongs to.
  PipelineTab pipeline();

  /// An artifact.
  ///
  /// @param pipeline the project whose run made it
  /// @param artifact the artifact
  /// @param viewer who shows it
  record Viewer(PipelineTab pipeline, ArtifactRow artifact, ArtifactViewer viewer) implements Tab {

    /// What stands on the tab: `StatisticsGen · statistics`.
    String title() {
      return artifact.node() + " · " + artifact.port();
    }
  }
}
