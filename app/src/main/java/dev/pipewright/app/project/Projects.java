package dev.pipewright.app.project;

import dev.pipewright.app.text.FileTrouble;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens, makes and recovers projects. May be used on any thread; a project that was got from here
/// belongs to the JavaFX thread from then on.
public final class Projects {

  private static final Texts TEXTS = Texts.of(Projects.class);

  private final FxExecutor fx;
  private final ComponentRegistry registry;
  private final RecoveryFolder recovery;
  private final FileWriter writer;
  private final Consumer<EngineException> troubles;

  /// Projects whose unsaved changes are kept below this folder.
  ///
  /// @param settings the folder of the workbench's settings; need not be there
  /// @param troubles told, on the JavaFX thread, when unsaved changes cannot be kept
  public Projects(
      FxExecutor fx,
      ComponentRegistry registry,
      Path settings,
      Consumer<EngineException> troubles) {
    this(fx, registry, settings, troubles, WholeFile::write);
  }

  /// Projects whose files are written in another way.
  Projects(
      FxExecutor fx,
      ComponentRegistry registry,
      Path settings,
      Consumer<EngineException> troubles,
      FileWriter writer) {
    this.fx = fx;
    this.registry = registry;
    this.recovery = new RecoveryFolder(settings.resolve("recovery"));
    this.troubles = troubles;
    this.writer = writer;
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

  /// A project that was never saved, of what was one.
  ///
  /// @param file that project's, which its relative paths start beside; null where it has none
  public Project copy(String name, Pipeline pipeline, @Nullable Path file) {
    Project project = untitled(name);
    Pipeline free =
        file == null
            ? pipeline
            : MovedPaths.absolute(
                pipeline, registry, file.toAbsolutePath().normalize().resolveSibling(""));
    project.restore(free.withName(name));
    return project;
  }

  /// Opens the projects whose unsaved changes ended windows have left, the newest first, each with
  /// what was last saved as the state before its one edit. If its file has changed since, it says
  /// so. Where two have left changes of one file, the older ones are a project of their own that
  /// was never saved. Changes that cannot be read are set aside.
  ///
  /// @param damaged told of changes, or of a folder, that cannot be read
  public List<Project> recover(Consumer<EngineException> damaged) {
    List<Project> projects = new ArrayList<>();
    Set<Path> files = new HashSet<>();
    for (Recovered left : left(damaged)) {
      boolean isFirst = left.project() == null || files.add(left.project());
      recover(isFirst ? left : left.withoutProject(), damaged).ifPresent(projects::add);
    }
    return projects;
  }

  private List<Recovered> left(Consumer<EngineException> damaged) {
    try {
      return recovery.left();
    } catch (IOException e) {
      damaged.accept(
          new EnvironmentException(
              TEXTS.get("recovery.unreachable", FileTrouble.reason(e)),
              Location.of(recovery.path()),
              TEXTS.get("recovery.unreachable.fix"),
              e));
      return List.of();
    }
  }

  private Optional<Project> recover(Recovered left, Consumer<EngineException> damaged) {
    try {
      Pipeline saved = parse(left.saved(), left.store());
      Pipeline unsaved = parse(left.text(), left.store());
      Path file = left.project();
      OpenFile open = file == null ? OpenFile.NONE : OpenFile.based(file, left.base());
      Project project = project(saved, open);
      fx.execute(() -> project.adopt(left.store(), unsaved));
      return Optional.of(project);
    } catch (ProjectException e) {
      damaged.accept(setAside(left.store(), e));
      return Optional.empty();
    }
  }

  private static Pipeline parse(String text, Path store) {
    return ProjectFile.parse(text.getBytes(StandardCharsets.UTF_8), store.toString());
  }

  private EngineException setAside(Path store, ProjectException why) {
    try {
      return new EnvironmentException(
          TEXTS.get("recovery.damaged", why.what()),
          Location.of(recovery.setAside(store)),
          TEXTS.get("recovery.damaged.fix"),
          why);
    } catch (IOException e) {
      why.addSuppressed(e);
      return why;
    }
  }

  /// A project that is only looked at, and is nowhere kept.
  public Project toRead(Pipeline document) {
    return project(document, OpenFile.NONE, Project.Use.READING);
  }

  private Project project(Pipeline document, OpenFile file) {
    return project(document, file, Project.Use.EDITING);
  }

  private Project project(Pipeline document, OpenFile file, Project.Use use) {
    return new Project(document, file, fx, registry, recovery, writer, troubles, use);
  }
}
