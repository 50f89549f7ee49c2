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

  /// The mark of a port, as a screen reader calls it.
  private Point2D port(String spoken) {
    return Fx.call(
        () ->
            graph().lookupAll(".graph-port").stream()
                .filter(port -> spoken.equals(port.getAccessibleText()))
                .findFirst()
                .map(Hands::middle)
                .orElseThrow(() -> new AssertionError("no " + spoken)));
  }

  private void drop(Hands hands, String component, double viewX, double viewY) {
    hands.drag(row(component), at(viewX, viewY));
    Fx.settle();
  }

  @Test
  void linksPortsByDraggingAndSaysWhyOthersDoNotFit(Hands hands) {
    drop(hands, "CsvExampleGen", 120, 120);
    drop(hands, "StatisticsGen", 420, 120);
    drop(hands, "Pusher", 420, 330);
    Point2D output = port("Output examples, Examples, of CsvExampleGen");
    hands.moveTo(output).press(javafx.scene.input.MouseButton.PRIMARY);
    hands.glideTo(port("Input model, Model, of Pusher"));
    Fx.settle();
    Screens.write(window.scene(), "editor-misfit");
    hands.glideTo(port("Input examples, Examples, of StatisticsGen"));
    Screens.write(window.scene(), "editor-link");
    hands.release(javafx.scene.input.MouseButton.PRIMARY);
    Fx.settle();
    assertEquals(List.of("CsvExampleGen.examples → StatisticsGen.examples"), links());
  }

  @Test
  void asksForANodeWhereALinkIsDroppedOnNothing(Hands hands) {
    drop(hands, "StatisticsGen", 120, 120);
    hands.drag(port("Output statistics, ExampleStatistics, of StatisticsGen"), at(500, 300));
    Fx.settle();
    Screens.write(window.scene(), "editor-ask");
    ListView<?> list = (ListView<?>) window.find(".node-search .list-view");
    // Two validators take statistics at several inputs.
    assertEquals(6, Fx.call(() -> list.getItems().size()));
    hands.type("schema");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertEquals(List.of("StatisticsGen.statistics → SchemaGen.statistics"), links());
  }

  @Test
  void putsANodeDroppedOnALinkIntoIt(Hands hands) {
    drop(hands, "CsvExampleGen", 120, 200);
    drop(hands, "StatisticsGen", 700, 200);
    hands.drag(
        port("Output examples, Examples, of CsvExampleGen"),
        port("Input examples, Examples, of StatisticsGen"));
    Fx.settle();
    Point2D from = port("Output examples, Examples, of CsvExampleGen");
    Point2D to = port("Input examples, Examples, of StatisticsGen");
    hands.moveTo(row("Transform")).press(javafx.scene.input.MouseButton.PRIMARY);
    hands.glideTo(from.midpoint(to));
    Fx.settle();
    Screens.write(window.scene(), "editor-insert");
    hands.release(javafx.scene.input.MouseButton.PRIMARY);
    Fx.settle();
    assertEquals(
        List.of(
            "CsvExampleGen.examples → Transform.examples",
            "Transform.transformed_examples → StatisticsGen.examples"),
        links());
  }

  @Test
  void copiesPastesAndTakesItBack(Hands hands) {
    drop(hands, "CsvExampleGen", 120, 120);
    hands.moveTo(row("StatisticsGen")).click().click();
    Fx.settle();
    Fx.run(() -> graph().requestFocus());
    hands.press(KeyCode.CONTROL, KeyCode.A);
    hands.press(KeyCode.CONTROL, KeyCode.C);
    hands.press(KeyCode.CONTROL, KeyCode.V);
    Fx.settle();
    Screens.write(window.scene(), "editor-pasted");
    assertEquals(
        List.of(
            "CsvExampleGen.examples → StatisticsGen.examples",
            "CsvExampleGen2.examples → StatisticsGen2.examples"),
        links());
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(2, document().nodes().size());
  }

  @Test
  void groupsMutesNotesAndArranges(Hands hands) {
    for (String component : List.of("CsvExampleGen", "StatisticsGen", "SchemaGen")) {
      hands.moveTo(row(component)).click().click();
      Fx.settle();
    }
    Fx.run(() -> graph().getSelection().selectNodes(List.of("StatisticsGen", "SchemaGen")));
    Fx.run(() -> graph().requestFocus());
    hands.press(KeyCode.CONTROL, KeyCode.G);
    Fx.settle();
    hands.type("Data validation");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertEquals("Data validation", document().layout().frames().getFirst().title());
    assertEquals("validate", document().layout().frames().getFirst().color());
    Fx.run(() -> graph().getSelection().selectNodes(List.of("SchemaGen")));
    hands.press(KeyCode.CONTROL, KeyCode.M);
    assertEquals(Node.Mode.MUTED, document().node(new NodeId("SchemaGen")).orElseThrow().mode());
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    Fx.settle();
    hands.type("Ask ops");
    Fx.run(() -> graph().requestFocus());
    Fx.settle();
    assertEquals("Ask ops", document().layout().notes().getFirst().text());
    Fx.run(() -> graph().getSelection().clear());
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    Fx.await("the layout", () -> document().layout().positions().size() == 3);
    Fx.settle();
    Screens.write(window.scene(), "editor-group");
  }

  @Test
  void saysWhatARunWouldDoAndSavesBeforeTheFirst(Hands hands, @TempDir Path folder) {
    PipelineTab penguins = window.penguins(folder);
    Fx.await("the forecast", () -> window.says("9 to run"));
    Node generator = penguins.project().document().get().nodes().getFirst();
    Fx.run(
        () ->
            penguins
                .project()
                .edit(new dev.pipewright.pipeline.Edit.SetMode(generator.id(), Node.Mode.MUTED)));
    Fx.await("another forecast", () -> !window.says("9 to run"));
    Fx.run(() -> window.workbench.selected().set(tab));
    Fx.settle();
    hands.press(KeyCode.F5);
    assertEquals(List.of("save untitled.pipewright"), window.answers.asked);
  }

  @Test
  void goesBackToAnEditOfTheList(Hands hands) {
    for (String component : List.of("CsvExampleGen", "StatisticsGen", "SchemaGen")) {
      Fx.run(() -> window.workbench.add(component));
    }
    Fx.settle();
    assertEquals(
        List.of("Add CsvExampleGen", "Add StatisticsGen and 1 more", "Add SchemaGen and 1 more"),
        Fx.call(() -> tab.project().edits().words()));
    hands.click(window.find("#history"));
    Fx.settle();
    hands.press(KeyCode.DOWN);
    hands.press(KeyCode.DOWN);
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertEquals(1, document().nodes().size());
    assertEquals(3, Fx.call(() -> tab.project().edits().words().size()));
    Fx.run(() -> tab.project().goTo(3));
    assertEquals(3, document().nodes().size());
  }
}
