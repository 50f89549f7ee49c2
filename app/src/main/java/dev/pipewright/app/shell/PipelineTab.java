package dev.pipewright.app.shell;

import dev.pipewright.app.project.Project;
import dev.pipewright.app.root.OpenRoot;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.app.start.TableStart;
import dev.pipewright.app.versions.VersionKeeper;
import dev.pipewright.pipeline.NodeId;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// An open project.
final class PipelineTab implements Tab {

  private final Project project;
  private final RunModel run;
  private final GivenValues given;
  private final VersionKeeper versions;
  private final @Nullable OpenRoot root;
  private final ObjectProperty<@Nullable NodeId> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<List<NodeId>> selection = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<@Nullable TableStart> start = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable String> group = new SimpleObjectProperty<>();
  private final BooleanProperty hasSelection = new SimpleBooleanProperty();
  private CanvasCommands canvas = CanvasCommands.NONE;

  PipelineTab(Project project, RunModel run, VersionKeeper versions, Questions questions) {
    this(project, run, versions, questions, null);
  }

  /// @param root what the project is told from, where it is only looked at
  PipelineTab(
      Project project,
      RunModel run,
      VersionKeeper versions,
      Questions questions,
      @Nullable OpenRoot root) {
    this.project = project;
    this.run = run;
    this.versions = versions;
    this.root = root;
    this.given = new GivenValues(this, questions);
  }

  /// The runtime parameters that its runs are given.
  GivenValues given() {
    return given;
  }

  @Override
  public PipelineTab pipeline() {
    return this;
  }

  Project project() {
    return project;
  }

  RunModel run() {
    return run;
  }

  /// The versions that are kept of it.
  VersionKeeper versions() {
    return versions;
  }

  /// The one node that is selected, or null for none or several.
  ObjectProperty<@Nullable NodeId> selected() {
    return selected;
  }

  /// Whether anything is selected on the canvas: a node, a link, a frame or a note.
  BooleanProperty hasSelection() {
    return hasSelection;
  }

  /// The group that is selected, or that the one selected node is in; null for none.
  ObjectProperty<@Nullable String> group() {
    return group;
  }

  /// All nodes that are selected.
  ObjectProperty<List<NodeId>> selection() {
    return selection;
  }

  /// A person is still asked what shall be predicted; null when not.
  ObjectProperty<@Nullable TableStart> start() {
    return start;
  }

  /// The canvas that shows it.
  CanvasCommands canvas() {
    return canvas;
  }

  void setCanvas(CanvasCommands shown) {
    canvas = shown;
  }

  /// The project's file; null for one that was never saved.
  @Nullable Path file() {
    return project.file().get();
  }

  /// The root that is looked at; null for a project that is worked on.
  @Nullable OpenRoot root() {
    return root;
  }

  /// What opens it again: its file, or the root's folder or store; null for a project that was
  /// never saved.
  @Nullable Path origin() {
    return root == null ? file() : root.root().opened();
  }

  /// What stands on the tab: the file's name, or the pipeline's for one that was never saved.
  String title() {
    Path file = file();
    return file == null ? project.document().get().name() : file.getFileName().toString();
  }

  void close() {
    if (root != null) {
      root.close();
    }
    run.close();
    versions.close();
    project.close();
  }
}
