package dev.pipewright.app.engine;

import dev.pipewright.app.settings.EngineLimits;
import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The command that starts an engine host: `pipewright engine` on the Java and the class path of
/// this process, with flags of its own. The system property `pipewright.engine.flags` adds flags,
/// `pipewright.engine.aot` names an AOT cache.
public final class HostCommand implements EngineStarter {

  private static final Texts TEXTS = Texts.of(HostCommand.class);

  /// The flags of every engine's JVM, one a line: the checkout's `packaging/engine.jvm`.
  private static final String FLAGS = "engine.jvm";

  private final Path java;
  private final String classPath;
  private final List<String> flags;
  private final Path reports;
  private volatile EngineLimits limits = EngineLimits.NONE;

  /// A command of these parts.
  HostCommand(Path java, String classPath, List<String> flags, Path reports) {
    this.java = java;
    this.classPath = classPath;
    this.flags = List.copyOf(flags);
    this.reports = reports;
  }

  /// The command for hosts of this process.
  ///
  /// @param settings the folder of the workbench's settings, where crashes are told of
  public static HostCommand ofProcess(Path settings) {
    List<String> flags = new ArrayList<>(usualFlags());
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

  static List<String> usualFlags() {
    try (InputStream file = Objects.requireNonNull(HostCommand.class.getResourceAsStream(FLAGS))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own file cannot be read", e);
    }
  }

  private static List<String> flags(@Nullable String text) {
    return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  @Override
  public void limit(EngineLimits now) {
    limits = now;
  }

  @Override
  public EngineConnection start() {
    Path folder = reports();
    EngineLimits now = limits;
    try {
      Path arguments = arguments(folder, now);
      try {
        ProcessBuilder builder = new ProcessBuilder(java.toString(), "@" + arguments);
        builder.environment().putAll(environment(now));
        Process process = builder.start();
        process.onExit().thenRun(() -> arguments.toFile().delete());
        return new HostProcess(process, folder);
      } catch (IOException e) {
        Files.deleteIfExists(arguments);
        throw e;
      }
    } catch (IOException e) {
      throw new EnvironmentException(
          TEXTS.get("engine.unstartable", String.valueOf(e.getMessage())),
          Location.NONE,
          TEXTS.get("engine.unstartable.fix", java),
          e);
    }
  }

  /// Where a crash is told of: a host is worth more than its report, so that it need not be there.
  private Path reports() {
    try {
      return Files.createDirectories(reports);
    } catch (IOException e) {
      return Path.of(System.getProperty("java.io.tmpdir"));
    }
  }

  /// A class path may be longer than a command line.
  private Path arguments(Path folder, EngineLimits now) throws IOException {
    Path file = Files.createTempFile("pipewright-engine-", ".args");
    List<String> arguments =
        Stream.of(
                flags,
                flags(now),
                List.of(
                    "-XX:ErrorFile=" + folder.resolve(HostProcess.REPORT),
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

  /// A limit of memory is one of the heap; Java's pools are as large as the cores it counts.
  private static List<String> flags(EngineLimits now) {
    List<String> made = new ArrayList<>();
    if (now.megabytes() > 0) {
      made.add("-Xmx" + now.megabytes() + "m");
    }
    if (now.threads() > 0) {
      made.add("-XX:ActiveProcessorCount=" + now.threads());
    }
    return made;
  }

  /// TensorFlow reads how many threads it may have, and CUDA which devices, from the environment.
  private static Map<String, String> environment(EngineLimits now) {
    Map<String, String> made = new TreeMap<>();
    if (now.isCpuAlone()) {
      made.put("CUDA_VISIBLE_DEVICES", "-1");
    }
    if (now.threads() > 0) {
      String threads = Integer.toString(now.threads());
      List.of("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS")
          .forEach(name -> made.put(name, threads));
    }
    return made;
  }

  private static String quote(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
