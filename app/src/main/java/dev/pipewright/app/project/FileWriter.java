package dev.pipewright.app.project;

import java.io.IOException;
import java.nio.file.Path;

/// Writes a file whole or not at all, as `WholeFile` does.
@FunctionalInterface
interface FileWriter {

  /// Makes or replaces the file.
  void write(Path file, byte[] content) throws IOException;
}
