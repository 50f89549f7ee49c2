package dev.pipewright.host.penguins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.host.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the command line at random moments, as a power cut would, and runs it again. Ten kills
/// that hit a run at work here; a campaign of a hundred is `mvn -pl engine/host -am verify
/// -Dtest=dev.pipewright.host.penguins.KillTest -Dsurefire.failIfNoSpecifiedTests=false
/// -Dpipewright.kills=100`.
class KillTest {

  private static final int KILLS = Integer.getInteger("pipewright.kills", 10);
  private static final long SEED = Long.getLong("pipewright.seed", 20261123L);

  @TempDir private Path folder;

  @Test
  void aKilledRunEndsTheSameWhenItIsRunAgain() throws Exception {
    Path project = Sample.copyTo(folder.resolve("project"));
    Path quiet = folder.resolve("undisturbed");
    long millis = millisAtWork(project, quiet);
    SortedMap<String, String> undisturbed = RunContent.of(quiet);
    Random random = new Random(SEED);
    int attempts = 0;
    int effective = 0;
    for (; effective < KILLS && attempts < 10 * KILLS; attempts++) {
      Path root = folder.resolve("killed-" + attempts);
      long moment = random.nextLong(millis);
      OptionalLong took = kill(project, root, moment);
      if (took.isPresent()) {
        millis = Math.max(1, took.getAsLong()); // The machine is less busy than it was.
      } else {
        effective++;
        String when = "kill " + attempts + ", " + moment + " of " + millis + " ms into the run";
        CommandRun again = CommandRun.of("run", project.toString(), "--root", root.toString());
        assertEquals(0, again.exitCode(), () -> when + "\n" + again.all());
        assertEquals(undisturbed, RunContent.of(root), when);
      }
    }
    String summary = effective + " of " + attempts + " kills hit a run at work";
    System.out.println("KillTest: " + summary + "; all ended as the undisturbed run did.");
    assertEquals(KILLS, effective, summary);
  }

  /// How long an undisturbed run is at work, in a process that has started.
  private long millisAtWork(Path project, Path root) throws IOException, InterruptedException {
    Process process = start(project, root);
    awaitBegin(process, root);
    long start = System.nanoTime();
    while (process.isAlive() && !hasEnded(root)) {
      Thread.sleep(1);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), () -> output(root));
    return millis;
  }

  /// Kills a run this long after it began.
  ///
  /// @return how long the run took when it had ended by then: running it again would not go on with
  ///   it, but be a second run
  private OptionalLong kill(Path project, Path root, long millis)
      throws IOException, InterruptedException {
    Process process = start(project, root);
    awaitBegin(process, root);
    long start = System.nanoTime();
    long elapsed = 0;
    while (elapsed < millis && !hasEnded(root)) {
      Thread.sleep(1);
      elapsed = (System.nanoTime() - start) / 1_000_000;
    }
    process.destroyForcibly().waitFor();
    return hasEnded(root) ? OptionalLong.of(elapsed) : OptionalLong.empty();
  }

  private static void awaitBegin(Process process, Path root) throws InterruptedException {
    while (process.isAlive() && !Files.exists(unfinished(root))) {
      Thread.sleep(1);
    }
  }

  /// Whether a run that began came to its end, though its process may still have been there.
  private static boolean hasEnded(Path root) {
    return !Files.exists(unfinished(root));
  }

  private static Path unfinished(Path root) {
    return root.resolve(".pipewright").resolve("unfinished");
  }

  private static Process start(Path project, Path root) throws IOException {
    Files.createDirectories(root);
    return Sample.start(
        root.resolveSibling(root.getFileName() + ".txt"),
        "run",
        project.toString(),
        "--root",
        root.toString());
  }

  private static String output(Path root) {
    try {
      return Files.readString(root.resolveSibling(root.getFileName() + ".txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
