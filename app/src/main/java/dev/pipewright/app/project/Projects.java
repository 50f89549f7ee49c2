package dev.pipewright.app.project;

import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.file.ProjectFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Opens, makes and recovers projects. May be used on any thread; a project that was got from here
/// belongs to the JavaFX thread from then on.
public final class Projects {

  private final FxExecutor fx;
  private final ComponentRegistry registry;
  private final RecoveryFolder recovery;

  /// Projects whose unsaved changes are kept below this folder.
  ///
  /// @param settings the folder of the workbench's settings; need not be there
  public Projects(FxExecutor fx, ComponentRegistry registry, Path settings) {
    this.fx = fx;
    this.registry = registry;
    this.recovery = new RecoveryFolder(settings.resolve("recovery"));
  }

  /// Opens a project file.
  ///
  /// @throws dev.pipewright.pipeline.EngineException when there is no such file or it is not a
  ///   project, with its line and column
  public Project open(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    OpenFile.Read read = OpenFile.read(absolute);
    return project(read.document(), read.file());
  }

  /// A new project that was never saved.
  public Project untitled(String name) {
    return project(Pipeline.of(name, List.of()), OpenFile.NONE);
  }

  /// The unsaved changes that ended windows have left, the newest first.
  ///
  /// @throws EnvironmentException when the settings cannot be read
  public List<Recovered> recoverable() {
    try {
      return recovery.left();
    } catch (IOException e) {
      throw settings(e);
    }
  }

  /// Opens a project with its unsaved changes. It is to be saved; if its file has changed since the
  /// changes were made, it says so.
  ///
  /// @throws dev.pipewright.pipeline.EngineException when the changes cannot be read
  public Project recover(Recovered left) {
    byte[] text = left.text().getBytes(StandardCharsets.UTF_8);
    Pipeline document = ProjectFile.parse(text, left.store().toString());
    OpenFile file =
        left.project() == null ? OpenFile.NONE : OpenFile.based(left.project(), left.base());
    Project project = project(document, file);
    project.adopt(left.store());
    return project;
  }

  /// Throws unsaved changes away.
  ///
  /// @throws EnvironmentException when they cannot be deleted
  public void discard(Recovered left) {
    try {
      recovery.delete(left.store());
    } catch (IOException e) {
      throw settings(e);
    }
  }

  private Project project(Pipeline document, OpenFile file) {
    return new Project(document, file, fx, registry, recovery);
  }

  private static EnvironmentException settings(IOException e) {
    return new EnvironmentException(
        "Unsaved changes of earlier windows cannot be reached: " + e.getMessage() + ".",
        Location.NONE,
        "Check the rights of the settings folder.",
        e);
  }
}
