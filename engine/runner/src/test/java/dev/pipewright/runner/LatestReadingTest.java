package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunHistory.LatestNode;
import dev.pipewright.runner.RunHistory.Liveness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestReadingTest {

  @TempDir private Path folder;

  @Test
  void aPipelineWithoutRunsHasNone() {
    Project project = Project.of(folder, "A: Text");
    assertEquals(Optional.empty(), RunHistory.latest(project.root, "p"));
    project.run();
    assertEquals(Optional.empty(), RunHistory.latest(project.root, "other"));
  }

  @Test
  void tellsHowEachNodeWasLeftByTheRunThatCameToItLast() {
    Project project = Project.of(folder, "A: Text", "B: Join A", "C: Join B");
    RunResult first = project.run();
    project.set("B", "suffix", "x");
    RunResult second = project.run(Selection.to(new NodeId("B")));
    Latest latest = latest(project);
    assertEquals(2, latest.number());
    assertEquals(second.run(), latest.run().run());
    assertEquals(Liveness.ENDED, latest.liveness());
    assertEquals(List.of("A CACHED 2", "B COMPLETE 2", "C COMPLETE 1"), states(latest));
    assertEquals(
        Project.output(second, "B", "examples"),
        latest.nodes().get("B").outputs().get("examples").getFirst());
    assertEquals(
        Project.output(first, "C", "examples"),
        latest.nodes().get("C").outputs().get("examples").getFirst());
  }

  @Test
  void aNodeThatFailedStillHasWhatItMadeBefore() {
    Project project = Project.of(folder, "A: Text", "B: Join A");
    RunResult first = project.run();
    project.set("B", "suffix", "x");
    project.fakes.hooks.put(
        "B",
        execution -> {
          throw new IOException("no luck");
        });
    project.run();
    Latest latest = latest(project);
    assertEquals(List.of("A CACHED 2", "B FAILED 2"), states(latest));
    LatestNode failed = latest.nodes().get("B");
    assertTrue(failed.failure().what().contains("no luck"), failed.failure()::what);
    assertEquals(
        Project.output(first, "B", "examples"), failed.outputs().get("examples").getFirst());
  }

  @Test
  void tellsWhereANodeFailedAndWhatToDo() {
    Project project = Project.of(folder, "A: Text");
    Location where = new Location("data/trips.csv", 12, 7, "feature fare");
    project.fakes.hooks.put(
        "A",
        execution -> {
          throw new DataException("The fare is no number.", where, "Mend the line.");
        });
    project.run();
    assertEquals(
        new Failure("The fare is no number.", where, "Mend the line."),
        latest(project).nodes().get("A").failure());
  }

  @Test
  void tellsWhatAResolverFound() {
    Project project = new Project(folder, Project.TRAINING);
    project.run();
    RunResult second = project.run();
    var found = second.nodes().get(new NodeId("Resolver")).outputs();
    assertEquals(1, found.get("model").size());
    assertEquals(
        found,
        RunHistory.latest(project.root, "taxi").orElseThrow().nodes().get("Resolver").outputs());
  }

  @Test
  void tellsARunAtWorkFromOneThatWasKilled() {
    Project project = Project.of(folder, "A: Text");
    List<Latest> during = new ArrayList<>();
    project.fakes.hooks.put("A", execution -> during.add(latest(project)));
    project.run();
    assertEquals(Liveness.AT_WORK, during.getFirst().liveness());
    assertEquals(List.of("A RUNNING 1"), states(during.getFirst()));
    assertEquals(Liveness.ENDED, latest(project).liveness());
  }

  @Test
  void runsAreNumberedAsTheHistoryCountsThem() {
    Project project = Project.of(folder, "A: Text");
    for (int number = 1; number <= 3; number++) {
      project.run();
      assertEquals(number, project.events(RunEvent.RunStarted.class).getFirst().number());
      assertEquals(number, latest(project).number());
    }
  }

  private static Latest latest(Project project) {
    return RunHistory.latest(project.root, "p").orElseThrow();
  }

  private static List<String> states(Latest latest) {
    List<String> states = new ArrayList<>();
    latest
        .nodes()
        .forEach((name, node) -> states.add(name + " " + node.last().state() + " " + node.run()));
    return states;
  }
}
