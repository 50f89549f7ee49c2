package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.canvas.GraphLink;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A group of a pipeline in a tab of its own.
@ExtendWith(FxToolkit.class)
class PartTabTest {

  private static final List<String> GROUP = List.of("StatisticsGen", "SchemaGen", "Transform");

  private OpenWindow window;
  private PipelineTab tab;

  @BeforeEach
  void group(@TempDir Path folder) {
    window = OpenWindow.of(folder);
    tab = window.penguins(folder);
    Hands hands = new Hands();
    Fx.run(() -> graph().getSelection().selectNodes(GROUP));
    Fx.run(() -> graph().requestFocus());
    hands.press(KeyCode.CONTROL, KeyCode.G);
    hands.type("Preparation");
    hands.press(KeyCode.ENTER);
  }

  /// The canvas that is in the window.
  private GraphView graph() {
    return (GraphView) window.find(".graph-view");
  }

  private Pipeline document() {
    return Fx.call(() -> tab.project().document().get());
  }

  private Frame frame() {
    return document().layout().frames().getFirst();
  }

  private void openPart(Hands hands) {
    hands.press(KeyCode.CONTROL, KeyCode.K);
    hands.type("open group in");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertTrue(Fx.call(() -> window.workbench.selected().get() instanceof Tab.Part));
  }

  private Set<String> shown() {
    return Fx.call(
        () ->
            graph().getDocument().nodes().stream().map(GraphNode::key).collect(Collectors.toSet()));
  }

  @Test
  void showsTheGroupWithWhatItIsLinkedWith(Hands hands) {
    openPart(hands);

    assertEquals(
        Set.of(
            "StatisticsGen",
            "SchemaGen",
            "Transform",
            "CsvExampleGen",
            "ExampleValidator",
            "Trainer",
            "Evaluator"),
        shown());
    assertTrue(window.says("3 components"));
    Screens.write(window.scene(), "part-light");
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    Fx.settle();
    Screens.write(window.scene(), "part-dark");
    assertEquals(List.of(), CutTexts.of(window.scene().getRoot()));

    hands.click(window.find("#part-up"));
    assertEquals(tab, Fx.call(() -> window.workbench.selected().get()));
    assertEquals(9, shown().size());
  }

  @Test
  void addsToTheGroupWhatIsAddedThere(Hands hands) {
    openPart(hands);
    ListView<?> palette = (ListView<?>) window.find(".palette-list");
    Point2D row =
        Hands.middle(
            palette.lookupAll(".palette-cell").stream()
                .filter(cell -> cell.getAccessibleText() != null)
                .filter(cell -> cell.getAccessibleText().startsWith("ExampleValidator."))
                .findFirst()
                .orElseThrow());

    hands.drag(row, Hands.pointIn(graph(), 500, 440));
    Fx.settle();

    assertTrue(frame().nodes().contains(new NodeId("ExampleValidator2")), frame().toString());
    assertTrue(shown().contains("ExampleValidator2"));
    assertTrue(window.says("4 components"));
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(3, frame().nodes().size());
    assertFalse(shown().contains("ExampleValidator2"));
  }

  @Test
  void linksWithANodeAroundAndLeavesItWhereItIs(Hands hands) {
    openPart(hands);
    var before = document().layout().positions();
    Fx.run(() -> graph().getSelection().selectNodes(List.of("Trainer", "SchemaGen")));
    Fx.run(() -> graph().requestFocus());

    hands.press(KeyCode.CONTROL, KeyCode.RIGHT);
    Fx.settle();

    assertEquals(
        before.get(new NodeId("Trainer")),
        document().layout().positions().get(new NodeId("Trainer")));
    assertFalse(
        before
            .get(new NodeId("SchemaGen"))
            .equals(document().layout().positions().get(new NodeId("SchemaGen"))));

    Fx.run(
        () -> {
          GraphLink link =
              graph().getDocument().links().stream()
                  .filter(each -> each.to().node().equals("Trainer"))
                  .filter(each -> each.from().node().equals("SchemaGen"))
                  .findFirst()
                  .orElseThrow();
          graph().getSelection().selectLinks(List.of(link.key()));
        });
    hands.press(KeyCode.DELETE);
    assertEquals(List.of(), document().node(new NodeId("Trainer")).orElseThrow().inputs("schema"));
  }

  @Test
  void keepsTheNodesAroundWhenAllIsDeletedThere(Hands hands) {
    openPart(hands);
    Fx.run(() -> graph().requestFocus());

    hands.press(KeyCode.CONTROL, KeyCode.A);
    hands.press(KeyCode.DELETE);
    Fx.settle();

    assertEquals(6, document().nodes().size());
    assertTrue(document().node(new NodeId("Trainer")).isPresent());
  }

  @Test
  void placesTheGroupAloneWhenArranged(Hands hands) {
    openPart(hands);
    var before = document().layout().positions();

    Fx.run(() -> tab.canvas().edit(PipelineView::arrange));
    Fx.await("places", () -> !document().layout().positions().equals(before));

    for (String around : List.of("CsvExampleGen", "Trainer", "Pusher")) {
      NodeId id = new NodeId(around);
      assertEquals(before.get(id), document().layout().positions().get(id), around);
    }
  }

  @Test
  void closesWhenTheGroupIsGone(Hands hands) {
    openPart(hands);

    Fx.run(() -> tab.project().goTo(0));
    Fx.await("the tab's end", () -> window.workbench.tabs().size() == 1);

    assertEquals(tab, Fx.call(() -> window.workbench.selected().get()));
    hands.press(KeyCode.CONTROL, KeyCode.A);
    assertEquals(9, Fx.call(() -> tab.selection().get().size()));
  }

  @Test
  void showsTheSelectedNodeInTheInspectorAndRevealsOthersInTheWhole(Hands hands) {
    openPart(hands);
    Fx.run(() -> graph().getSelection().selectNodes(List.of("Transform")));
    Fx.settle();
    assertEquals(new NodeId("Transform"), Fx.call(() -> tab.selected().get()));

    Fx.run(() -> tab.canvas().reveal(new NodeId("Pusher")));
    Fx.settle();
    assertEquals(tab, Fx.call(() -> window.workbench.selected().get()));
    assertEquals(new NodeId("Pusher"), Fx.call(() -> tab.selected().get()));
  }
}
