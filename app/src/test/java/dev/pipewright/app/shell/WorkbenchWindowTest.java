package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class WorkbenchWindowTest {

  private static List<String> names(PipelineTab tab) {
    return Fx.call(
        () ->
            tab.project().document().get().nodes().stream()
                .map(node -> node.id().value())
                .toList());
  }

  @Test
  void addsAComponentByADoubleClickAndTakesItBack(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    List<String> before = names(tab);

    hands.doubleClick(window.labelled("Importer"));

    assertEquals("Importer", names(tab).getLast());
    assertEquals(new NodeId("Importer"), Fx.call(() -> tab.selected().get()));
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(before, names(tab));
    assertFalse(Fx.call(() -> tab.project().dirty().get()));
  }

  @Test
  void beginsAPipelineWithTheFirstComponent(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);

    Fx.run(() -> window.workbench.add("CsvExampleGen"));
    Fx.settle();

    PipelineTab tab = Fx.call(() -> window.workbench.activeNow().orElseThrow());
    assertEquals(List.of("CsvExampleGen"), names(tab));
    assertTrue(window.says("untitled"));
  }

  @Test
  void movesALineBetweenPanels(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    window.penguins(folder);

    hands.drag(new Point2D(215, 500), new Point2D(275, 520));

    assertEquals(275, Fx.call(() -> window.workbench.layout().palette().get()));
    double width = Fx.call(() -> window.find(".palette").getLayoutBounds().getWidth());
    assertEquals(275, width);
  }

  @Test
  void keepsTheFocusWhilePanelsComeAndGo(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    window.penguins(folder);
    Fx.run(() -> window.find(".graph-view").requestFocus());

    for (Panel panel : List.of(Panel.PALETTE, Panel.INSPECTOR)) {
      Fx.run(() -> window.workbench.layout().shows(panel).set(false));
      Fx.settle();
      assertTrue(Fx.call(() -> window.find(".graph-view").isFocused()), panel.name());
      Fx.run(() -> window.workbench.layout().shows(panel).set(true));
      Fx.settle();
      assertTrue(Fx.call(() -> window.find(".graph-view").isFocused()), panel.name());
    }
  }

  @Test
  void showsNoWelcomePageWhileFilesAreAboutToBeOpened(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    assertTrue(window.says("Start from a template"));

    Fx.run(() -> window.workbench.opens().set(true));
    Fx.settle();
    assertFalse(window.says("Start from a template"));

    Fx.run(() -> window.workbench.opens().set(false));
    Fx.settle();
    assertTrue(window.says("Start from a template"), "where none could be opened");
  }

  @Test
  void deletesTheSelectedNode(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Fx.run(() -> tab.canvas().reveal(new NodeId("Pusher")));
    Fx.run(() -> window.find(".graph-view").requestFocus());

    hands.press(KeyCode.DELETE);

    assertFalse(names(tab).contains("Pusher"));
  }

  @Test
  void findsACommandByItsName(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);

    hands.press(KeyCode.CONTROL, KeyCode.K);
    hands.type("dark");
    hands.press(KeyCode.ENTER);

    assertEquals(Theme.DARK, Fx.call(() -> window.workbench.layout().theme().get()));
    assertFalse(Fx.call(() -> window.find(".search-layer").isVisible()));
  }

  @Test
  void goesToANodeByItsName(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);

    hands.press(KeyCode.CONTROL, KeyCode.K);
    hands.type("evaluator");
    hands.press(KeyCode.ENTER);

    assertEquals(new NodeId("Evaluator"), Fx.call(() -> tab.selected().get()));
    assertTrue(window.says("Has not run yet"));
  }

  @Test
  void foldsPanels(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    window.penguins(folder);
    double before = Fx.call(() -> window.find(".graph-view").getLayoutBounds().getWidth());

    hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);

    double after = Fx.call(() -> window.find(".graph-view").getLayoutBounds().getWidth());
    assertEquals(before + 216 + 312, after);
  }

  @Test
  void marksAndSavesChanges(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Fx.run(() -> tab.project().edit(new Edit.SetName("birds")));
    assertTrue(Fx.call(() -> window.find(".tab-dot").isVisible()));

    hands.press(KeyCode.CONTROL, KeyCode.S);

    Fx.await("saved", () -> !tab.project().dirty().get());
    assertEquals("birds", ProjectFile.read(folder.resolve("penguins.pipewright")).name());
    assertFalse(Fx.call(() -> window.find(".tab-dot").isVisible()));
  }

  @Test
  void asksWhereANewPipelineIsToBeSaved(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    Path file = folder.resolve("mine.pipewright");
    window.answers.toSave = Optional.of(file);

    hands.press(KeyCode.CONTROL, KeyCode.N);
    hands.press(KeyCode.CONTROL, KeyCode.S);

    Fx.await("saved", () -> Files.exists(file) && window.says("mine.pipewright"));
    assertEquals(List.of("save untitled.pipewright"), window.answers.asked);
    assertEquals(Pipeline.of("mine", List.of()), ProjectFile.read(file));
  }

  @Test
  void asksBeforeUnsavedChangesAreLost(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Fx.run(() -> tab.project().edit(new Edit.SetName("birds")));

    hands.press(KeyCode.CONTROL, KeyCode.W);
    assertEquals(List.of("Save the changes of penguins.pipewright?"), window.answers.asked);
    assertEquals(1, Fx.call(() -> window.workbench.tabs().size()));

    window.answers.next.add(Questions.Unsaved.DISCARD);
    hands.press(KeyCode.CONTROL, KeyCode.W);
    assertEquals(0, Fx.call(() -> window.workbench.tabs().size()));
    assertTrue(window.says("Start from a template"));
  }

  @Test
  void closesATabByAMiddleClickAndCyclesThroughOthers(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab penguins = window.penguins(folder);
    hands.press(KeyCode.CONTROL, KeyCode.N);
    Tab untitled = Fx.call(() -> window.workbench.selected().get());

    hands.press(KeyCode.CONTROL, KeyCode.TAB);
    assertEquals(penguins, Fx.call(() -> window.workbench.selected().get()));

    hands.moveTo(window.labelled("penguins.pipewright")).click(MouseButton.MIDDLE);
    assertEquals(List.of(untitled), Fx.call(() -> List.copyOf(window.workbench.tabs())));
  }

  @Test
  void opensAFileOnce(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    window.penguins(folder);
    Fx.run(() -> window.workbench.open(folder.resolve("penguins.pipewright")));
    Fx.settle();
    assertEquals(1, Fx.call(() -> window.workbench.tabs().size()));
  }

  @Test
  void saysWhyAFileCannotBeOpened(@TempDir Path folder) throws IOException {
    OpenWindow window = OpenWindow.of(folder);
    Path file = Files.writeString(folder.resolve("bad.pipewright"), "{\n  \"format\": ");

    Fx.run(() -> window.workbench.open(file));

    Fx.await("a notice", () -> !window.errors.notices().isEmpty());
    Fx.settle();
    var notice = window.errors.notices().getFirst();
    assertTrue(notice.where().startsWith(file + ":"), notice.where());
    assertTrue(window.says(notice.what()));
  }

  @Test
  void listsProblemsAndLeadsToTheirNode(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Fx.run(
        () ->
            tab.project()
                .edit(
                    Edit.AddNode.last(
                        tab.project().document().get(),
                        Node.of(new NodeId("lonely"), "StatisticsGen"))));
    Fx.await("problems", () -> !tab.project().problems().get().isEmpty());

    hands.click(window.labelled("Problems"));
    Fx.settle();
    hands.click(window.labelled("lonely.inputs.examples"));

    assertEquals(new NodeId("lonely"), Fx.call(() -> tab.selected().get()));
  }

  @Test
  void renamesTheSelectedNode(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Fx.run(() -> tab.canvas().reveal(new NodeId("SchemaGen")));
    Fx.settle();

    hands.click(window.find(".rename-button"));
    hands.press(KeyCode.CONTROL, KeyCode.A);
    hands.type("types");
    hands.press(KeyCode.ENTER);

    assertTrue(names(tab).contains("types"), names(tab).toString());
    assertFalse(names(tab).contains("SchemaGen"));
  }

  @Test
  void remembersHowItWas(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    window.penguins(folder);
    hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);

    hands.press(KeyCode.CONTROL, KeyCode.Q);

    assertFalse(window.isShowing());
    var kept = window.kept.getLast();
    Path file = folder.resolve("penguins.pipewright").toAbsolutePath();
    assertEquals(List.of(file), kept.open());
    assertEquals(List.of(file), kept.recent());
    assertFalse(kept.panels().contains(Panel.DOCK));
    assertTrue(kept.panels().contains(Panel.PALETTE));
  }

  @Test
  void staysOpenWhenAPersonSaysSo(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Fx.run(() -> tab.project().edit(new Edit.SetName("birds")));

    hands.press(KeyCode.CONTROL, KeyCode.Q);

    assertTrue(window.isShowing());
  }
}
