package dev.pipewright.app.inspector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// The system's own program for files.
final class FileManager {

  private FileManager() {}

  /// Shows a folder in it.
  ///
  /// @return whether there is such a program
  static boolean show(Path folder) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String program =
        system.contains("win") ? "explorer" : system.contains("mac") ? "open" : "xdg-open";
    try {
      new ProcessBuilder(program, folder.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
