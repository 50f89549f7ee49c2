package dev.pipewright.app.preferences;

import dev.pipewright.app.action.Action;
import dev.pipewright.app.action.ActionCatalog;
import dev.pipewright.app.action.ActionMenu;
import dev.pipewright.app.action.Shortcuts;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The keys of all actions, by menu: to be found by name or by pressing them, and changed.
final class ShortcutsSection extends VBox {

  private static final Texts TEXTS = Texts.of(ShortcutsSection.class);

  private final Shortcuts shortcuts;
  private final Map<Label, List<ShortcutRow>> groups = new LinkedHashMap<>();
  private final ToggleButton listen = new ToggleButton();
  private String typed = "";
  private @Nullable KeyCombination sought;

  ShortcutsSection(ActionCatalog catalog, Shortcuts shortcuts) {
    this.shortcuts = shortcuts;
    getStyleClass().add("settings-section");
    VBox card = new VBox();
    card.getStyleClass().addAll("card", "settings-card");
    for (ActionMenu menu : catalog.menus()) {
      Label name = new Label(menu.name());
      name.getStyleClass().addAll("section", "settings-group");
      List<ShortcutRow> rows = new ArrayList<>();
      card.getChildren().add(name);
      for (String id : menu.groups().stream().flatMap(List::stream).toList()) {
        Action action = catalog.get(id);
        rows.add(new ShortcutRow(action, shortcuts));
      }
      card.getChildren().addAll(rows);
      groups.put(name, rows);
    }
    getChildren().setAll(head(), card);
  }

  String title() {
    return TEXTS.get("shortcuts");
  }

  private HBox head() {
    Label title = new Label(title());
    title.getStyleClass().addAll("title", "settings-title");
    listen.setGraphic(Icons.of("mdi2k-keyboard-outline"));
    listen.setId("shortcuts-listen");
    listen.getStyleClass().add("small");
    listen.setTooltip(new Tooltip(TEXTS.get("listen.tip")));
    listen.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    listen
        .selectedProperty()
        .subscribe(
            () -> {
              sought = null;
              update();
            });
    update();
    Button reset = new Button(TEXTS.get("reset.all"), Icons.of("mdi2u-undo-variant"));
    reset.setId("shortcuts-reset");
    reset.getStyleClass().addAll("flat", "small");
    reset.setOnAction(event -> shortcuts.resetAll());
    shortcuts
        .keys()
        .subscribe(now -> reset.setDisable(now.keySet().stream().noneMatch(shortcuts::isChanged)));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, space, listen, reset);
    head.getStyleClass().add("settings-section-head");
    return head;
  }

  private String prompt() {
    if (!listen.isSelected()) {
      return TEXTS.get("listen");
    }
    return sought == null ? TEXTS.get("listen.now") : sought.getDisplayText();
  }

  /// While it listens, keys are looked for and not obeyed.
  private void pressed(KeyEvent event) {
    if (!listen.isSelected()) {
      return;
    }
    boolean isLeaving = event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.TAB;
    if (isLeaving && !event.isShortcutDown()) {
      listen.setSelected(false);
    } else {
      Shortcuts.pressed(event)
          .ifPresent(
              keys -> {
                sought = keys;
                update();
              });
    }
    if (event.getCode() != KeyCode.TAB) {
      event.consume();
    }
  }

  /// Shows the actions that a person's words or keys are of.
  ///
  /// @return whether there are any
  boolean filter(String words) {
    typed = words;
    return update();
  }

  private boolean update() {
    listen.setText(prompt());
    boolean isTitle = Words.in(title().toLowerCase(Locale.ROOT), typed);
    boolean isAny = false;
    for (Map.Entry<Label, List<ShortcutRow>> group : groups.entrySet()) {
      boolean isGroup = false;
      for (ShortcutRow row : group.getValue()) {
        boolean fits = (isTitle || row.fits(typed)) && (sought == null || row.has(sought));
        show(row, fits);
        isGroup |= fits;
      }
      show(group.getKey(), isGroup);
      isAny |= isGroup;
    }
    show(this, isAny || sought != null);
    return isAny;
  }

  private static void show(Node part, boolean isShown) {
    part.setVisible(isShown);
    part.setManaged(isShown);
  }

  /// The row of an action.
  Optional<ShortcutRow> row(String action) {
    return groups.values().stream().flatMap(List::stream).filter(row -> row.is(action)).findFirst();
  }
}
