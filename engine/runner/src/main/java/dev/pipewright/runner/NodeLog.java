package dev.pipewright.runner;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/// The log of a node in a run. The file is made with its first line.
final class NodeLog {

  private final Path file;

  NodeLog(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  synchronized void write(String line) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  void write(Throwable error) throws IOException {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    write(trace.toString().strip());
  }
}
