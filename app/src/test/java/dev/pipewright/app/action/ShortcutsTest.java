package dev.pipewright.app.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortcutsTest {

  private final ObjectProperty<Map<String, List<String>>> chosen =
      new SimpleObjectProperty<>(Map.of());
  private final ActionCatalog catalog =
      new ActionCatalog(
          List.of(action("run", "F5"), action("stop", "Shift+F5"), action("walk", null)),
          List.of());
  private final Shortcuts shortcuts = new Shortcuts(catalog, chosen);

  private static Action action(String id, String keys) {
    return new Action(id, id, "mdi2p-play", keys, new SimpleBooleanProperty(true), null, () -> {});
  }

  private static KeyCombination keys(String name) {
    return KeyCombination.keyCombination(name);
  }

  @Test
  void hasTheUsualKeysUntilOthersAreChosen() {
    assertEquals(List.of(keys("F5")), shortcuts.of("run"));
    assertEquals("", shortcuts.text("walk"));
    assertFalse(shortcuts.isChanged("run"));
  }

  @Test
  void takesKeysOverFromTheActionThatHasThem() {
    shortcuts.add("walk", keys("F5"));
    assertEquals(List.of(), shortcuts.of("run"));
    assertEquals(Map.of("walk", List.of("F5"), "run", List.of()), chosen.get());
    shortcuts.reset("run");
    assertEquals(Map.of(), chosen.get());
    assertEquals(List.of(keys("F5")), shortcuts.of("run"));
  }

  @Test
  void holdsSeveralKeysAndSaysOnlyWhatIsNotUsual() {
    shortcuts.add("run", keys("Shortcut+R"));
    assertEquals(List.of(keys("F5"), keys("Shortcut+R")), shortcuts.of("run"));
    shortcuts.replace("run", keys("Shortcut+R"), keys("F9"));
    assertEquals(List.of(keys("F5"), keys("F9")), shortcuts.of("run"));
    shortcuts.remove("run", keys("F9"));
    assertEquals(Map.of(), chosen.get());
  }

  @Test
  void aChosenKeyGoesBeforeAUsualOneAndUnknownOnesAreLeftAlone() {
    chosen.set(Map.of("walk", List.of("F5", "Hyper+Q"), "newer", List.of("F12")));
    assertEquals(List.of(keys("F5")), shortcuts.of("walk"));
    assertEquals(List.of(), shortcuts.of("run"));
    shortcuts.add("stop", keys("F8"));
    assertEquals(List.of("F12"), chosen.get().get("newer"));
  }

  @ParameterizedTest
  @CsvSource({
    "K, true", "Shift+K, true", "Space, true", "Enter, true", "Up, true",
    "F3, false", "Delete, false", "Alt+K, false", "Shortcut+K, false", "Shift+F3, false"
  })
  void keysThatWriteAreNoShortcuts(String name, boolean isTyping) {
    assertEquals(isTyping, Shortcuts.isTyping(keys(name)));
  }

  @Test
  void ctrlAndTheShortcutKeyAreOneButOnAMac() {
    if (!System.getProperty("os.name").startsWith("Mac")) {
      chosen.set(Map.of("walk", List.of("Ctrl+F6")));
      assertTrue(shortcuts.holder(keys("Shortcut+F6")).isPresent());
    }
  }
}
