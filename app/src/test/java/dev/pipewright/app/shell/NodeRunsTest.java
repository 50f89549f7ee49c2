package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Looks at what runs gave a node and what they made of it, as a person does.
@ExtendWith(FxToolkit.class)
class NodeRunsTest {

  private static final NodeId STATISTICS = new NodeId("StatisticsGen");

  private static List<String> texts(OpenWindow window) {
    return Fx.call(
        () ->
            window.find(".inspector").lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .filter(text -> text != null)
                .toList());
  }

  @Test
  void tellsWhatChangedBetweenRunsAndOpensWhatEachMade(Hands hands, @TempDir Path folder)
      throws IOException {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    DataRun.of(tab);
    Edit change =
        new Edit.Sequence(
            List.of(
                new Edit.SetName("renamed"),
                new Edit.SetParameter(
                    STATISTICS,
                    "exclude_splits",
                    ParameterValue.of(List.of(ParameterValue.of("eval"))))));
    PipelineTab first = tab;
    Fx.run(() -> first.project().edit(change));
    DataRun.of(tab);
    PipelineTab again = DataRun.reopened(window, tab);
    Fx.run(() -> again.canvas().reveal(STATISTICS));
    Fx.settle();

    hands.click(window.labelled("Runs"));
    Fx.await("two runs", () -> texts(window).contains("Run 1"));
    Fx.settle();
    Screens.write(window.scene(), "node-runs");
    assertTrue(texts(window).contains("Run 2"), texts(window).toString());
    assertTrue(
        texts(window).stream().anyMatch(t -> t.startsWith("exclude_splits: ")),
        texts(window).toString());
    hands.click(window.find(".run-outputs > .hyperlink"));
    Fx.settle();
    assertEquals(2, Fx.call(() -> window.workbench.tabs().size()));

    Fx.run(() -> window.workbench.selected().set(again));
    Fx.settle();
    hands.click(window.labelled("Inputs & Outputs"));
    Fx.await("files", () -> texts(window).stream().anyMatch(t -> t.contains("2 files · run 2")));
    Fx.settle();
    Screens.write(window.scene(), "node-ports");

    Path made =
        Fx.call(() -> again.run().nodes().get(STATISTICS).outputs().get().get("statistics"));
    try (Stream<Path> files = Files.walk(made)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Fx.run(() -> again.canvas().reveal(new NodeId("SchemaGen")));
    Fx.await(
        "that it is gone",
        () -> texts(window).stream().anyMatch(t -> t.contains("no longer there")));
    Screens.write(window.scene(), "node-ports-gone");
  }
}
