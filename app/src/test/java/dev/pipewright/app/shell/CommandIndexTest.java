package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.action.ActionCatalog;
import dev.pipewright.app.action.ActionControls;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class CommandIndexTest {

  private static CommandIndex index(OpenWindow window) {
    Runnable nothing = () -> {};
    ActionCatalog catalog =
        Fx.call(
            () ->
                WorkbenchActions.of(
                    window.workbench, new WorkbenchActions.Window(nothing, nothing, nothing)));
    return Fx.call(() -> new CommandIndex(window.workbench, new ActionControls(catalog)));
  }

  private static List<String> names(CommandIndex index, String text) {
    return Fx.call(() -> index.find(text).stream().map(e -> e.kind() + " " + e.name()).toList());
  }

  @Test
  void putsTheNodeBeforeTheComponentAndBothBeforeParts(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    window.penguins(folder);
    CommandIndex index = index(window);
    List<String> found = names(index, "schema");
    assertEquals(
        List.of("Node SchemaGen", "Component SchemaGen", "Component ImportSchemaGen"),
        found.stream()
            .filter(name -> name.contains("Schema") && !name.startsWith("Help"))
            .toList());
    assertTrue(found.contains("Help SchemaGen"), found::toString);
    assertEquals("Command Run", names(index, "run").getFirst());
    assertEquals("Recent file penguins.pipewright", names(index, " PENGUINS.P ").getFirst());
  }

  @Test
  void offersNeitherItselfNorWhatCannotBeDone(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    CommandIndex index = index(window);
    assertFalse(names(index, "").contains("Command Search commands and components"));
    assertFalse(names(index, "undo").contains("Command Undo"));
    assertTrue(names(index, "Evaluator").stream().allMatch(name -> name.startsWith("Help ")));
  }

  @Test
  void walksTheRowsByKeysAndClosesByEscape(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    hands.press(KeyCode.CONTROL, KeyCode.K);
    hands.type("schemagen");
    hands.press(KeyCode.DOWN);
    hands.press(KeyCode.UP);
    hands.press(KeyCode.ENTER);
    assertEquals(new NodeId("SchemaGen"), Fx.call(() -> tab.selected().get()));

    hands.press(KeyCode.CONTROL, KeyCode.K);
    hands.type("zzzz");
    assertTrue(window.says("Nothing matches"));
    hands.press(KeyCode.ENTER);
    assertTrue(Fx.call(() -> window.find(".search-layer").isVisible()));
    hands.press(KeyCode.ESCAPE);
    assertFalse(Fx.call(() -> window.find(".search-layer").isVisible()));
    assertEquals(Theme.LIGHT, Fx.call(() -> window.workbench.layout().theme().get()));
  }

  @Test
  void beginsAnewEachTime(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    hands.press(KeyCode.CONTROL, KeyCode.K);
    hands.type("zz");
    hands.press(KeyCode.ESCAPE);
    hands.press(KeyCode.CONTROL, KeyCode.K);
    ListView<?> list = (ListView<?>) window.find(".search-box .list-view");
    assertTrue(Fx.call(() -> list.getItems().size()) > 5);
    assertEquals(0, Fx.call(() -> list.getSelectionModel().getSelectedIndex()));
  }

  @Test
  void goesToSettingsAndToPartsOfTheGuide(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    hands.press(KeyCode.CONTROL, KeyCode.K);
    hands.type("cpu threads");
    Fx.settle();
    dev.pipewright.testing.Screens.write(window.scene(), "search-setting");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertTrue(Fx.call(() -> window.find("#setting-threads").isVisible()));
    hands.press(KeyCode.CONTROL, KeyCode.K);
    hands.type("muted and byp");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertTrue(window.says("Running a pipeline, and parts of it"));
    javafx.scene.control.ScrollPane scroll =
        (javafx.scene.control.ScrollPane) window.find(".help-page .scroll-pane");
    Fx.await("the heading", () -> scroll.getVvalue() > 0);
  }
}
