package dev.pipewright.app.action;

import dev.pipewright.nodes.theme.Icons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Draws actions as menu items and buttons.
public final class ActionControls {

  private final ActionCatalog catalog;
  private final Shortcuts shortcuts;

  /// Draws the actions of this catalog, with their usual keys.
  public ActionControls(ActionCatalog catalog) {
    this(catalog, new Shortcuts(catalog));
  }

  /// Draws the actions of this catalog, with these keys, also when they change.
  public ActionControls(ActionCatalog catalog, Shortcuts shortcuts) {
    this.catalog = catalog;
    this.shortcuts = shortcuts;
  }

  /// The actions.
  public ActionCatalog catalog() {
    return catalog;
  }

  /// The keys of the actions.
  public Shortcuts shortcuts() {
    return shortcuts;
  }

  /// The menus of the catalog.
  public List<Menu> menus() {
    return catalog.menus().stream().map(this::menu).toList();
  }

  private Menu menu(ActionMenu menu) {
    List<MenuItem> items = new ArrayList<>();
    for (List<String> group : menu.groups()) {
      if (!items.isEmpty()) {
        items.add(new SeparatorMenuItem());
      }
      group.forEach(id -> items.add(bare(id)));
    }
    Menu drawn = new Menu(menu.name());
    drawn.getItems().setAll(items);
    // Not before: a window's menus have a hundred icons, and nobody sees them in its first second.
    drawn.addEventHandler(Menu.ON_SHOWING, event -> drawIcons(drawn));
    return drawn;
  }

  private void drawIcons(Menu menu) {
    for (MenuItem item : menu.getItems()) {
      String id = item.getId();
      if (id != null && item.getGraphic() == null && !(item instanceof CheckMenuItem)) {
        item.setGraphic(Icons.of(catalog.get(id).icon()));
      }
    }
  }

  /// A menu item with its icon.
  public MenuItem item(String id) {
    MenuItem item = bare(id);
    if (!(item instanceof CheckMenuItem)) {
      item.setGraphic(Icons.of(catalog.get(id).icon()));
    }
    return item;
  }

  private MenuItem bare(String id) {
    Action action = catalog.get(id);
    MenuItem item;
    if (action.selected() == null) {
      item = new MenuItem(action.name());
      item.setOnAction(event -> action.perform());
    } else {
      CheckMenuItem check = new CheckMenuItem(action.name());
      check.selectedProperty().bindBidirectional(action.selected());
      item = check;
    }
    item.setId(id);
    item.setMnemonicParsing(false);
    item.disableProperty().bind(Bindings.not(action.enabled()));
    item.acceleratorProperty().bind(shortcuts.keys().map(now -> first(id)));
    return item;
  }

  /// A button with icon and name.
  public Button button(String id, String... styleClasses) {
    Action action = catalog.get(id);
    Button button = new Button(action.name(), Icons.of(action.icon()));
    button.setOnAction(event -> action.perform());
    finish(button, action, styleClasses);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /// A flat button with the icon alone, 18 pixels; one that stays pressed where the action turns
  /// something on and off.
  public ButtonBase iconButton(String id, String... styleClasses) {
    Action action = catalog.get(id);
    ButtonBase button;
    if (action.selected() == null) {
      button = new Button(null, Icons.of(action.icon(), "icon-18"));
      button.setOnAction(event -> action.perform());
    } else {
      ToggleButton toggle = new ToggleButton(null, Icons.of(action.icon(), "icon-18"));
      toggle.selectedProperty().bindBidirectional(action.selected());
      button = toggle;
    }
    button.getStyleClass().addAll("flat", "icon-button");
    finish(button, action, styleClasses);
    return button;
  }

  private @Nullable KeyCombination first(String id) {
    return shortcuts.of(id).isEmpty() ? null : shortcuts.of(id).getFirst();
  }

  private void finish(ButtonBase button, Action action, String... styleClasses) {
    button.setId(action.id());
    button.setMnemonicParsing(false);
    button.setFocusTraversable(false);
    button.getStyleClass().addAll(styleClasses);
    button.setAccessibleText(action.name());
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(shortcuts.keys().map(now -> tip(action)));
    button.setTooltip(tip);
    button.disableProperty().bind(Bindings.not(action.enabled()));
  }

  private String tip(Action action) {
    String keys = shortcuts.text(action.id());
    return keys.isEmpty() ? action.name() : action.name() + "  " + keys;
  }

  /// Lets a scene hear the keys of all actions, also when they change.
  public Subscription listen(Scene scene) {
    Map<KeyCombination, Runnable> heard = new HashMap<>();
    return shortcuts
        .keys()
        .subscribe(
            now -> {
              heard.keySet().forEach(scene.getAccelerators()::remove);
              heard.clear();
              now.forEach(
                  (id, keys) ->
                      keys.forEach(each -> heard.put(each, () -> catalog.get(id).perform())));
              scene.getAccelerators().putAll(heard);
              // Menus move the keys of their items by themselves, one item after the other, and
              // lose those that go from one to another.
              Platform.runLater(() -> scene.getAccelerators().putAll(heard));
            });
  }

  /// The keys of the action of this id as people write them, also when they change; empty when it
  /// has none.
  public ObservableValue<String> keysOf(String id) {
    return shortcuts.keys().map(now -> shortcuts.text(id));
  }

  /// The usual keys of an action as people write them, `Ctrl+K`; empty when it has none.
  public static String shortcut(Action action) {
    String keys = action.shortcut();
    return keys == null ? "" : KeyCombination.keyCombination(keys).getDisplayText();
  }
}
