package dev.pipewright.host.penguins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the command line at random moments, as a power cut would, and runs it again. Ten kills
/// here; a campaign of a hundred is `mvn -pl engine/host -am verify -Dtest=KillTest
/// -Dpipewright.kills=100`.
class KillTest {

  private static final int KILLS = Integer.getInteger("pipewright.kills", 10);
  private static final long SEED = Long.getLong("pipewright.seed", 20261123L);

  @TempDir private Path folder;

  @Test
  void aKilledRunEndsTheSameWhenItIsRunAgain() throws Exception {
    Path project = Sample.copyTo(folder.resolve("project"));
    long start = System.nanoTime();
    run(project, folder.resolve("undisturbed"));
    long millis = (System.nanoTime() - start) / 1_000_000;
    SortedMap<String, String> undisturbed = RunContent.of(folder.resolve("undisturbed"));
    Random random = new Random(SEED);
    int kills = 0;
    for (int i = 0; kills < KILLS && i < 2 * KILLS; i++) {
      Path root = folder.resolve("killed-" + i);
      long moment = random.nextLong(millis / 10, millis);
      kill(project, root, moment);
      if (hasEnded(root)) {
        continue; // Running it again would be a second run, not the same again.
      }
      run(project, root);
      kills++;
      int kill = i;
      assertEquals(
          undisturbed, RunContent.of(root), () -> "kill " + kill + " after " + moment + " ms");
    }
    assertTrue(kills >= KILLS / 2, kills + " of the kills hit a run at work");
  }

  /// Whether the run had come to its end before it was killed: only its process was still there.
  private static boolean hasEnded(Path root) {
    return Files.exists(root.resolve("metadata.db"))
        && !Files.exists(root.resolve(".pipewright").resolve("unfinished"));
  }

  private void run(Path project, Path root) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process = Sample.start(output, "run", project.toString(), "--root", root.toString());
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    assertEquals(0, process.waitFor(), Files.readString(output));
  }

  private void kill(Path project, Path root, long millis) throws IOException, InterruptedException {
    Process process =
        Sample.start(
            folder.resolve("killed.txt"), "run", project.toString(), "--root", root.toString());
    process.waitFor(millis, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }
}
