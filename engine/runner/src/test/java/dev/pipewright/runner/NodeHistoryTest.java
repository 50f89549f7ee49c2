package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.runner.NodeHistory.Past;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeHistoryTest {

  @TempDir private Path folder;

  @Test
  void tellsWhatANodeWasGivenInEachRun() {
    Project project = Project.of(folder, "A: Text", "B: Join A");
    project.run();
    project.set("B", "suffix", "x");
    project.run();
    List<Past> past = NodeHistory.of(project.root, "B");
    assertEquals(List.of(2, 1), past.stream().map(Past::run).toList());
    assertEquals(
        Optional.of(ParameterValue.of("x")),
        Optional.ofNullable(past.getFirst().parameters().get("suffix")));
    assertEquals(
        List.of("A"),
        past.getFirst().inputs().values().stream()
            .flatMap(List::stream)
            .map(NodeHistory.Given::maker)
            .toList());
    assertEquals(1, past.getFirst().outputs().get("examples").size());
    assertEquals(1, past.getFirst().version());
  }

  @Test
  void countsOnWhenThePipelineIsRenamed() {
    Project project = Project.of(folder, "A: Text");
    project.run();
    project.edit(new Edit.SetName("another.name"));
    project.run();
    assertEquals(List.of(2, 1), NodeHistory.of(project.root, "A").stream().map(Past::run).toList());
    assertEquals(2, RunHistory.latest(project.root, "another.name").orElseThrow().number());
  }

  @Test
  void tellsOfNothingBeforeTheFirstRun() {
    assertEquals(List.of(), NodeHistory.of(new RunRoot(folder), "A"));
  }

  @Test
  void tellsOfFailures() {
    Project project = Project.of(folder, "A: Text");
    project.fakes.hooks.put(
        "A",
        execution -> {
          throw new java.io.IOException("no luck");
        });
    project.run();
    Past failed = NodeHistory.of(project.root, "A").getFirst();
    assertEquals(ExecutionState.FAILED, failed.state());
    assertEquals(true, failed.failure().what().contains("no luck"));
  }
}
