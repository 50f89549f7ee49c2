package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.action.Action;
import dev.pipewright.app.action.ActionCatalog;
import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.action.ActionMenu;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;

/// The actions that the window really has, and where they are drawn.
@ExtendWith(FxToolkit.class)
class WorkbenchActionsTest {

  private static ActionCatalog catalog(OpenWindow window) {
    Runnable nothing = () -> {};
    return Fx.call(
        () ->
            WorkbenchActions.of(
                window.workbench, new WorkbenchActions.Window(nothing, nothing, nothing)));
  }

  private static Set<String> enabled(ActionCatalog catalog) {
    return Fx.call(
        () -> {
          Set<String> ids = new TreeSet<>();
          catalog.all().stream().filter(a -> a.enabled().get()).forEach(a -> ids.add(a.id()));
          return ids;
        });
  }

  @Test
  void offersWhatIsDoneToASelectionOnlyWhileThereIsOne(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    ActionCatalog catalog = catalog(window);
    Set<String> own = Set.of("edit.cut", "edit.copy", "edit.delete", "edit.mute", "align.left");
    assertFalse(enabled(catalog).stream().anyMatch(own::contains));
    Fx.run(() -> tab.canvas().reveal(new dev.pipewright.pipeline.NodeId("Trainer")));
    assertTrue(enabled(catalog).containsAll(own));
    Fx.run(() -> tab.canvas().edit(canvas -> canvas.graph().getSelection().clear()));
    assertFalse(enabled(catalog).stream().anyMatch(own::contains));
  }

  @Test
  void everyActionHasANameOfItsOwnAnIconAndAtMostOneShortcut(@TempDir Path folder) {
    ActionCatalog catalog = catalog(OpenWindow.of(folder));
    Set<String> names = new HashSet<>();
    Set<KeyCombination> keys = new HashSet<>();
    for (Action action : catalog.all()) {
      assertTrue(names.add(action.name()), action.name());
      assertFalse(action.name().isBlank(), action.id());
      assertFalse(action.name().startsWith("!"), action.name());
      // An icon that no pack has throws.
      assertEquals(action.icon(), Fx.call(() -> new FontIcon(action.icon()).getIconLiteral()));
      if (action.shortcut() != null) {
        KeyCombination read = KeyCombination.keyCombination(action.shortcut());
        assertTrue(keys.add(read), action.shortcut());
      }
    }
    assertTrue(names.size() >= 28, names::toString);
  }

  @Test
  void everyActionStandsInOneMenuOnce(@TempDir Path folder) {
    ActionCatalog catalog = catalog(OpenWindow.of(folder));
    List<String> inMenus =
        catalog.menus().stream().flatMap(m -> m.groups().stream()).flatMap(List::stream).toList();
    assertEquals(Set.copyOf(inMenus).size(), inMenus.size());
    assertEquals(
        new TreeSet<>(catalog.all().stream().map(Action::id).toList()), new TreeSet<>(inMenus));
    assertEquals(
        List.of("File", "Edit", "View", "Insert", "Pipeline", "Run", "Window", "Help"),
        catalog.menus().stream().map(ActionMenu::name).toList());
  }

  @Test
  void theMenuBarDrawsEveryActionWithItsShortcut(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    ActionCatalog catalog = catalog(window);
    MenuBar bar = (MenuBar) window.find(".menu-bar");
    List<MenuItem> items =
        Fx.call(
            () ->
                bar.getMenus().stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(item -> item.getId() != null)
                    .filter(item -> !(item instanceof SeparatorMenuItem))
                    .toList());
    assertEquals(catalog.all().size(), items.size());
    for (MenuItem item : items) {
      Action action = catalog.get(item.getId());
      assertEquals(action.name(), item.getText());
      assertEquals(
          ActionControls.shortcut(action),
          item.getAccelerator() == null ? "" : item.getAccelerator().getDisplayText());
    }
  }

  @Test
  void whatNeedsAPipelineIsOffWithoutOne(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    ActionCatalog catalog = catalog(window);
    assertEquals(
        new TreeSet<>(
            List.of(
                "file.exit",
                "file.new",
                "file.newdata",
                "file.open",
                "file.openfolder",
                "file.settings",
                "help.components",
                "help.open",
                "help.samples",
                "help.shortcuts",
                "help.tour",
                "run.engine",
                "view.palette",
                "view.search",
                "view.theme",
                "view.theme.system")),
        enabled(catalog));

    PipelineTab tab = window.penguins(folder);
    Set<String> open = enabled(catalog);
    assertTrue(open.containsAll(List.of("file.save", "run.start", "view.fit")), open::toString);
    assertFalse(open.contains("run.to"), open::toString);
    assertFalse(open.contains("run.stop"), open::toString);
    assertFalse(open.contains("edit.undo"), open::toString);

    Fx.run(() -> tab.canvas().reveal(new dev.pipewright.pipeline.NodeId("Trainer")));
    assertTrue(enabled(catalog).containsAll(List.of("run.to", "run.from")));
  }

  @Test
  void theThemeActionFollowsTheTheme(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    Action theme = catalog(window).get("view.theme");
    Fx.run(theme::perform);
    assertEquals(Theme.DARK, Fx.call(() -> window.workbench.layout().theme().get()));
    Fx.run(() -> window.workbench.layout().theme().set(Theme.LIGHT));
    assertFalse(Fx.call(() -> theme.selected().get()));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void everythingThatTakesAClickOrATextSaysWhatItIs(Theme theme, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Fx.run(() -> window.workbench.layout().theme().set(theme));
    Fx.run(() -> tab.canvas().reveal(new dev.pipewright.pipeline.NodeId("Trainer")));
    Fx.settle();
    List<String> silent =
        Fx.call(
            () ->
                all(window.scene().getRoot())
                    .filter(WorkbenchActionsTest::isUsed)
                    .filter(node -> !saysWhatItIs(node))
                    .map(node -> node + " in " + node.getParent())
                    .toList());
    assertEquals(List.of(), silent);
  }

  private static boolean isUsed(Node node) {
    boolean isControl =
        node instanceof ButtonBase
            || node instanceof TextInputControl
            || node instanceof ComboBoxBase<?>;
    return isControl && isShown(node);
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }

  private static boolean saysWhatItIs(Node node) {
    String text = node instanceof Labeled labeled ? labeled.getText() : null;
    String accessible = node.getAccessibleText();
    return (text != null && !text.isBlank()) || (accessible != null && !accessible.isBlank());
  }

  private static Stream<Node> all(Node node) {
    List<Node> children =
        node instanceof Parent parent
            ? new ArrayList<>(parent.getChildrenUnmodifiable())
            : List.of();
    return Stream.concat(Stream.of(node), children.stream().flatMap(WorkbenchActionsTest::all));
  }
}
