package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.pipeline.NodeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedRunsTest {

  @TempDir Path folder;

  private RunRoot root() throws IOException {
    RunRoot root = new RunRoot(folder.resolve("p.runs"));
    Files.createDirectories(root.own());
    return root;
  }

  @Test
  void runsThatWereKilledAddUpUntilOneComesToItsEnd() throws IOException {
    RunRoot root = root();
    assertEquals(List.of(), UnfinishedRuns.begin(root, "1").names());
    assertEquals(List.of("1"), UnfinishedRuns.begin(root, "2").names());
    assertEquals(List.of("1", "2"), UnfinishedRuns.begin(root, "3").names());
    UnfinishedRuns.clear(root);
    assertEquals(List.of(), UnfinishedRuns.begin(root, "4").names());
  }

  @Test
  void aResolverDoesNotFindWhatAKilledRunMadeButWhatCameBeforeIt() throws IOException {
    Project project = new Project(folder, Project.TRAINING);
    RunResult before = project.run();
    // As if the process had died right after its last node.
    RunResult killed = project.set("Gen", "text", "killed").run();
    UnfinishedRuns.begin(root(), killed.run());
    RunResult again = project.run();
    assertEquals(
        "{Gen=CACHED, Resolver=DONE, Trainer=CACHED, Evaluator=CACHED, Pusher=CACHED}",
        Project.outcomes(again));
    NodeId resolver = new NodeId("Resolver");
    assertEquals(
        Project.output(before, "Trainer", "model").artifact().id(),
        Project.output(again, resolver.value(), "model").artifact().id());
    RunResult next = project.run();
    assertEquals(
        Project.output(killed, "Trainer", "model"),
        Project.output(next, resolver.value(), "model"));
  }
}
