package dev.pipewright.app.shell;

import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.nodes.Focus;
import dev.pipewright.pipeline.Frame;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What a tab of the window shows.
sealed interface Tab
    permits PipelineTab, Tab.Again, Tab.Part, Tab.Viewer, Tab.Outside, Tab.Page, Tab.Own {

  /// The project that the tab belongs to; null for an artifact of none.
  @Nullable PipelineTab pipeline();

  /// Where on disk what it shows is; null for what was never saved, and for pages.
  default @Nullable Path path() {
    return switch (this) {
      case PipelineTab pipeline -> pipeline.origin();
      case Again again -> again.pipeline().origin();
      case Viewer viewer -> viewer.artifact().folder();
      case Outside outside -> outside.folder();
      case Part _, Page _, Own _ -> null;
    };
  }

  /// The project whose canvas it is, all of it; null for another tab.
  default @Nullable PipelineTab whole() {
    return switch (this) {
      case PipelineTab pipeline -> pipeline;
      case Again again -> again.pipeline();
      case Part _, Viewer _, Outside _, Page _, Own _ -> null;
    };
  }

  /// Whether it shows a canvas: of a project, or of a part of it.
  default boolean isCanvas() {
    return whole() != null || this instanceof Part;
  }

  /// A project that is shown once more: the same pipeline, with a look and a selection of its own.
  ///
  /// @param number tells it from the others of the project
  record Again(PipelineTab pipeline, int number) implements Tab {}

  /// A group of a project, shown as a pipeline of its own.
  ///
  /// @param frame the group's id
  record Part(PipelineTab pipeline, String frame) implements Tab {

    /// What stands on the tab: the group's title.
    ObservableValue<String> title() {
      return pipeline
          .project()
          .document()
          .map(now -> now.layout().frame(frame).map(Frame::title).orElse(frame));
    }

    /// Whether the group is there.
    boolean isThere() {
      return pipeline.project().document().get().layout().frame(frame).isPresent();
    }
  }

  /// An artifact.
  ///
  /// @param pipeline the project whose run made it
  /// @param artifact the artifact
  /// @param viewer who shows it
  /// @param focus what is shown first
  record Viewer(PipelineTab pipeline, ArtifactRow artifact, ArtifactViewer viewer, Focus focus)
      implements Tab {

    /// What stands on the tab: `StatisticsGen · statistics`, or `StatisticsGen · Facets Overview`.
    String title() {
      return artifact.node() + " · " + (viewer.name().isEmpty() ? artifact.port() : viewer.name());
    }
  }

  /// What a tab shows, and how it lets go of it.
  record Shown(Node view, Runnable dispose) {}

  /// Something else that is to be seen of a project. Two are one where project and key are.
  ///
  /// @param key tells it from the other pages of the project
  /// @param title what stands on the tab
  /// @param icon as Ikonli names it
  /// @param maker makes what it shows, when it is first shown
  record Page(PipelineTab pipeline, String key, String title, String icon, Supplier<Shown> maker)
      implements Tab {}

  /// An artifact that belongs to no open project.
  ///
  /// @param folder where it is
  /// @param title what stands on the tab
  /// @param viewer who shows it
  /// @param focus what is shown first
  record Outside(Path folder, String title, ArtifactViewer viewer, Focus focus) implements Tab {

    @Override
    public @Nullable PipelineTab pipeline() {
      return null;
    }
  }

  /// A page of the workbench's own.
  record Own(Pages.Kind kind) implements Tab {

    @Override
    public @Nullable PipelineTab pipeline() {
      return null;
    }
  }
}
