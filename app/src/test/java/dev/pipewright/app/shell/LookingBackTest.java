package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.run.LogLine;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Looks at earlier runs of a project, as a person does.
@ExtendWith(FxToolkit.class)
class LookingBackTest {

  private static final NodeId STATISTICS = new NodeId("StatisticsGen");
  private static final NodeId VALIDATOR = new NodeId("ExampleValidator");

  private static PipelineTab threeRuns(OpenWindow window, Path folder) {
    PipelineTab tab = window.penguins(folder);
    DataRun.of(tab);
    Edit change =
        new Edit.SetParameter(
            STATISTICS, "exclude_splits", ParameterValue.of(List.of(ParameterValue.of("eval"))));
    Fx.run(() -> tab.project().edit(change));
    DataRun.of(tab);
    Fx.run(() -> tab.project().edit(new Edit.RenameNode(VALIDATOR, new NodeId("Check"))));
    return DataRun.reopened(window, tab);
  }

  private static String state(PipelineTab tab, NodeId node) {
    return Fx.call(
        () -> {
          var status = tab.run().nodes().get(node).status().get();
          return status.state() + " " + status.run();
        });
  }

  private static Path made(PipelineTab tab) {
    return Fx.call(
        () ->
            tab.run().artifacts().stream()
                .filter(row -> row.node().equals(STATISTICS))
                .findFirst()
                .orElseThrow()
                .folder());
  }

  @Test
  void theSearchShowsARunAndTheBarLeadsBack(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = threeRuns(window, folder);
    assertEquals("DONE 2", state(tab, STATISTICS));
    assertEquals("DONE 2", state(tab, new NodeId("Check")), "it ran under another name");
    Path latest = made(tab);

    hands.press(KeyCode.CONTROL, KeyCode.K);
    Fx.settle();
    hands.type("run 1");
    Fx.await("the run", () -> window.says("Run 1"));
    hands.press(KeyCode.ENTER);
    Fx.await("the run to be shown", () -> window.says("Showing run 1"));
    Fx.settle();
    assertEquals("DONE 1", state(tab, STATISTICS));
    assertEquals("DONE 1", state(tab, new NodeId("Check")));
    assertEquals(State.NEW + " 0", state(tab, new NodeId("Trainer")));
    assertFalse(made(tab).equals(latest));
    List<String> lines = Fx.call(() -> tab.run().shownLog().stream().map(LogLine::text).toList());
    assertEquals("Run 1 began: 4 nodes.", lines.getFirst());
    assertTrue(lines.getLast().startsWith("Run 1 is done after "), lines.toString());
    Fx.run(() -> tab.canvas().reveal(STATISTICS));
    Fx.settle();
    hands.click(window.labelled("Runs"));
    Fx.await("the history", () -> window.says("Shown"));
    Fx.settle();
    Screens.write(window.scene(), "looking-back-light");
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    Fx.settle();
    Screens.write(window.scene(), "looking-back-dark");

    hands.click(window.labelled("Later run"));
    Fx.await("the next", () -> window.says("Showing run 2"));
    Fx.settle();
    assertEquals("DONE 2", state(tab, STATISTICS));
    hands.click(window.labelled("Show"));
    Fx.await("the first again", () -> window.says("Showing run 1"));
    Fx.settle();
    hands.click(window.labelled("Back to the latest"));
    Fx.settle();
    assertEquals("DONE 2", state(tab, STATISTICS));
    assertEquals(latest, made(tab));
    assertFalse(window.says("Showing run 1"));
    assertFalse(window.says("Shown"));
  }

  @Test
  void whoRunsSeesTheLatestAgain(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = threeRuns(window, folder);
    Fx.run(() -> window.workbench.opening().lookBack(tab, 1));
    Fx.await("the run to be shown", () -> window.says("Showing run 1"));
    Fx.run(() -> window.workbench.opening().lookBack(tab, 99));
    Fx.settle();
    assertTrue(window.says("Showing run 1"), "there is no such run");
    Fx.run(() -> tab.run().run());
    Fx.settle();
    assertFalse(window.says("Showing run 1"), "a person who runs wants to see that");
  }
}
