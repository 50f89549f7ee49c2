package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.component.ParameterType.PathName.Role;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks a person for a file or folder. Who knows the project's folder gives paths relative to it.
public interface PathChooser {

  /// The path that the person chose, as it is to stand in the document; empty when they cancelled.
  ///
  /// @param role what the path is for
  /// @param current what is set now; may be empty
  /// @param owner the window to ask in front of
  Optional<String> choose(Role role, String current, Window owner);

  /// The system's own dialogs; absolute paths.
  static PathChooser ofSystem() {
    return (role, current, owner) -> asked(role, new File(current).getAbsoluteFile(), owner);
  }

  /// The path as it is to stand in the document of a project in this folder.
  static String relative(Path chosen, Path folder) {
    Path path = chosen.toAbsolutePath().normalize();
    Path base = folder.toAbsolutePath().normalize();
    if (!path.startsWith(base)) {
      return path.toString();
    }
    String inside = base.relativize(path).toString().replace(File.separatorChar, '/');
    return inside.isEmpty() ? "." : inside;
  }

  private static Optional<String> asked(Role role, File start, Window owner) {
    File folder = start.isDirectory() ? start : start.getParentFile();
    File known = folder != null && folder.isDirectory() ? folder : null;
    if (role == Role.INPUT_FILE) {
      FileChooser chooser = new FileChooser();
      chooser.setInitialDirectory(known);
      return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::getPath);
    }
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setInitialDirectory(known);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::getPath);
  }
}
