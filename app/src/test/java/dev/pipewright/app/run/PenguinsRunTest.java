package dev.pipewright.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.engine.EngineState;
import dev.pipewright.app.run.RunProgress.Outcome;
import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.app.thread.Patience;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the penguins through the real engine, and kills it.
class PenguinsRunTest {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final NodeId TRAINER = Penguins.TRAINER;

  @TempDir private Path folder;
  private final FxQueue fx = new FxQueue();

  @BeforeAll
  static void startFast() {
    System.setProperty("pipewright.engine.flags", "-XX:TieredStopAtLevel=1");
  }

  @Test
  void runsToTheEndAndIsFoundAgain() throws Exception {
    List<ArtifactRow> artifacts;
    Map<String, Integer> curves;
    try (Penguins penguins = open()) {
      RunModel run = penguins.run();
      run.run();
      end(run);
      assertEquals(all(State.DONE), states(run));
      assertEquals(9, run.progress().get().done());
      fx.runUntil(() -> run.nodes().get(TRAINER).scalars().byTag().size() == 3);
      curves = curves(run);
      artifacts = List.copyOf(run.artifacts());
      assertEquals(16, artifacts.size());
      run.runTo(new NodeId("Transform"));
      end(run);
      assertEquals(4, run.progress().get().cached());
      assertEquals(State.DONE, status(run, TRAINER).state());
    }
    try (Penguins penguins = open()) {
      RunModel run = penguins.run();
      fx.runUntil(() -> run.progress().get().number() == 2 && curves(run).size() == 3);
      assertInstanceOf(EngineState.None.class, penguins.engine().state().get());
      assertEquals(State.CACHED, status(run, new NodeId("Transform")).state());
      assertEquals(2, status(run, new NodeId("Transform")).run());
      assertEquals(State.DONE, status(run, TRAINER).state());
      assertEquals(1, status(run, TRAINER).run());
      assertEquals(
          artifacts.stream().map(ArtifactRow::folder).toList(),
          run.artifacts().stream().map(ArtifactRow::folder).toList());
      assertEquals(curves, curves(run));
      penguins.project().edit(new Edit.SetName("birds"));
      penguins.project().save();
      fx.runUntil(() -> !penguins.project().dirty().get());
    }
    isFoundUnderItsNewName(artifacts);
  }

  private void isFoundUnderItsNewName(List<ArtifactRow> artifacts) throws IOException {
    try (Penguins penguins = open()) {
      RunModel run = penguins.run();
      fx.runUntil(() -> run.progress().get().number() == 2);
      assertEquals("birds", penguins.project().document().get().name());
      assertEquals(State.DONE, status(run, TRAINER).state());
      assertEquals(
          artifacts.stream().map(ArtifactRow::folder).toList(),
          run.artifacts().stream().map(ArtifactRow::folder).toList());
    }
  }

  @Test
  void aKilledEngineIsToldWithinASecondAndTrainingGoesOn() throws Exception {
    try (Penguins penguins = open()) {
      RunModel run = penguins.run();
      penguins.train(6_000);
      run.run();
      fx.runUntil(LONG, () -> isTrained(run));
      host(penguins).destroyForcibly();
      Duration promised = Patience.of(Duration.ofSeconds(1));
      fx.runUntil(promised, () -> run.state().get() == RunState.IDLE);
      assertEquals(Outcome.ENGINE_ENDED, run.progress().get().outcome());
      NodeStatus trainer = status(run, TRAINER);
      assertEquals(State.FAILED, trainer.state());
      assertTrue(Objects.requireNonNull(trainer.failure()).what().contains("SIGKILL"));
      assertEquals(State.CANCELLED, status(run, new NodeId("Pusher")).state());
      assertTrue(penguins.project().dirty().get());
      theKilledRunIsFoundAgain();

      run.run();
      end(run);
      assertEquals(Outcome.DONE, run.progress().get().outcome());
      assertEquals(State.CACHED, status(run, new NodeId("Transform")).state());
      assertEquals(State.DONE, status(run, TRAINER).state());
      assertTrue(firstEpoch(run, 2) > 1);
    }
  }

  private void theKilledRunIsFoundAgain() throws IOException {
    try (Penguins penguins = open()) {
      RunModel run = penguins.run();
      fx.runUntil(() -> run.progress().get().number() == 1);
      assertEquals(Outcome.ENGINE_ENDED, run.progress().get().outcome());
      assertEquals(9, run.progress().get().total());
      NodeStatus trainer = status(run, TRAINER);
      assertEquals(State.FAILED, trainer.state());
      assertEquals(
          "The process ended before the node was done.",
          Objects.requireNonNull(trainer.failure()).what());
      assertEquals(State.CANCELLED, status(run, new NodeId("Pusher")).state());
      assertEquals(State.DONE, status(run, new NodeId("Transform")).state());
    }
  }

  @Test
  void aRunThatIsStoppedGoesOnFromItsCheckpointToo() throws Exception {
    try (Penguins penguins = open()) {
      RunModel run = penguins.run();
      penguins.train(6_000);
      run.run();
      fx.runUntil(LONG, () -> isTrained(run));
      run.stop();
      end(run);
      assertEquals(Outcome.CANCELLED, run.progress().get().outcome());
      assertEquals(State.CANCELLED, status(run, TRAINER).state());
      run.run();
      end(run);
      assertEquals(State.DONE, status(run, TRAINER).state());
      assertTrue(firstEpoch(run, 2) > 1);
    }
  }

  private Penguins open() throws IOException {
    return Penguins.open(folder.resolve("project"), fx.executor());
  }

  private void end(RunModel run) {
    fx.runUntil(LONG, () -> run.state().get() == RunState.IDLE);
  }

  private static ProcessHandle host(Penguins penguins) {
    EngineState.Ready ready =
        assertInstanceOf(EngineState.Ready.class, penguins.engine().state().get());
    return ProcessHandle.of(ready.info().pid()).orElseThrow();
  }

  /// Whether the training is so far that it has been saved, which it is every half second.
  private static boolean isTrained(RunModel run) {
    return run.log().stream().anyMatch(line -> line.text().startsWith("Epoch 250:"));
  }

  /// The first epoch that the Trainer told of in a run.
  private static int firstEpoch(RunModel run, int number) {
    List<String> lines = run.log().stream().map(LogLine::text).toList();
    int began = lines.indexOf("Run " + number + " began: 9 nodes.");
    return lines.subList(began, lines.size()).stream()
        .filter(line -> line.startsWith("Epoch "))
        .mapToInt(line -> Integer.parseInt(line.substring(6, line.indexOf(':'))))
        .findFirst()
        .orElseThrow();
  }

  private static NodeStatus status(RunModel run, NodeId node) {
    return run.nodes().get(node).status().get();
  }

  private static List<State> states(RunModel run) {
    return run.nodes().values().stream().map(node -> node.status().get().state()).toList();
  }

  private static List<State> all(State state) {
    return Collections.nCopies(9, state);
  }

  private static Map<String, Integer> curves(RunModel run) {
    NodeModel trainer = run.nodes().get(TRAINER);
    Map<String, Integer> sizes = new LinkedHashMap<>();
    trainer.scalars().byTag().forEach((tag, series) -> sizes.put(tag, series.size()));
    return sizes;
  }
}
