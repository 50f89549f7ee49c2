package dev.pipewright.host.penguins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The penguins project in a folder of a test's own, and the command line in a process of its own.
final class Sample {

  private static final List<String> FILES = List.of("penguins.pipewright", "data/penguins.csv");

  private Sample() {}

  /// A copy of the project.
  ///
  /// @return the project file
  static Path copyTo(Path folder) throws IOException {
    for (String file : FILES) {
      Path target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      try (InputStream in =
          Sample.class.getResourceAsStream(
              "/dev/pipewright/data/starter/templates/penguins/" + file)) {
        Files.copy(in, target);
      }
    }
    return folder.resolve(FILES.getFirst());
  }

  /// `pipewright` with these arguments, in a JVM of its own; what it prints goes to a file.
  static Process start(Path output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dev.pipewright.host.Main");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
