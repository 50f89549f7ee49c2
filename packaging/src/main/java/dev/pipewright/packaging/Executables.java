package dev.pipewright.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The image's two executables: the workbench, and the command line that is the engine too.
///
/// The workbench starts its engine as a child process, with the image's own `bin/java`, its own
/// class path and what two system properties tell it: `pipewright.engine.flags` (JVM flags,
/// separated by spaces) and `pipewright.engine.aot` (a file).
record Executables(Executable workbench, Executable commandLine) {
  static final String WORKBENCH = "Pipewright";
  static final String COMMAND_LINE = "pipewright";

  /// The executables of a system.
  ///
  /// @param engineFlags the file of the engine's JVM flags, one a line
  static Executables of(OperatingSystem system, Path engineFlags) throws IOException {
    String natives = Executable.APP_FOLDER + "/" + Staging.NATIVE;
    String sqlite = "-Dorg.sqlite.lib.path=" + natives;
    List<String> engine = new ArrayList<>(flags(Files.readAllLines(engineFlags)));
    engine.add("-Djava.library.path=" + natives);
    engine.add("-Dorg.bytedeco.javacpp.pathsfirst=true");
    engine.add(sqlite);
    Executable commandLine =
        new Executable(commandLineName(system), "dev.pipewright.host.Main", engine, "engine.aot");
    List<String> workbench =
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            // A machine's default would be a 64th of its memory to begin with, and a quarter at
            // most.
            "-Xms128m",
            "-Xmx1g",
            // C2 competes with the start for the processor: 0.4 s until the first frame. The canvas
            // draws its frames in time without it.
            "-XX:TieredStopAtLevel=1",
            sqlite,
            "-Dpipewright.engine.flags=" + String.join(" ", engine),
            "-Dpipewright.engine.aot=" + Executable.APP_FOLDER + "/" + commandLine.cache());
    return new Executables(
        new Executable(WORKBENCH, "dev.pipewright.app.Main", workbench, "workbench.aot"),
        commandLine);
  }

  Stream<Executable> all() {
    return Stream.of(workbench, commandLine);
  }

  /// Where file names that differ only in case are one file, it has another name.
  private static String commandLineName(OperatingSystem system) {
    return system == OperatingSystem.LINUX ? COMMAND_LINE : COMMAND_LINE + "-command";
  }

  private static List<String> flags(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
