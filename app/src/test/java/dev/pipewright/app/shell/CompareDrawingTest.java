package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.shell.Questions.Remedy;
import dev.pipewright.canvas.GraphFrame;
import dev.pipewright.canvas.GraphNote;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Notes and groups that two pipelines do not both have, in the comparison of them.
@ExtendWith(FxToolkit.class)
class CompareDrawingTest {

  private static final NodeId STATISTICS = new NodeId("StatisticsGen");

  private OpenWindow window;

  private static Layout drawn(Pipeline pipeline) {
    return pipeline
        .layout()
        .withFrame(Frame.of("frame1", "Around", "data", new Area(-60, -80, 560, 470), List.of()))
        .withFrame(
            Frame.of(
                    "frame2",
                    "Looks",
                    "validate",
                    new Area(-30, -30, 400, 300),
                    List.of(STATISTICS))
                .withOuter("frame1"))
        .withNote(Note.of("note1", "**Ask** ops", new Area(700, -220, 180, 110)))
        .withNote(Note.of("note2", "Nobody touched this.", new Area(920, -220, 180, 110)));
  }

  /// One group and one note of each kind: gone, new, changed; and a note that is the same.
  private static Layout redrawn(Layout layout) {
    return layout
        .withoutFrame("frame2")
        .withFrame(layout.frame("frame1").orElseThrow().withTitle("All of it"))
        .withFrame(Frame.of("frame3", "Serving", "deploy", new Area(900, -40, 300, 240), List.of()))
        .withoutNote("note1")
        .withNote(Note.of("note3", "New: tell the city.", new Area(1140, -220, 180, 110)));
  }

  @SuppressWarnings("unchecked")
  private ListView<Object> list() {
    return (ListView<Object>) window.find(".compare-list");
  }

  @Test
  void marksThemOnTheGraphAndLeadsToThem(Hands hands, @TempDir Path folder) {
    window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Pipeline start = Fx.call(() -> tab.project().document().get());
    Layout before = drawn(start);
    Fx.run(() -> tab.project().edit(new Edit.SetLayout(redrawn(before))));
    ProjectFile.write(folder.resolve("penguins.pipewright"), start.withLayout(before));
    window.answers.next.add(Remedy.COMPARE);
    hands.press(KeyCode.CONTROL, KeyCode.S);
    Fx.await("the comparison", () -> window.scene().lookup(".compare") != null);
    Fx.settle();

    GraphView graph = (GraphView) window.find(".compare .graph-view");
    assertEquals(
        Map.of("frame1", "compare-changed", "frame2", "compare-removed", "frame3", "compare-added"),
        Fx.call(
            () ->
                graph.getDocument().frames().stream()
                    .collect(Collectors.toMap(GraphFrame::key, GraphFrame::category))));
    assertEquals(
        Map.of("note1", "compare-removed", "note2", "compare-same", "note3", "compare-added"),
        Fx.call(
            () ->
                graph.getDocument().notes().stream()
                    .collect(Collectors.toMap(GraphNote::key, GraphNote::style))));
    Fx.run(graph::fit);
    Fx.settle();
    Screens.write(window.scene(), "compare-drawing-light");
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    Fx.settle();
    Screens.write(window.scene(), "compare-drawing-dark");

    Fx.run(
        () ->
            list()
                .getSelectionModel()
                .select(
                    list().getItems().stream()
                        .filter(row -> row.toString().contains("frame2"))
                        .findFirst()
                        .orElseThrow()));
    Fx.settle();
    assertEquals(Set.of("frame2"), Fx.call(() -> Set.copyOf(graph.getSelection().frames())));
    assertEquals(
        170, Fx.call(() -> graph.documentPoint(graph.getWidth() / 2, 0).getX()), 2, "its middle");
    assertTrue(window.says("Looks"));
    Screens.write(window.scene(), "compare-drawing-chosen");
  }
}
