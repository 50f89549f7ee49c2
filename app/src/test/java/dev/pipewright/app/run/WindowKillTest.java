package dev.pipewright.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.run.RunProgress.Outcome;
import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.app.thread.Patience;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.NodeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kills the process of a window whose engine is at work.
class WindowKillTest {

  /// The load of a machine is a mean of the last minute, and says nothing of what others do on the
  /// same hardware: builds have been seen at half their usual speed. An engine that nothing ends
  /// lives on for as long as its training.
  private static final int SLACK = 2;

  @TempDir private Path folder;
  private final FxQueue fx = new FxQueue();

  /// @param batch a step of the large one is a second of native code, which nothing can interrupt
  @ParameterizedTest
  @ValueSource(ints = {20, 400_000})
  void theEngineEndsWithItsWindowAndItsRunIsFoundAgain(int batch) throws Exception {
    Path project = folder.resolve("project");
    Process window =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Window.class.getName(),
                project.toString(),
                Integer.toString(batch))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String pid = window.inputReader().readLine();
    ProcessHandle engine = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    assertTrue(engine.isAlive());

    window.destroyForcibly().waitFor();
    long killed = System.nanoTime();
    while (isAlive(engine) && System.nanoTime() - killed < 60_000_000_000L) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    long millis = (System.nanoTime() - killed) / 1_000_000;
    long promised = SLACK * Patience.of(Duration.ofSeconds(2)).toMillis();
    assertTrue(millis < promised, () -> "the engine lived on for " + millis + " ms");

    try (Penguins penguins = Penguins.open(project, fx.executor())) {
      RunModel run = penguins.run();
      fx.runUntil(() -> run.progress().get().number() == 1);
      // An engine that had the time has recorded that the run was stopped.
      assertTrue(
          Set.of(Outcome.CANCELLED, Outcome.ENGINE_ENDED).contains(run.progress().get().outcome()));
      assertEquals(State.DONE, state(run, "Transform"));
      assertTrue(Set.of(State.CANCELLED, State.FAILED).contains(state(run, "Trainer")));
      assertEquals(State.CANCELLED, state(run, "Pusher"));
      run.runTo(new NodeId("Transform"));
      fx.runUntil(Duration.ofSeconds(60), () -> run.state().get() == RunState.IDLE);
      assertEquals(4, run.progress().get().cached());
    }
  }

  /// A process that has ended stays in the list until its parent asks for it. The engine's is gone,
  /// so that this is the first process of the machine or the container, which takes a second or two
  /// where it is a lazy one.
  private static boolean isAlive(ProcessHandle process) throws IOException {
    Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
    if (!Files.exists(stat)) {
      return process.isAlive();
    }
    try {
      String text = Files.readString(stat);
      // After the name, which may have spaces and brackets in it: the state, and how many threads.
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      return !(fields[0].equals("Z") && fields[17].equals("1"));
    } catch (NoSuchFileException e) {
      return false; // It has gone while it was looked at.
    }
  }

  private static State state(RunModel run, String node) {
    return run.nodes().get(new NodeId(node)).status().get().state();
  }
}
