package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.engine.EngineState;
import dev.pipewright.app.engine.HostCommand;
import dev.pipewright.app.run.RunProgress.Outcome;
import dev.pipewright.app.run.RunState;
import dev.pipewright.charts.LinePlot;
import dev.pipewright.charts.Series;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.summaries.EventRuns;
import dev.pipewright.summaries.ScalarSeries;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A person opens the sample, presses F5 and looks at what comes, with the real engine behind.
@ExtendWith(FxToolkit.class)
class WindowRunTest {

  private static final NodeId TRAINER = new NodeId("Trainer");
  private static final Duration LONG = Duration.ofMinutes(3);

  /// A point of a curve.
  private record Point(long step, double value) {}

  @BeforeAll
  static void startFast() {
    System.setProperty("pipewright.engine.flags", "-XX:TieredStopAtLevel=1");
  }

  @Test
  void showsEveryNodesStateAndTheCurvesOfTheEventFiles(Hands hands, @TempDir Path folder)
      throws IOException {
    OpenWindow window = OpenWindow.of(folder, HostCommand.ofProcess(folder.resolve("settings")));
    PipelineTab tab = window.penguins(folder);

    Labeled plan = (Labeled) window.find(".plan-label");
    Fx.await("the plan", () -> plan.getText().startsWith("9 to run"));
    hands.press(KeyCode.F5);
    Fx.await("a run", LONG, () -> tab.run().progress().get().outcome() == Outcome.UNDER_WAY);
    List<String> plans = new ArrayList<>();
    Fx.run(() -> plan.textProperty().subscribe(text -> plans.add(text)));
    Fx.await("its end", LONG, () -> tab.run().state().get() == RunState.IDLE);
    Fx.await("the next plan", () -> plans.getLast().contains("cached"));
    assertTrue(plans.stream().noneMatch(text -> text.startsWith("9")), plans::toString);
    Fx.await("curves", () -> tab.run().nodes().get(TRAINER).scalars().byTag().size() == 3);
    Fx.settle();

    assertEquals(Outcome.DONE, Fx.call(() -> tab.run().progress().get().outcome()));
    assertEquals(9, states(tab).size());
    assertTrue(states(tab).values().stream().allMatch(State.DONE::equals), states(tab).toString());
    assertEquals(9, doneCards(window));
    assertTrue(window.says("9/9"));
    LinePlot loss = plot(window, "loss");
    EventRuns written = EventRuns.open(trained(tab));
    assertEquals(
        points(written.runs().get("train").scalars("batch_loss")), points(line(loss, "train")));
    assertEquals(
        points(written.runs().get("validation").scalars("evaluation_loss_vs_iterations")),
        points(line(loss, "eval")));
    assertTrue(points(line(loss, "train")).size() > 10);
    Fx.run(window.workbench::end);
  }

  @Test
  void startsAnotherEngineForOneThatWasKilled(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder, HostCommand.ofProcess(folder.resolve("settings")));
    PipelineTab tab = window.penguins(folder);
    hands.press(KeyCode.F5);
    Fx.await("a run", LONG, () -> tab.run().progress().get().outcome() == Outcome.UNDER_WAY);
    Fx.await("its end", LONG, () -> tab.run().state().get() == RunState.IDLE);

    ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .forEach(ProcessHandle::destroyForcibly);
    Fx.await("the banner", () -> window.says("The engine has ended."));
    Fx.settle();
    hands.click(window.labelled("Restart"));

    Fx.await(
        "another engine",
        LONG,
        () -> window.workbench.engine().state().get() instanceof EngineState.Ready);
    Fx.settle();
    assertFalse(window.says("The engine has ended."));
    hands.press(KeyCode.F5);
    Fx.await("a run", LONG, () -> tab.run().state().get() != RunState.IDLE);
    Fx.await("its end", LONG, () -> tab.run().state().get() == RunState.IDLE);
    assertEquals(Outcome.DONE, Fx.call(() -> tab.run().progress().get().outcome()));
    Fx.run(window.workbench::end);
  }

  private static Map<NodeId, State> states(PipelineTab tab) {
    return Fx.call(
        () ->
            tab.run().nodes().entrySet().stream()
                .collect(
                    Collectors.toMap(Map.Entry::getKey, e -> e.getValue().status().get().state())));
  }

  /// How many cards on the canvas say that their node is done.
  private static int doneCards(OpenWindow window) {
    return Fx.call(() -> window.scene().getRoot().lookupAll(".node-chip.done").size());
  }

  private static LinePlot plot(OpenWindow window, String title) {
    return Fx.call(
        () ->
            window.scene().getRoot().lookupAll(".line-plot").stream()
                .filter(LinePlot.class::isInstance)
                .map(LinePlot.class::cast)
                .filter(plot -> title.equals(plot.getTitle()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no chart of " + title)));
  }

  private static Series line(LinePlot plot, String label) {
    return Fx.call(
        () ->
            plot.lines().stream()
                .filter(line -> line.styleClass().equals("series-" + label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line of " + label))
                .series());
  }

  private static Path trained(PipelineTab tab) {
    return Fx.call(() -> tab.run().nodes().get(TRAINER).outputs().get().get("model_run"));
  }

  private static List<Point> points(Series series) {
    return Fx.call(
        () ->
            IntStream.range(0, series.size())
                .mapToObj(i -> new Point((long) series.x(i), series.y(i)))
                .toList());
  }

  private static List<Point> points(ScalarSeries series) {
    return IntStream.range(0, series.size())
        .mapToObj(i -> new Point(series.step(i), series.value(i)))
        .toList();
  }
}
