package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.metadata.MetadataReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

  private static final int KILLS = Integer.getInteger("pipewright.kills", 10);

  @TempDir Path folder;

  @Test
  void aRunAfterAKillGivesWhatAnUndisturbedOneGives() throws Exception {
    Path undisturbed = Files.createDirectories(folder.resolve("undisturbed"));
    List<String> expected = contents(KilledRun.project(undisturbed).run());
    Random random = new Random(11);
    int midway = 0;
    for (int i = 0; i < KILLS; i++) {
      Path killed = Files.createDirectories(folder.resolve("killed" + i));
      kill(killed, random.nextInt(800));
      Project project = KilledRun.project(killed);
      boolean wasBegun = Files.exists(project.root.metadata());
      if (wasBegun && !Files.exists(project.root.own().resolve("unfinished"))) {
        continue; // The run had come to its end: the next one is a second run, not the same again.
      }
      RunResult result = project.run();
      midway += wasBegun && !Project.outcomes(result).contains("Pusher=CACHED") ? 1 : 0;
      assertEquals(expected, contents(result), "kill " + i);
      assertNothingLeft(project.root);
    }
    assertTrue(midway >= KILLS / 3, midway + " of " + KILLS + " kills hit a run at work");
  }

  /// Kills a run this long after it has its store, and so begins to work.
  private static void kill(Path project, int afterMillis) throws Exception {
    Process process = KilledRun.start(project);
    Path store = RunRoot.of(project.resolve("p.pipewright")).metadata();
    while (!Files.exists(store) && process.isAlive()) {
      Thread.sleep(2);
    }
    process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }

  private static List<String> contents(RunResult result) {
    List<String> contents = new ArrayList<>();
    result
        .nodes()
        .forEach(
            (node, r) ->
                r.outputs()
                    .forEach(
                        (port, artifacts) ->
                            artifacts.forEach(
                                a ->
                                    contents.add(
                                        node + "." + port + " " + a.artifact().fingerprint()))));
    return contents;
  }

  /// Every execution has ended, and every folder of outputs is an artifact's.
  private static void assertNothingLeft(RunRoot root) throws IOException {
    TreeSet<String> recorded = new TreeSet<>();
    try (MetadataReader store = MetadataReader.open(root.metadata())) {
      for (ExecutionRecord execution : store.executions()) {
        assertTrue(execution.state().isFinal(), execution::toString);
      }
      for (ArtifactRecord artifact : store.artifacts()) {
        recorded.add(artifact.uri());
      }
    }
    TreeSet<String> found = new TreeSet<>();
    for (Path node : Folders.list(root.folder())) {
      if (!node.equals(root.own())) {
        for (Path port : Folders.list(node)) {
          Folders.list(port).forEach(output -> found.add(output.toString()));
        }
      }
    }
    assertEquals(recorded, found);
    assertEquals(List.of(), Folders.list(root.staging()));
    assertEquals(List.of(), Folders.list(root.work()));
  }
}
