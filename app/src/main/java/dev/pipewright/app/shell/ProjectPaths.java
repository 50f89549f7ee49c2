package dev.pipewright.app.shell;

import dev.pipewright.nodes.form.PathChooser;
import dev.pipewright.pipeline.component.ParameterType.PathName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks for the paths that a project's parameters name. What lies in the project's folder is named
/// from there, so that the folder can be moved as a whole.
final class ProjectPaths implements PathChooser {

  private final Workbench workbench;
  private final PipelineTab tab;

  ProjectPaths(Workbench workbench, PipelineTab tab) {
    this.workbench = workbench;
    this.tab = tab;
  }

  @Override
  public Optional<String> choose(PathName.Role role, String current, Window owner) {
    Path file = tab.file();
    Path folder = file == null ? null : file.getParent();
    return workbench.questions().path(role, start(current, folder)).map(path -> text(path, folder));
  }

  private static Path start(String current, @Nullable Path folder) {
    Path from = folder == null ? Path.of("") : folder;
    try {
      return from.resolve(current).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return from.toAbsolutePath(); // No path: the checks say so.
    }
  }

  private static String text(Path chosen, @Nullable Path folder) {
    return folder == null
        ? chosen.toAbsolutePath().normalize().toString()
        : PathChooser.relative(chosen, folder);
  }
}
