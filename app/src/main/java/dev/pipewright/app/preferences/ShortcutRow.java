package dev.pipewright.app.preferences;

import dev.pipewright.app.action.Action;
import dev.pipewright.app.action.Shortcuts;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The keys of an action. A click on keys listens for others in their place, the plus for more.
final class ShortcutRow extends VBox {

  private static final Texts TEXTS = Texts.of(ShortcutRow.class);

  private final Action action;
  private final Shortcuts shortcuts;
  private final HBox chips = new HBox();
  private final HBox message = new HBox();
  private boolean isAsking;

  ShortcutRow(Action action, Shortcuts shortcuts) {
    this.action = action;
    this.shortcuts = shortcuts;
    getStyleClass().add("shortcut-row");
    setId("shortcut-" + action.id().replace('.', '-'));
    Label name = new Label(action.name(), Icons.of(action.icon(), "muted"));
    name.getStyleClass().add("shortcut-name");
    Region mark = new Region();
    mark.getStyleClass().add("settings-mark");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    chips.getStyleClass().add("shortcut-keys");
    Button reset = icon("mdi2u-undo-variant", TEXTS.get("reset"));
    reset.setOnAction(event -> shortcuts.reset(action.id()));
    HBox line = new HBox(name, mark, space, chips, reset);
    line.getStyleClass().add("shortcut-line");
    message.getStyleClass().add("shortcut-message");
    getChildren().setAll(line);
    shortcuts
        .keys()
        .subscribe(
            now -> {
              boolean isChanged = shortcuts.isChanged(action.id());
              mark.setVisible(isChanged);
              reset.setVisible(isChanged);
              showKeys();
            });
  }

  private Button icon(String icon, String words) {
    Button button = new Button(null, Icons.of(icon, "icon-14"));
    button.getStyleClass().addAll("flat", "small", "icon-button");
    button.setAccessibleText(words + ": " + action.name());
    button.setTooltip(new Tooltip(words));
    return button;
  }

  boolean is(String id) {
    return action.id().equals(id);
  }

  boolean has(KeyCombination keys) {
    return shortcuts.of(action.id()).contains(keys);
  }

  boolean fits(String typed) {
    StringBuilder all = new StringBuilder(action.name());
    shortcuts.of(action.id()).forEach(keys -> all.append(' ').append(keys.getDisplayText()));
    return Words.in(all.toString().toLowerCase(Locale.ROOT), typed);
  }

  private void showKeys() {
    isAsking = false;
    say();
    chips.getChildren().clear();
    for (KeyCombination keys : shortcuts.of(action.id())) {
      Button chip = new Button(keys.getDisplayText());
      chip.getStyleClass().addAll("small", "shortcut-key");
      chip.setMinWidth(Region.USE_PREF_SIZE);
      chip.setTooltip(new Tooltip(TEXTS.get("keys.change")));
      chip.setAccessibleText(action.name() + ": " + keys.getDisplayText());
      chip.setOnAction(event -> listen(keys));
      chip.setOnKeyPressed(
          event -> {
            if (event.getCode() == KeyCode.DELETE) {
              shortcuts.remove(action.id(), keys);
              event.consume();
            }
          });
      Button remove = icon("mdi2c-close", TEXTS.get("keys.remove", keys.getDisplayText()));
      remove.setOnAction(event -> shortcuts.remove(action.id(), keys));
      chips.getChildren().addAll(chip, remove);
    }
    Button add = icon("mdi2p-plus", TEXTS.get("keys.add"));
    add.setOnAction(event -> listen(null));
    chips.getChildren().add(add);
  }

  /// Listens for keys.
  ///
  /// @param old whose place they take; null for none
  private void listen(@Nullable KeyCombination old) {
    Button field = new Button(TEXTS.get("keys.press"));
    field.getStyleClass().addAll("small", "shortcut-listening");
    field.setMinWidth(Region.USE_PREF_SIZE);
    chips.getChildren().setAll(field);
    field.addEventFilter(KeyEvent.ANY, event -> heard(event, old));
    field
        .focusedProperty()
        .subscribe(
            (before, isFocused) -> {
              if (!isFocused && !isAsking) {
                showKeys();
              }
            });
    field.requestFocus();
  }

  private void heard(KeyEvent event, @Nullable KeyCombination old) {
    event.consume();
    if (event.getEventType() != KeyEvent.KEY_PRESSED) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      showKeys();
      return;
    }
    Shortcuts.pressed(event).ifPresent(keys -> wanted(keys, old));
  }

  private void wanted(KeyCombination keys, @Nullable KeyCombination old) {
    Optional<Action> holder =
        shortcuts.holder(keys).filter(other -> !other.id().equals(action.id()));
    if (Shortcuts.isTyping(keys)) {
      say(new Label(TEXTS.get("keys.typing", keys.getDisplayText())));
    } else if (holder.isPresent()) {
      Hyperlink take = new Hyperlink(TEXTS.get("keys.take"));
      take.setOnAction(event -> take(keys, old));
      Hyperlink cancel = new Hyperlink(TEXTS.get("keys.cancel"));
      cancel.setOnAction(event -> showKeys());
      Label clash = new Label(TEXTS.get("keys.clash", keys.getDisplayText(), holder.get().name()));
      isAsking = true;
      say(clash, take, cancel);
      take.requestFocus();
    } else {
      take(keys, old);
    }
  }

  private void take(KeyCombination keys, @Nullable KeyCombination old) {
    if (old != null && !old.equals(keys)) {
      shortcuts.replace(action.id(), old, keys);
    } else {
      shortcuts.add(action.id(), keys);
    }
    showKeys();
  }

  private void say(javafx.scene.Node... parts) {
    message.getChildren().setAll(parts);
    getChildren().remove(message);
    if (parts.length > 0) {
      getChildren().add(message);
    }
  }
}
