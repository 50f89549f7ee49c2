package dev.pipewright.packaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A display that nobody sees: Xvfb's.
final class Display implements AutoCloseable {
  private static final String SERVER = "Xvfb";

  private final Process server;
  private final String name;
  private final Path folder;

  private Display(Process server, String name, Path folder) {
    this.server = server;
    this.name = name;
    this.folder = folder;
  }

  /// Opens a display of 1600 x 1000, where Xvfb is installed.
  ///
  /// @param folder where it keeps its picture
  static Optional<Display> open(Path folder) throws IOException {
    if (!Command.exists(SERVER)) {
      return Optional.empty();
    }
    Files.createDirectories(folder);
    Process server =
        new ProcessBuilder(
                SERVER,
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1600x1000x24",
                "-nolisten",
                "tcp",
                "-fbdir",
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader says = server.inputReader();
    String number = says.readLine();
    if (number == null) {
      throw new IOException(SERVER + " did not start.");
    }
    return Optional.of(new Display(server, ":" + number.strip(), folder));
  }

  /// What `DISPLAY` is to be.
  String name() {
    return name;
  }

  /// What it shows, as an XWD file.
  Path picture() {
    return folder.resolve("Xvfb_screen0");
  }

  @Override
  public void close() {
    server.destroy();
  }
}
