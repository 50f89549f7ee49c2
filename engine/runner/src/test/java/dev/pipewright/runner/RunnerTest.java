package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.component.Executor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {

  @TempDir Path folder;

  @Test
  void runsNodesAfterTheirSourcesAndLeavesTheirOutputsInTfxsLayout() throws IOException {
    Project project = Project.of(folder, "D: Join B C", "B: Join A", "C: Join A", "A: Text");
    for (String node : List.of("A", "B", "C", "D")) {
      project.set(node, node.equals("A") ? "text" : "suffix", node);
    }
    RunResult result = project.run();
    assertEquals("{A=DONE, B=DONE, C=DONE, D=DONE}", Project.outcomes(result));
    assertEquals(RunResult.Outcome.DONE, result.outcome());
    assertEquals("ABACD", Project.text(result, "D", "examples"));
    long execution = result.nodes().get(new NodeId("D")).execution();
    assertEquals(
        project.root.folder().resolve("D/examples/" + execution),
        Project.output(result, "D", "examples").artifact().uri());
    try (Stream<Path> own = Files.walk(project.root.own()).filter(Files::isRegularFile)) {
      assertEquals(List.of(project.root.lock()), own.toList());
    }
  }

  @Test
  void independentNodesWorkSideBySide() {
    Project project = Project.of(folder, "A: Text", "B: Text", "C: Text");
    project.set("A", "text", "a").set("B", "text", "b");
    CyclicBarrier all = new CyclicBarrier(3);
    Executor meet =
        execution -> {
          try {
            all.await(10, TimeUnit.SECONDS);
          } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
          }
        };
    List.of("A", "B", "C").forEach(node -> project.fakes.hooks.put(node, meet));
    assertEquals("{A=DONE, B=DONE, C=DONE}", Project.outcomes(project.run()));
  }

  @Test
  void heavyNodesAndUsersOfTheDeviceTakeTurnsAndLightOnesDoNotWait() {
    Project project =
        Project.of(
            folder,
            "A: Text",
            "H1: Heavy A",
            "H2: Heavy A",
            "D1: Device A",
            "D2: Device A",
            "L: Join A");
    for (String node : List.of("H1", "H2", "D1", "D2", "L")) {
      project.set(node, "suffix", node);
    }
    Set<String> working = new ConcurrentSkipListSet<>();
    Set<String> together = new ConcurrentSkipListSet<>();
    CountDownLatch light = new CountDownLatch(1);
    Executor note =
        execution -> {
          String me = execution.node().value();
          working.forEach(other -> together.add(other.charAt(0) + "" + me.charAt(0)));
          working.add(me);
          if (me.equals("L")) {
            light.countDown();
          } else if (!light.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the light node waits for " + me);
          }
          Thread.sleep(60);
          working.remove(me);
        };
    List.of("H1", "H2", "D1", "D2", "L").forEach(node -> project.fakes.hooks.put(node, note));
    assertEquals(RunResult.Outcome.DONE, project.run().outcome());
    assertFalse(together.contains("HH"), together::toString);
    assertFalse(together.contains("DD"), together::toString);
  }

  @Test
  void nodesThatDoTheVerySameWorkDoItOnce() {
    Project project = Project.of(folder, "A: Text", "B: Text");
    AtomicInteger count = new AtomicInteger();
    List.of("A", "B")
        .forEach(n -> project.fakes.hooks.put(n, execution -> count.incrementAndGet()));
    String outcomes = Project.outcomes(project.run());
    assertTrue(List.of("{A=DONE, B=CACHED}", "{A=CACHED, B=DONE}").contains(outcomes), outcomes);
    assertEquals(1, count.get());
  }

  @Test
  void whatANodeKeepsInMemoryReachesTheNextOneInTheSameRunAlone() {
    Project project = Project.of(folder, "A: Text", "B: Join A");
    List<Optional<String>> seen = new ArrayList<>();
    project.fakes.hooks.put("A", execution -> execution.keep("examples", "kept by A"));
    project.fakes.hooks.put("B", execution -> seen.add(execution.kept("examples", String.class)));
    assertEquals("{A=DONE, B=DONE}", Project.outcomes(project.run()));
    project.set("B", "suffix", "b");
    assertEquals("{A=CACHED, B=DONE}", Project.outcomes(project.run()));
    assertEquals(List.of(Optional.of("kept by A"), Optional.empty()), seen);
  }

  @Test
  void aFailureStopsOnlyWhatDependsOnIt() throws IOException {
    Project project =
        Project.of(folder, "A: Text", "B: Join A", "C: Join B", "D: Join C", "E: Join A");
    List.of("B", "C", "D", "E").forEach(node -> project.set(node, "suffix", node));
    project.fakes.hooks.put(
        "B",
        execution -> {
          Files.writeString(execution.output("examples").resolve("half"), "x");
          throw new DataException("Bad row.", Location.of("a.csv", 7), "Mend it.");
        });
    RunResult result = project.run();
    assertEquals("{A=DONE, B=FAILED, C=SKIPPED, D=SKIPPED, E=DONE}", Project.outcomes(result));
    assertEquals(RunResult.Outcome.FAILED, result.outcome());
    RunEvent.NodeFailed failed = project.events(RunEvent.NodeFailed.class).getFirst();
    assertEquals(new Failure("Bad row.", Location.of("a.csv", 7), "Mend it."), failed.failure());
    assertTrue(Files.readString(failed.log()).contains("DataException: a.csv:7: Bad row."));
    assertEquals(
        List.of("C: It needs B.", "D: It needs C."),
        project.events(RunEvent.NodeSkipped.class).stream()
            .map(e -> e.node() + ": " + e.reason())
            .toList());
    assertFalse(Files.exists(project.root.folder().resolve("B/examples")));
    assertEquals(List.of(), Folders.list(project.root.staging()));
    project.fakes.hooks.clear();
    assertEquals("{A=CACHED, B=DONE, C=DONE, D=DONE, E=CACHED}", Project.outcomes(project.run()));
  }

  @Test
  void anUnexpectedErrorFailsTheNodeAlone() {
    Project project = Project.of(folder, "A: Text", "B: Text");
    project.set("B", "text", "b");
    project.fakes.hooks.put(
        "A",
        execution -> {
          throw new StackOverflowError();
        });
    assertEquals("{A=FAILED, B=DONE}", Project.outcomes(project.run()));
    Failure failure = project.events(RunEvent.NodeFailed.class).getFirst().failure();
    assertEquals(
        "The component failed unexpectedly: java.lang.StackOverflowError.", failure.what());
  }

  @Test
  void partsOfAPipelineRunOnWhatEarlierRunsMade() {
    Project project = Project.of(folder, "A: Text", "B: Join A", "C: Join B", "X: Text");
    project.set("A", "text", "a");
    assertEquals("{A=DONE, B=DONE}", Project.outcomes(project.run(Selection.to(new NodeId("B")))));
    project.set("A", "text", "changed").set("B", "suffix", "b");
    RunResult from = project.run(Selection.from(new NodeId("B")));
    assertEquals("{B=DONE, C=DONE}", Project.outcomes(from));
    assertEquals("ab", Project.text(from, "C", "examples"));
    assertEquals("{C=CACHED}", Project.outcomes(project.run(Selection.only(new NodeId("C")))));
    assertEquals(
        "{A=DONE, B=DONE}",
        Project.outcomes(project.run(Selection.between(new NodeId("A"), new NodeId("B")))));
  }

  @Test
  void aRunOnWhatWasNeverMadeIsRefusedAndSaysWhatToDo() {
    Project project = Project.of(folder, "A: Text", "B: Join A");
    ArtifactException e =
        assertThrows(ArtifactException.class, () -> project.run(Selection.only(new NodeId("B"))));
    assertEquals("It needs A.examples, but A has not been run yet.", e.what());
    assertEquals(Location.subject("B"), e.where());
    assertEquals("Run A first, or run to this node (--to B).", e.fix());
    assertEquals(List.of(), project.events);
  }

  @Test
  void someNodesAloneRunOnWhatOthersMadeLast() {
    Project project = Project.of(folder, "A: Text", "B: Join A", "C: Join B", "D: Join C");
    project.run();
    project.set("A", "text", "a").set("B", "suffix", "b").set("C", "suffix", "c");
    RunResult result = project.run(Selection.only(new NodeId("B"), new NodeId("D")));
    assertEquals("{B=DONE, D=CACHED}", Project.outcomes(result));
    assertEquals("tb", Project.text(result, "B", "examples"));
    assertEquals("t", Project.text(result, "D", "examples"));
  }

  @Test
  void aPartRunsAgainstTheBaselineThatItsResolverFoundLast() {
    Project project = new Project(folder, Project.TRAINING);
    project.run();
    RunResult whole = project.set("Gen", "text", "new").run();
    RunResult part =
        project
            .edit(new Edit.SetParameter(new NodeId("Evaluator"), "bless", ParameterValue.of(false)))
            .run(Selection.only(new NodeId("Evaluator")));
    assertEquals("model of new against model of t", Project.text(whole, "Evaluator", "evaluation"));
    assertEquals("model of new against model of t", Project.text(part, "Evaluator", "evaluation"));
  }

  @Test
  void mutedNodesAndWhatNeedsThemAreLeftOut() {
    Project project =
        Project.of(folder, "A: Text", "X: Text", "B: Join A", "C: Join B", "D: Join A X");
    project.set("A", "text", "a");
    project.edit(new Edit.SetMode(new NodeId("A"), Node.Mode.MUTED));
    RunResult result = project.run();
    assertEquals("{X=DONE, D=DONE, A=SKIPPED, B=SKIPPED, C=SKIPPED}", Project.outcomes(result));
    assertEquals(RunResult.Outcome.DONE, result.outcome());
    assertEquals("t", Project.text(result, "D", "examples"));
    assertEquals(
        List.of("A: It is muted.", "B: It needs A, which is muted.", "C: It needs B."),
        project.events(RunEvent.NodeSkipped.class).stream()
            .map(e -> e.node() + ": " + e.reason())
            .toList());
  }

  @Test
  void optionalInputsOfMutedNodesStayEmpty() {
    Project project = new Project(folder, Project.TRAINING);
    project.edit(new Edit.SetMode(new NodeId("Resolver"), Node.Mode.MUTED));
    assertEquals(
        "{Gen=DONE, Trainer=DONE, Evaluator=DONE, Pusher=DONE, Resolver=SKIPPED}",
        Project.outcomes(project.run()));
  }

  @Test
  void bypassedNodesHandTheirInputOn() {
    Project project = Project.of(folder, "A: Text", "B: Join A", "C: Join B", "D: Join C");
    for (String node : List.of("B", "C", "D")) {
      project.set(node, "suffix", node);
    }
    project.edit(new Edit.SetMode(new NodeId("B"), Node.Mode.BYPASSED));
    project.edit(new Edit.SetMode(new NodeId("C"), Node.Mode.BYPASSED));
    RunResult result = project.run();
    assertEquals("{A=DONE, D=DONE, B=SKIPPED, C=SKIPPED}", Project.outcomes(result));
    assertEquals("tD", Project.text(result, "D", "examples"));
  }

  @Test
  void whatNeedsABypassedNodeThatPassesNothingOnIsLeftOut() {
    Project project = new Project(folder, Project.TRAINING);
    project.edit(new Edit.SetMode(new NodeId("Trainer"), Node.Mode.BYPASSED));
    assertEquals(
        "{Gen=DONE, Resolver=DONE, Trainer=SKIPPED, Evaluator=SKIPPED, Pusher=SKIPPED}",
        Project.outcomes(project.run()));
    assertEquals(
        "It needs Trainer, which is bypassed and has no such input to pass on.",
        project.events(RunEvent.NodeSkipped.class).get(1).reason());
  }

  @Test
  void aRunOfNothingButMutedNodesIsRefused() {
    Project project = Project.of(folder, "A: Text");
    project.edit(new Edit.SetMode(new NodeId("A"), Node.Mode.MUTED));
    ProjectException e = assertThrows(ProjectException.class, project::run);
    assertEquals("There is nothing to run. A: It is muted.", e.what());
  }

  @Test
  void eventsTellOfEachNodesStartAndEndOnceAndOfTheLastMeasurement() {
    Project project = new Project(folder, Project.TRAINING);
    project.fakes.hooks.put(
        "Trainer",
        execution -> {
          for (int i = 1; i <= 1000; i++) {
            execution.progress().report(i / 1000.0, i + " of 1000");
            execution.progress().metric("loss", i, 1.0 / i);
          }
          execution.progress().warn("slow");
        });
    RunResult result = project.run();
    assertEquals(RunEvent.RunStarted.class, project.events.getFirst().getClass());
    RunEvent.RunFinished finished = (RunEvent.RunFinished) project.events.getLast();
    assertEquals(result, finished.result());
    assertEquals(5, project.events(RunEvent.NodeDone.class).size());
    assertEquals(4, project.events(RunEvent.NodeStarted.class).size());
    List<RunEvent.Progressed> progress = project.events(RunEvent.Progressed.class);
    assertTrue(progress.size() < 20, "thinned to " + progress.size());
    assertEquals(
        new RunEvent.Progressed(new NodeId("Trainer"), 1, "1000 of 1000"), progress.getLast());
    assertEquals(
        List.of(new RunEvent.Measured(new NodeId("Trainer"), "loss", 1000, 0.001)),
        project.events(RunEvent.Measured.class).stream()
            .filter(m -> m.tag().equals("loss") && m.step() > 990)
            .toList());
    assertEquals(
        List.of(new RunEvent.Warned(new NodeId("Trainer"), "slow")),
        project.events(RunEvent.Warned.class));
  }

  @Test
  void anExecutorSeesWhatTheSpiPromises() {
    Project project = Project.of(folder, "A: Text", "B: Join A");
    project.fakes.hooks.put(
        "B",
        execution -> {
          assertEquals(new NodeId("B"), execution.node());
          assertEquals(1, execution.seed());
          assertEquals(4, execution.parallelism());
          assertEquals(
              "[\"train\"]", string(execution.input("examples").properties().get("split_names")));
          assertEquals(List.of(), Folders.list(execution.output("examples")));
          assertThrows(IllegalArgumentException.class, () -> execution.output("nothing"));
          assertThrows(IllegalArgumentException.class, () -> execution.inputs("nothing"));
          assertEquals(7, CompletableFuture.supplyAsync(() -> 7, execution.pool()).join());
        });
    assertEquals("{A=DONE, B=DONE}", Project.outcomes(project.run()));
  }

  private static String string(Object value) {
    return ((ParameterValue.Text) value).value();
  }
}
