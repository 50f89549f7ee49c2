package dev.pipewright.app.shell;

import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.nodes.ArtifactViewer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a tab of the window shows.
sealed interface Tab permits PipelineTab, Tab.Viewer, Tab.Outside {

  /// The project that the tab belongs to; null for an artifact of none.
  @Nullable PipelineTab pipeline();

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

  /// An artifact that belongs to no open project.
  ///
  /// @param folder where it is
  /// @param title what stands on the tab
  /// @param viewer who shows it
  record Outside(Path folder, String title, ArtifactViewer viewer) implements Tab {

    @Override
    public @Nullable PipelineTab pipeline() {
      return null;
    }
  }
}
