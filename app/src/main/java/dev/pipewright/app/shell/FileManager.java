package dev.pipewright.app.shell;

import dev.pipewright.app.text.FileTrouble;
import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The program with which the system shows files.
final class FileManager {

  private static final Texts TEXTS = Texts.of(FileManager.class);

  private FileManager() {}

  /// Shows a file in its folder, or a folder. Not for the JavaFX thread.
  ///
  /// @return what was shown
  /// @throws EnvironmentException when there is no such program
  static Path reveal(Path path) {
    try {
      new ProcessBuilder(command(System.getProperty("os.name"), path))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return path;
    } catch (IOException e) {
      throw new EnvironmentException(
          TEXTS.get("reveal.failed", FileTrouble.reason(e)),
          Location.of(path),
          TEXTS.get("reveal.fix"),
          e);
    }
  }

  /// How a system does it.
  static List<String> command(String system, Path path) {
    if (system.startsWith("Windows")) {
      return List.of("explorer.exe", "/select," + path);
    }
    if (system.startsWith("Mac")) {
      return List.of("open", "-R", path.toString());
    }
    Path parent = path.getParent();
    Path folder = Files.isDirectory(path) || parent == null ? path : parent;
    return List.of("xdg-open", folder.toString());
  }
}
