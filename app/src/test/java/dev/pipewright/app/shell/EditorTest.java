package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphView;
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
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Designs pipelines as a person does: by mouse and keys, from an empty canvas.
@ExtendWith(FxToolkit.class)
class EditorTest {

  private OpenWindow window;
  private PipelineTab tab;

  @BeforeEach
  void open(@TempDir Path folder) {
    window = OpenWindow.of(folder);
    Fx.run(() -> window.workbench.newPipeline());
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

  private List<String> links() {
    return document().nodes().stream().flatMap(Node::links).map(Link::toString).sorted().toList();
  }

  private Point2D at(double viewX, double viewY) {
    return Hands.pointIn(graph(), viewX, viewY);
  }

  private Rectangle2D bounds(String node) {
    return Fx.call(() -> graph().nodeBounds(node));
  }

  private Point2D row(String component) {
    ListView<?> list = (ListView<?>) window.find(".palette-list");
    return Hands.middle(
        list.lookupAll(".palette-cell").stream()
            .filter(cell -> cell.getAccessibleText() != null)
            .filter(cell -> cell.getAccessibleText().startsWith(component + "."))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no row of " + component)));
  }

  @Test
  void addsAComponentThatIsDraggedFromThePalette(Hands hands) {
    hands.drag(row("CsvExampleGen"), at(300, 200));
    Fx.settle();
    assertEquals(
        List.of(Node.of(new NodeId("CsvExampleGen"), "CsvExampleGen")), document().nodes());
    Rectangle2D card = bounds("CsvExampleGen");
    Point2D dropped = Fx.call(() -> graph().documentPoint(300, 200));
    assertTrue(card.contains(dropped), card + " is not at " + dropped);
    assertEquals(
        List.of("CsvExampleGen"), Fx.call(() -> List.copyOf(graph().getSelection().nodes())));
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(List.of(), document().nodes());
    assertFalse(Fx.call(() -> tab.project().dirty().get()));
  }

  @Test
  void forgetsADragByEscape(Hands hands) {
    hands.moveTo(row("CsvExampleGen")).press(javafx.scene.input.MouseButton.PRIMARY);
    hands.glideTo(at(300, 200));
    Screens.write(window.scene(), "editor-drag");
    hands.press(KeyCode.ESCAPE);
    hands.glideTo(at(320, 240));
    hands.release(javafx.scene.input.MouseButton.PRIMARY);
    assertEquals(List.of(), document().nodes());
  }

  @Test
  void wiresWhatIsDoubleClickedToTheSelectedNode(Hands hands) {
    for (String component : List.of("CsvExampleGen", "StatisticsGen", "SchemaGen")) {
      Point2D row = row(component);
      hands.moveTo(row).click().click();
      Fx.settle();
    }
    assertEquals(
        List.of(
            "CsvExampleGen.examples → StatisticsGen.examples",
            "StatisticsGen.statistics → SchemaGen.statistics"),
        links());
    assertFalse(bounds("StatisticsGen").intersects(bounds("CsvExampleGen")));
    Screens.write(window.scene(), "editor-wired");
  }

  @Test
  void opensTheListOfComponentsByTab(Hands hands) {
    Fx.run(() -> graph().requestFocus());
    hands.press(KeyCode.TAB);
    Fx.settle();
    Screens.write(window.scene(), "editor-search");
    hands.type("tarin");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertEquals(List.of(Node.of(new NodeId("Trainer"), "Trainer")), document().nodes());
  }

  @Test
  void mendsAProblemByItsLink(Hands hands) {
    Fx.run(() -> window.workbench.add("SchemaGen"));
    Fx.settle();
    Fx.run(() -> tab.canvas().showProblems());
    Fx.await("the problem", () -> window.says("Add StatisticsGen and link it"));
    Screens.write(window.scene(), "editor-problems");
    hands.click(window.labelled("Add StatisticsGen and link it"));
    Fx.settle();
    assertEquals(List.of("StatisticsGen.statistics → SchemaGen.statistics"), links());
    assertFalse(bounds("StatisticsGen").intersects(bounds("SchemaGen")));
  }
}
