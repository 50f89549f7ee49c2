package dev.pipewright.app.engine;

import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The command that starts an engine host: `pipewright engine` on the Java and the class path of
/// this process, with flags of its own. The system property `pipewright.engine.flags` adds flags,
/// `pipewright.engine.aot` names an AOT cache.
public final class HostCommand implements EngineStarter {

  /// The young generation is bounded: the reading of large data would fill any.
  private static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:+UseParallelGC",
          "-XX:MaxNewSize=384m");

  private final Path java;
  private final String classPath;
  private final List<String> flags;
  private final Path reports;

  private HostCommand(Path java, String classPath, List<String> flags, Path reports) {
    this.java = java;
    this.classPath = classPath;
    this.flags = List.copyOf(flags);
    this.reports = reports;
  }

  /// The command for hosts of this process.
  ///
  /// @param settings the folder of the workbench's settings, where crashes are told of
  public static HostCommand ofProcess(Path settings) {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.addAll(flags(System.getProperty("pipewright.engine.flags")));
    String cache = System.getProperty("pipewright.engine.aot");
    if (cache != null && Files.exists(Path.of(cache))) {
      flags.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
    }
    return new HostCommand(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        System.getProperty("java.class.path"),
        flags,
        settings.resolve("logs"));
  }

  private static List<String> flags(@Nullable String text) {
    return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  @Override
  public EngineConnection start() {
    try {
      Files.createDirectories(reports);
      Path arguments = arguments();
      try {
        Process process = new ProcessBuilder(java.toString(), "@" + arguments).start();
        process.onExit().thenRun(() -> arguments.toFile().delete());
        return new HostProcess(process, reports);
      } catch (IOException e) {
        Files.deleteIfExists(arguments);
        throw e;
      }
    } catch (IOException e) {
      throw new EnvironmentException(
          "The engine cannot be started: " + e.getMessage() + ".",
          Location.of(java),
          "Check that the installation is complete and that there is disk space, then try again.",
          e);
    }
  }

  /// A class path may be longer than a command line.
  private Path arguments() throws IOException {
    Path file = Files.createTempFile("pipewright-engine-", ".args");
    List<String> arguments =
        Stream.of(
                flags,
                List.of(
                    "-XX:ErrorFile=" + reports.resolve(HostProcess.REPORT),
                    "-cp",
                    classPath,
                    "dev.pipewright.host.Main",
                    "engine"))
            .flatMap(List::stream)
            .toList();
    Files.writeString(
        file, arguments.stream().map(HostCommand::quote).collect(Collectors.joining("\n")));
    return file;
  }

  private static String quote(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
