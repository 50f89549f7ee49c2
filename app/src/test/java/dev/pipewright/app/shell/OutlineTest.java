package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphView;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Goes through a pipeline by its outline as a person does.
@ExtendWith(FxToolkit.class)
class OutlineTest {

  @TempDir private Path folder;
  private OpenWindow window;
  private PipelineTab tab;

  private void open(Hands hands) {
    window = OpenWindow.of(folder);
    tab = window.penguins(folder);
    Layout layout =
        document()
            .layout()
            .withNote(Note.of("n", "Ask ops before the push", new Area(900, 400, 160, 100)))
            .withFrame(
                Frame.of(
                    "f",
                    "Validation",
                    "validate",
                    new Area(200, 0, 600, 240),
                    List.of(new NodeId("SchemaGen"), new NodeId("StatisticsGen"))));
    Fx.run(
        () ->
            tab.project()
                .edit(
                    new Edit.Sequence(
                        List.of(
                            new Edit.SetLayout(layout),
                            new Edit.SetRuntimeParameter(
                                RuntimeParameter.of(
                                    "rate",
                                    RuntimeParameter.Kind.FLOAT,
                                    ParameterValue.of(0.1)))))));
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    Fx.await("the outline", () -> rows().size() > 5);
    Fx.settle();
  }

  private Pipeline document() {
    return Fx.call(() -> tab.project().document().get());
  }

  private TreeView<?> tree() {
    return (TreeView<?>) window.find(".outline-tree");
  }

  private List<String> rows() {
    return Fx.call(
        () -> {
          List<String> rows = new ArrayList<>();
          for (int i = 0; i < tree().getExpandedItemCount(); i++) {
            rows.add(title(String.valueOf(tree().getTreeItem(i).getValue())));
          }
          return rows;
        });
  }

  private static String title(String branch) {
    return branch.replaceFirst(".*?title=(.*?), children=.*", "$1");
  }

  private GraphView graph() {
    return (GraphView) window.find(".graph-view");
  }

  private List<String> selected() {
    return Fx.call(() -> List.copyOf(graph().getSelection().nodes()));
  }

  private List<String> marked() {
    return Fx.call(
        () ->
            tree().getSelectionModel().getSelectedItems().stream()
                .map(item -> title(String.valueOf(item.getValue())))
                .toList());
  }

  private javafx.scene.Node cell(String title) {
    return Fx.call(
        () ->
            tree().lookupAll(".outline-cell").stream()
                .filter(cell -> String.valueOf(cell.getAccessibleText()).startsWith(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + title)));
  }

  @Test
  void listsEverythingInOrderAndGoesThere(Hands hands) {
    open(hands);
    assertEquals(
        List.of(
            "Runtime parameters",
            "rate",
            "CsvExampleGen",
            "Validation",
            "StatisticsGen",
            "SchemaGen"),
        rows().subList(0, 6));
    assertEquals(
        List.of("Notes", "Ask ops before the push"),
        rows().subList(rows().size() - 2, rows().size()));
    hands.click(cell("Trainer"));
    Fx.settle();
    assertEquals(List.of("Trainer"), selected());
    Rectangle2D at = Fx.call(() -> graph().nodeBounds("Trainer"));
    double middle = Fx.call(() -> graph().documentPoint(graph().getWidth() / 2, 0).getX());
    assertEquals(middle, at.getMinX() + at.getWidth() / 2, 2);
    Screens.write(window.scene(), "outline-light");
    hands.press(KeyCode.UP);
    Fx.settle();
    assertEquals(1, selected().size());
    assertTrue(!selected().contains("Trainer"), selected().toString());
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    Fx.settle();
    Screens.write(window.scene(), "outline-dark");
  }

  @Test
  void followsTheCanvas(Hands hands) {
    open(hands);
    Fx.run(() -> graph().getSelection().selectNodes(List.of("SchemaGen", "Evaluator")));
    Fx.settle();
    assertEquals(List.of("Evaluator", "SchemaGen"), marked().stream().sorted().toList());
    Fx.run(() -> graph().getSelection().selectNodes(List.of("Pusher")));
    Fx.settle();
    assertEquals(List.of("Pusher"), marked());
    Fx.run(() -> tab.project().edit(new Edit.RemoveNode(new NodeId("Pusher"))));
    Fx.await("Pusher is gone", () -> !rows().contains("Pusher"));
  }

  @Test
  void renamesInPlace(Hands hands) {
    open(hands);
    hands.click(cell("Trainer"));
    hands.press(KeyCode.F2);
    Fx.settle();
    hands.type("Model");
    Screens.write(window.scene(), "outline-rename");
    hands.press(KeyCode.ENTER);
    Fx.await("the new name", () -> document().node(new NodeId("Model")).isPresent());
    Fx.await("the row", () -> rows().contains("Model"));
    hands.click(cell("Validation"));
    hands.press(KeyCode.F2);
    Fx.settle();
    hands.type("Checks");
    hands.press(KeyCode.ENTER);
    Fx.await(
        "the title", () -> document().layout().frame("f").orElseThrow().title().equals("Checks"));
    hands.click(cell("rate"));
    hands.press(KeyCode.F2);
    Fx.settle();
    hands.type("9");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertTrue(document().parameter("rate").isPresent());
    assertTrue(window.says("\u201c9\u201d cannot name a runtime parameter."));
  }

  @Test
  void filters(Hands hands) {
    open(hands);
    hands.click(window.find("#outline-filter"));
    hands.type("schema");
    Fx.await("the filtered", () -> rows().equals(List.of("Validation", "SchemaGen")));
    hands.type("x");
    Fx.await("nothing", () -> window.says("Nothing has that in its name."));
    hands.press(KeyCode.ESCAPE);
    Fx.await("all", () -> rows().size() > 8);
  }

  @Test
  void scrollsThroughAThousandNodes(Hands hands) throws Exception {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      nodes.add(Node.of(new NodeId("Node" + i), "StatisticsGen"));
    }
    Path file = folder.resolve("large.pipewright");
    ProjectFile.write(file, Pipeline.of("large", nodes));
    window = OpenWindow.of(folder);
    Fx.call(() -> window.workbench.open(file)).get(30, TimeUnit.SECONDS);
    Fx.settle();
    tab = Fx.call(() -> window.workbench.activeNow().orElseThrow());
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    Fx.await("the rows", () -> Fx.call(() -> tree().getExpandedItemCount()) == 1000);
    Fx.run(() -> tree().scrollTo(900));
    Fx.settle();
    assertTrue(Fx.call(() -> tree().lookupAll(".outline-cell").size()) < 80);
    hands.click(cell("Node905"));
    Fx.settle();
    assertEquals(List.of("Node905"), selected());
  }
}
