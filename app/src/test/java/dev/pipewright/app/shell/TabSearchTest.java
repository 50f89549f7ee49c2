package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Nodes that are added one after another by Tab and a few letters.
@ExtendWith(FxToolkit.class)
class TabSearchTest {

  private OpenWindow window;
  private PipelineTab tab;

  @BeforeEach
  void empty(@TempDir Path folder) {
    window = OpenWindow.of(folder);
    Fx.run(() -> window.workbench.opening().newPipeline());
    Fx.await("the empty pipeline", () -> window.workbench.activeNow().isPresent());
    Fx.settle();
    tab = Fx.call(() -> window.workbench.activeNow().orElseThrow());
  }

  private GraphView graph() {
    return (GraphView) window.find(".graph-view");
  }

  private Pipeline document() {
    return Fx.call(() -> tab.project().document().get());
  }

  private Rectangle2D bounds(String node) {
    return Fx.call(() -> graph().nodeBounds(node));
  }

  private void add(Hands hands, String words) {
    int before = document().nodes().size();
    hands.press(KeyCode.TAB);
    Fx.settle();
    hands.type(words);
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertEquals(before + 1, document().nodes().size(), words);
  }

  private boolean isSeen(String node) {
    return Fx.call(
        () -> {
          Rectangle2D at = graph().nodeBounds(node);
          Point2D low = graph().viewPoint(at.getMinX(), at.getMinY());
          Point2D high = graph().viewPoint(at.getMaxX(), at.getMaxY());
          Bounds view = graph().getLayoutBounds();
          return view.contains(low) && view.contains(high);
        });
  }

  @Test
  void formARowAreLinkedAndStayInSight(Hands hands) {
    Fx.run(() -> graph().requestFocus());
    List<String> row =
        List.of("CsvExampleGen", "StatisticsGen", "SchemaGen", "ExampleValidator", "Transform");
    for (String node : row) {
      add(hands, node);
      assertTrue(isSeen(node), node);
    }
    for (int i = 1; i < row.size(); i++) {
      assertTrue(bounds(row.get(i - 1)).getMaxX() < bounds(row.get(i)).getMinX(), row.get(i));
      assertEquals(bounds(row.get(0)).getMinY(), bounds(row.get(i)).getMinY(), row.get(i));
    }
    assertEquals(
        List.of(
            "CsvExampleGen.examples \u2192 StatisticsGen.examples",
            "StatisticsGen.statistics \u2192 SchemaGen.statistics",
            "SchemaGen.schema \u2192 ExampleValidator.schema"),
        document().nodes().stream().flatMap(Node::links).map(Link::toString).toList());
    Screens.write(window.scene(), "tab-search-row");
  }

  @Test
  void aSecondOneBesideTheSameNodeStandsBelowTheFirst(Hands hands) {
    Fx.run(() -> graph().requestFocus());
    add(hands, "CsvExampleGen");
    for (String node : List.of("StatisticsGen", "Transform", "Trainer")) {
      Fx.run(() -> graph().getSelection().selectNodes(List.of("CsvExampleGen")));
      add(hands, node);
    }
    List<Rectangle2D> cards =
        Fx.call(
            () ->
                graph().getDocument().nodes().stream()
                    .map(GraphNode::key)
                    .map(graph()::nodeBounds)
                    .toList());
    for (int i = 0; i < cards.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertFalse(cards.get(i).intersects(cards.get(j)), i + " covers " + j);
      }
    }
    assertEquals(cards.get(1).getMinX(), cards.get(3).getMinX());
    Screens.write(window.scene(), "tab-search-column");
  }

  @Test
  void joinsTheGroupThatItComesToStandIn(Hands hands) {
    Fx.run(() -> graph().requestFocus());
    add(hands, "CsvExampleGen");
    Rectangle2D csv = bounds("CsvExampleGen");
    Area area = new Area(csv.getMinX() - 20, csv.getMinY() - 50, 340, 180);
    Frame small = Frame.of("frame1", "Look", "data", area, List.of(new NodeId("CsvExampleGen")));
    Fx.run(() -> tab.project().edit(new Edit.SetLayout(document().layout().withFrame(small))));
    Fx.settle();
    add(hands, "StatisticsGen");
    Frame frame = document().layout().frames().getFirst();
    assertEquals(List.of(new NodeId("CsvExampleGen"), new NodeId("StatisticsGen")), frame.nodes());
    Rectangle2D grown = Fx.call(() -> graph().frameBounds("frame1"));
    assertTrue(grown.contains(bounds("StatisticsGen")), grown.toString());
  }
}
