package dev.pipewright.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A tool run to its end.
///
/// @param words its path or name, and its arguments
/// @param environment what is added to the environment
record Command(List<String> words, Map<String, String> environment) {
  Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  static Command of(String... words) {
    return new Command(List.of(words), Map.of());
  }

  Command with(Map<String, String> more) {
    return new Command(words, more);
  }

  /// Runs it.
  ///
  /// @throws IOException if it cannot be started or fails, with what it printed
  void run() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", words) + "\nended with " + code + ":\n" + printed);
    }
  }

  /// Whether a tool is on the PATH.
  static boolean exists(String tool) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
