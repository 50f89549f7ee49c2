package dev.pipewright.app.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.settings.EngineLimits;
import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.protocol.RunRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Starts real processes.
class HostCommandTest {

  private static final String FLAGS = "pipewright.engine.flags";

  @TempDir private Path folder;

  @Test
  void saysWhatAHostPrintedThatDidNotStart() {
    FxQueue fx = new FxQueue();
    List<RunEnd> ends = new ArrayList<>();
    Engine engine = new Engine(fx.executor(), command("-XX:+NoSuchFlag"));
    RunRequest request = RunRequest.of("/p").named("a");
    engine.run(request, event -> {}, ends::add);
    fx.runUntil(Duration.ofSeconds(20), () -> !ends.isEmpty());
    RunEnd.EngineDied died = assertInstanceOf(RunEnd.EngineDied.class, ends.getFirst());
    assertTrue(died.death().reason().contains("exit code 1"), died::toString);
    assertTrue(died.death().lastLines().toString().contains("NoSuchFlag"), died::toString);
  }

  @Test
  void aHostEndsWithItsInputAndLeavesNothing() throws Exception {
    EngineConnection host = command("-XX:TieredStopAtLevel=1").start();
    host.toHost().close();
    assertEquals(0, host.exit().get(20, TimeUnit.SECONDS));
    try (var files = Files.list(folder.resolve("logs"))) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void saysThatThereIsNoJava() {
    Path java = folder.resolve("no/bin/java");
    HostCommand broken = new HostCommand(java, "", List.of(), folder.resolve("logs"));
    EnvironmentException e = assertThrows(EnvironmentException.class, broken::start);
    assertTrue(e.what().startsWith("The engine cannot be started"), e::what);
    assertTrue(e.fix().contains(java.toString()), e::fix);
  }

  @Test
  void startsWhereNoReportCanBeWritten() throws Exception {
    Files.writeString(folder.resolve("logs"), "a file where a folder should be");
    EngineConnection host = command("-XX:TieredStopAtLevel=1").start();
    host.toHost().close();
    assertEquals(0, host.exit().get(20, TimeUnit.SECONDS));
  }

  @Test
  void hasTheFlagsOfEveryEngine() throws IOException {
    List<String> flags =
        Files.readAllLines(Path.of("..", "packaging", "engine.jvm")).stream()
            .filter(line -> line.startsWith("-"))
            .toList();
    assertTrue(flags.contains("-XX:+UseParallelGC"), flags::toString);
    assertEquals(flags, HostCommand.usualFlags());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void limitsReachTheProcess() throws Exception {
    Path java = folder.resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\ncat \"${1#@}\"\necho\n"
            + "echo $CUDA_VISIBLE_DEVICES $TF_NUM_INTRAOP_THREADS $TF_NUM_INTEROP_THREADS"
            + " $OMP_NUM_THREADS\n");
    assertTrue(java.toFile().setExecutable(true));
    HostCommand limited = new HostCommand(java, "cp", List.of("-Da=b"), folder.resolve("logs"));
    limited.limit(new EngineLimits(true, 3000, 2));
    String said = new String(limited.start().fromHost().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(
        List.of("\"-Da=b\"", "\"-Xmx3000m\"", "\"-XX:ActiveProcessorCount=2\""),
        said.lines().limit(3).toList());
    assertEquals("-1 2 2 2", said.lines().toList().getLast());
  }

  @Test
  void startsWithLimits() throws Exception {
    HostCommand limited = command("-XX:TieredStopAtLevel=1");
    limited.limit(new EngineLimits(true, 512, 1));
    EngineConnection host = limited.start();
    host.toHost().close();
    assertEquals(0, host.exit().get(20, TimeUnit.SECONDS));
  }

  private HostCommand command(String flags) {
    String before = System.getProperty(FLAGS, "");
    System.setProperty(FLAGS, flags);
    try {
      return HostCommand.ofProcess(folder);
    } finally {
      System.setProperty(FLAGS, before);
    }
  }

  @ParameterizedTest
  @CsvSource({"137,SIGKILL", "139,SIGSEGV", "134,SIGABRT", "143,SIGTERM", "1,exit code 1"})
  void saysWhatAnExitCodeMeans(int code, String words) {
    assertTrue(ExitReason.of(code).contains(words), () -> ExitReason.of(code));
  }
}
