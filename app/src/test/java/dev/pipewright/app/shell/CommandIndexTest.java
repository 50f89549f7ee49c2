package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.action.ActionCatalog;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
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
    return new CommandIndex(window.workbench, catalog);
  }

  private static List<String> names(CommandIndex index, String text) {
    return Fx.call(() -> index.find(text).stream().map(e -> e.kind() + " " + e.name()).toList());
  }

  @Test
  void ranksBeginningsThenWordsThenPartsThenLettersInOrder() {
    assertEquals(0, CommandIndex.rank("StatisticsGen", "stat"));
    assertEquals(1, CommandIndex.rank("StatisticsGen", "gen"));
    assertEquals(1, CommandIndex.rank("Run to here", "to"));
    assertEquals(2, CommandIndex.rank("StatisticsGen", "tist"));
    assertEquals(3, CommandIndex.rank("StatisticsGen", "stg"));
    assertEquals(Integer.MAX_VALUE, CommandIndex.rank("StatisticsGen", "gz"));
  }

  @Test
  void takesAWordThatComesAfterAPartOfAnother() {
    assertEquals(1, CommandIndex.rank("Restart the art", "art"));
    assertEquals(1, CommandIndex.rank("ImportSchemaGen2Gen", "gen"));
  }

  @Test
  void findsEverythingWithoutWords() {
    assertTrue(CommandIndex.rank("Anything", "") < Integer.MAX_VALUE);
    assertEquals(0, CommandIndex.rank("", ""));
  }

  @Test
  void ranksNamesWhoseLettersGrowInLowerCase() {
    assertEquals(2, CommandIndex.rank("\u0130\u0130ab", "b"));
    assertEquals(Integer.MAX_VALUE, CommandIndex.rank("\u0130\u0130", "x"));
  }

  @Test
  void ranksAnyNameByAnyWords() {
    Random random = new Random(7);
    String letters = "aAbB \u0130\u00df\u01c5.-_\ud83d\ude00";
    for (int i = 0; i < 20_000; i++) {
      String name = word(random, letters, 9);
      String wanted = word(random, letters, 4).strip().toLowerCase(Locale.ROOT);
      int rank = CommandIndex.rank(name, wanted);
      boolean contains = name.toLowerCase(Locale.ROOT).contains(wanted);
      assertEquals(contains, rank < 3, name + " | " + wanted);
      assertEquals(name.toLowerCase(Locale.ROOT).startsWith(wanted), rank == 0, name);
    }
  }

  private static String word(Random random, String letters, int most) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  @Test
  void putsTheNodeBeforeTheComponentAndBothBeforeParts(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    window.penguins(folder);
    CommandIndex index = index(window);
    List<String> found = names(index, "schema");
    assertEquals(
        List.of("Node SchemaGen", "Component SchemaGen", "Component ImportSchemaGen"),
        found.stream().filter(name -> name.contains("Schema")).toList());
    assertEquals("Command Run", names(index, "run").getFirst());
    assertEquals(List.of("Recent file penguins.pipewright"), names(index, " PENGUINS.P "));
  }

  @Test
  void offersNeitherItselfNorWhatCannotBeDone(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    CommandIndex index = index(window);
    assertFalse(names(index, "").contains("Command Search commands and components"));
    assertFalse(names(index, "undo").contains("Command Undo"));
    assertEquals(List.of(), names(index, "Evaluator"));
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
}
