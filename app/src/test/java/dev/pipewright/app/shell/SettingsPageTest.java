package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.engine.EngineConnection;
import dev.pipewright.app.engine.EngineStarter;
import dev.pipewright.app.settings.EngineLimits;
import dev.pipewright.app.settings.Preferences;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Chooses in the settings as a person does.
@ExtendWith(FxToolkit.class)
class SettingsPageTest {

  private static void open(Hands hands) {
    hands.press(KeyCode.CONTROL, KeyCode.COMMA);
    Fx.settle();
  }

  private static Preferences preferences(OpenWindow window) {
    return Fx.call(() -> window.workbench.preferences());
  }

  private static Node in(OpenWindow window, String row, String spoken) {
    Node found =
        Fx.call(
            () ->
                all(window.find(row))
                    .filter(node -> node instanceof ButtonBase || node instanceof TextField)
                    .filter(node -> spoken.equals(node.getAccessibleText()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(row + " has no " + spoken)));
    return found;
  }

  private static java.util.stream.Stream<Node> all(Node node) {
    return node instanceof Parent parent
        ? java.util.stream.Stream.concat(
            java.util.stream.Stream.of(node),
            parent.getChildrenUnmodifiable().stream().flatMap(SettingsPageTest::all))
        : java.util.stream.Stream.of(node);
  }

  @Test
  void choosesTheThemeAndGoesBack(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    open(hands);
    Screens.write(window.scene(), "settings-light");
    hands.click(window.labelled("Dark"));
    Fx.settle();
    assertEquals(Theme.DARK, Fx.call(() -> window.workbench.layout().theme().get()));
    Screens.write(window.scene(), "settings-dark");
    hands.click(in(window, "#setting-theme", "Reset: Theme"));
    assertEquals("SYSTEM", preferences(window).theme().get());
    assertEquals(List.of(), CutTexts.of(window.scene().getRoot()));
  }

  @Test
  void findsASettingByItsWordsAndSaysWhenThereIsNone(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    open(hands);
    hands.type("heap");
    Fx.settle();
    assertTrue(window.says("Memory"));
    assertFalse(window.says("Theme"));
    assertFalse(window.says("Save as…"));
    hands.type("zzz");
    assertTrue(window.says("No setting matches. Fewer letters find more."));
  }

  @Test
  void givesAnActionOtherKeysAtOnce(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    open(hands);
    hands.type("new pipeline");
    Fx.settle();
    hands.click(in(window, "#shortcut-file-new", "New pipeline: Ctrl+N"));
    hands.press(KeyCode.K);
    Fx.settle();
    assertTrue(window.says("K is for typing. Take a function key, or add Ctrl or Alt."));
    hands.press(KeyCode.CONTROL, KeyCode.O);
    Fx.settle();
    assertTrue(window.says("Ctrl+O is taken by “Open…”."));
    Screens.write(window.scene(), "settings-clash");
    hands.click(window.labelled("Take it over"));
    Fx.settle();
    assertEquals(
        Map.of("file.new", List.of("Shortcut+O"), "file.open", List.of()),
        preferences(window).keys().get());
    assertEquals("Ctrl+O", accelerator(window, "file.new"));
    assertEquals("", accelerator(window, "file.open"));
    hands.press(KeyCode.CONTROL, KeyCode.O);
    Fx.await("the pipeline", () -> window.workbench.activeNow().isPresent());
    open(hands);
    hands.click(in(window, "#shortcut-file-new", "Reset: New pipeline"));
    hands.press(KeyCode.CONTROL, KeyCode.A);
    assertEquals(Map.of("file.open", List.of()), preferences(window).keys().get());
    hands.click(window.labelled("Reset all"));
    assertEquals("Ctrl+O", accelerator(window, "file.open"));
  }

  private static String accelerator(OpenWindow window, String id) {
    MenuBar bar = (MenuBar) window.find(".menu-bar");
    return Fx.call(
        () ->
            bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .map(MenuItem::getAccelerator)
                .map(keys -> keys == null ? "" : keys.getDisplayText())
                .findFirst()
                .orElse(""));
  }

  @Test
  void findsAnActionByItsKeys(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    open(hands);
    hands.click(window.find("#shortcuts-listen"));
    hands.press(KeyCode.CONTROL, KeyCode.S);
    Fx.settle();
    assertTrue(Fx.call(() -> window.find("#shortcut-file-save").isVisible()));
    assertFalse(Fx.call(() -> window.find("#shortcut-file-open").isVisible()));
    hands.press(KeyCode.ESCAPE);
    assertTrue(Fx.call(() -> window.find("#shortcut-file-open").isVisible()));
  }

  @Test
  void tellsTheEngineItsLimitsAndOffersToRestartIt(Hands hands, @TempDir Path folder) {
    List<EngineLimits> limits = new ArrayList<>();
    List<EngineLimits> started = new ArrayList<>();
    EngineStarter starter =
        new EngineStarter() {
          @Override
          public EngineConnection start() {
            synchronized (started) {
              started.add(limits.getLast());
            }
            throw new dev.pipewright.pipeline.EnvironmentException(
                "none", dev.pipewright.pipeline.Location.NONE, "");
          }

          @Override
          public void limit(EngineLimits now) {
            limits.add(now);
          }
        };
    OpenWindow window = OpenWindow.of(folder, starter);
    open(hands);
    hands.type("cpu threads");
    Fx.settle();
    hands.click(in(window, "#setting-threads", "CPU threads: More"));
    hands.click(in(window, "#setting-threads", "CPU threads: More"));
    assertEquals(new EngineLimits(false, 0, 2), limits.getLast());
    TextField field = (TextField) in(window, "#setting-threads", "CPU threads");
    hands.doubleClick(field);
    hands.type("x");
    hands.press(KeyCode.ENTER);
    assertEquals("2", Fx.call(field::getText));
    Fx.run(() -> window.workbench.engine().restart());
    Fx.await(
        "the engine",
        () -> {
          synchronized (started) {
            return !started.isEmpty();
          }
        });
    assertEquals(new EngineLimits(false, 0, 2), started.getFirst());
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 150, 200})
  void drawsEverythingLargerWithoutCutting(int percent, Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder, 1600, 1000);
    PipelineTab tab = window.penguins(folder);
    Fx.run(() -> window.workbench.preferences().scale().value().set(percent));
    Fx.run(() -> tab.canvas().reveal(new dev.pipewright.pipeline.NodeId("Trainer")));
    Fx.settle();
    assertEquals(List.of(), CutTexts.of(window.scene().getRoot()));
    double wide = Fx.call(() -> window.find(".workbench").getBoundsInParent().getWidth());
    assertEquals(1600, wide, 1);
    hands.click(window.labelled("Edit"));
    Fx.settle();
    MenuBar bar = (MenuBar) window.find(".menu-bar");
    assertTrue(Fx.call(() -> bar.getMenus().get(1).isShowing()));
    Fx.settle();
    assertEquals(28 * percent / 100.0, Fx.call(SettingsPageTest::heightOfMenuItem), 0.5);
    Screens.writeAll("settings-scale-" + percent);
    hands.press(KeyCode.ESCAPE);
    hands.press(KeyCode.CONTROL, KeyCode.COMMA);
    Fx.settle();
    assertEquals(List.of(), CutTexts.of(window.scene().getRoot()));
    Screens.write(window.scene(), "settings-page-" + percent);
  }

  private static double heightOfMenuItem() {
    return javafx.stage.Window.getWindows().stream()
        .filter(javafx.stage.PopupWindow.class::isInstance)
        .flatMap(popup -> all(popup.getScene().getRoot()))
        .filter(node -> "edit.undo".equals(node.getId()))
        .map(item -> item.localToScene(item.getLayoutBounds()).getHeight())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void savesByItselfWhereThatIsChosen(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Fx.run(
        () -> {
          window.workbench.preferences().autosaveSeconds().value().set(1);
          window.workbench.preferences().autosave().value().set(true);
          window.workbench.add("Pusher");
        });
    assertTrue(Fx.call(() -> tab.project().dirty().get()));
    Fx.await("the save", () -> !tab.project().dirty().get());
    Fx.run(() -> window.workbench.closeAll());
    Fx.await("the end", () -> window.workbench.tabs().isEmpty());
  }
}
