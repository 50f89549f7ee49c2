package dev.pipewright.packaging;

import dev.pipewright.protocol.EngineClient;
import dev.pipewright.protocol.EngineServer;
import dev.pipewright.protocol.RunRequest;
import dev.pipewright.protocol.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/// Runs each launcher's program once on the image's runtime, so that later starts find its classes
/// loaded and linked in an AOT cache. The paths in a cache are relative to where the image lies;
/// the times of its jars are not to change.
///
/// @param image the image
/// @param jars the class path's file names, in order
/// @param scratch a folder for what the programs write
record AotTraining(Image image, List<String> jars, Path scratch) {
  private static final long PATIENCE_SECONDS = 300;
  private static final long PAUSE_MILLIS = 100;

  /// JavaFX classes that are first used after the first frame.
  private static final long LOOKING_MILLIS = 3000;

  AotTraining {
    jars = List.copyOf(jars);
  }

  /// Serves a run of a project as the engine of a workbench does.
  void engine(Executable launcher, Path project) throws IOException, InterruptedException {
    Path log = scratch.resolve("engine.log");
    List<String> words = words(launcher, List.of(), List.of("engine"));
    Process process = new ProcessBuilder(words).redirectError(log.toFile()).start();
    try {
      EngineServer server = connect(process);
      RunResult result =
          server.run(RunRequest.of(project.toString())).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      // Asked to end, an engine ends as if killed, and a JVM that is killed writes no cache. Its
      // input stays open.
      process.toHandle().destroy();
      await(process, log);
      if (!result.outcome().equals("done")) {
        throw new IOException(
            "The sample's run ended as " + result + ":\n" + Files.readString(log));
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("The engine did not run the sample:\n" + Files.readString(log), e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static EngineServer connect(Process process) {
    Launcher<EngineServer> connection =
        new Launcher.Builder<EngineServer>()
            .setLocalService((EngineClient) event -> {})
            .setRemoteInterface(EngineServer.class)
            .setInput(process.getInputStream())
            .setOutput(process.getOutputStream())
            .create();
    connection.startListening();
    return connection.getRemoteProxy();
  }

  /// Opens a project in the workbench: on Xvfb where there is one, else on JavaFX's headless
  /// platform.
  void workbench(Executable launcher, Path project) throws IOException, InterruptedException {
    try (Screen screen = new Screen(Display.open(scratch.resolve("display")))) {
      Path started = scratch.resolve("first-frame");
      Path log = scratch.resolve("workbench.log");
      List<String> options = new ArrayList<>(screen.options());
      options.add("-Dpipewright.startup.log=" + started);
      options.add("-Dpipewright.settings=" + scratch.resolve("settings"));
      ProcessBuilder builder =
          new ProcessBuilder(words(launcher, options, List.of(project.toString())))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      screen.describe(builder);
      Process process = builder.start();
      try {
        awaitFile(started, process, log);
        Thread.sleep(LOOKING_MILLIS);
        process.destroy();
        await(process, log);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  /// Where the workbench is shown.
  private record Screen(Optional<Display> display) implements AutoCloseable {
    List<String> options() {
      return display.isPresent()
          ? List.of()
          : List.of("-Dglass.platform=Headless", "-Dprism.order=sw");
    }

    void describe(ProcessBuilder builder) {
      display.ifPresent(shown -> builder.environment().put("DISPLAY", shown.name()));
    }

    @Override
    public void close() {
      display.ifPresent(Display::close);
    }
  }

  private List<String> words(Executable launcher, List<String> more, List<String> arguments) {
    return Stream.of(
            List.of(image.java().toString()),
            launcher.trainingOptions(image.appFolder()),
            more,
            List.of("-cp", image.classPath(jars), launcher.mainClass()),
            arguments)
        .flatMap(List::stream)
        .toList();
  }

  private static void awaitFile(Path file, Process process, Path log)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.exists(file)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("The workbench drew no frame:\n" + Files.readString(log));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static void await(Process process, Path log) throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("The program did not end:\n" + Files.readString(log));
    }
  }
}
