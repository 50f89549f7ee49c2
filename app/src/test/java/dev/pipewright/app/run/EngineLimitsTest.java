package dev.pipewright.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.engine.EngineState;
import dev.pipewright.app.run.RunProgress.Outcome;
import dev.pipewright.app.settings.EngineLimits;
import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.pipeline.NodeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the settings allow an engine is what a host that has TensorFlow at work takes.
@EnabledOnOs(OS.LINUX)
class EngineLimitsTest {

  /// Native threads are called as the one that they come from: this one has TensorFlow begin.
  private static final String TENSORFLOW = "tensorflow-warm";

  @TempDir private Path folder;
  private final FxQueue fx = new FxQueue();

  @Test
  void tensorFlowHasNoMoreThreadsAndJavaNoMoreMemory() throws Exception {
    try (Penguins penguins = Penguins.open(folder.resolve("project"), fx.executor())) {
      penguins.engine().limit(new EngineLimits(true, 700, 1));
      RunModel run = penguins.run();
      run.runTo(new NodeId("Transform"));
      fx.runUntil(Duration.ofSeconds(120), () -> run.state().get() == RunState.IDLE);
      assertEquals(Outcome.DONE, run.progress().get().outcome());
      long host = ((EngineState.Ready) penguins.engine().state().get()).info().pid();
      List<String> threads = threads(host);
      // It has two pools of threads: between operations, and within.
      long pools = threads.stream().filter(TENSORFLOW::equals).count() - 1;
      assertTrue(pools > 0 && pools <= 2, threads::toString);
      assertEquals(1, threads.stream().filter(name -> name.startsWith("GC Thread")).count());
      assertTrue(flags(host).contains("-XX:MaxHeapSize=" + (700L << 20)));
    }
  }

  private static List<String> threads(long process) throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
      return tasks.map(task -> name(task.resolve("comm"))).sorted().toList();
    }
  }

  private static String name(Path comm) {
    try {
      return Files.readString(comm).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String flags(long process) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    return new String(
        new ProcessBuilder(jcmd, Long.toString(process), "VM.flags")
            .start()
            .getInputStream()
            .readAllBytes(),
        StandardCharsets.UTF_8);
  }
}
