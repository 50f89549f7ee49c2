package dev.pipewright.nodes.form;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menu by which a field gets its value from a runtime parameter: one that is there, or one
/// that is made from the value it has.
final class ReferenceMenu {

  /// Opens it from the field.
  private static final KeyCombination KEY =
      new KeyCodeCombination(KeyCode.PERIOD, KeyCombination.SHORTCUT_DOWN);

  private ReferenceMenu() {}

  /// Opens it below the control that has the focus, by the key that the button's tip tells.
  static void openByKey(Node row, FormField field, References references) {
    row.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (KEY.match(event) && event.getTarget() instanceof Node control) {
            of(field, references).show(control, Side.BOTTOM, 0, 2);
            event.consume();
          }
        });
  }

  /// The button that opens it, over the right end of the label.
  static Button button(FormField field, References references) {
    String says = Messages.text("reference.menu", KEY.getDisplayText());
    Button button = Buttons.icon("mdi2c-code-braces", says, () -> {});
    button.getStyleClass().add("form-refer");
    // Tab goes from field to field; by keyboard there is the key.
    button.setFocusTraversable(false);
    button.setOnAction(event -> of(field, references).show(button, Side.BOTTOM, 0, 0));
    return button;
  }

  static ContextMenu of(FormField field, References references) {
    ContextMenu menu = new ContextMenu();
    String current = field.reference().orElse("");
    references
        .fitting(field)
        .forEach(
            parameter -> {
              String name = parameter.name();
              MenuItem item =
                  item(
                      Messages.text("reference.use", name, references.value(name)),
                      "mdi2l-link-variant");
              item.setDisable(name.equals(current));
              item.setOnAction(event -> references.refer(field, name));
              menu.getItems().add(item);
            });
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    if (current.isEmpty()) {
      MenuItem make =
          item(Messages.text("reference.new", references.freeName(field)), "mdi2p-plus");
      make.setOnAction(event -> references.make(field));
      menu.getItems().add(make);
    } else {
      MenuItem clear = item(Messages.text("reference.clear"), "mdi2l-link-variant-off");
      clear.setOnAction(event -> references.detach(field));
      menu.getItems().add(clear);
    }
    return menu;
  }

  private static MenuItem item(String text, String icon) {
    MenuItem item = new MenuItem(text, new FontIcon(icon));
    item.setMnemonicParsing(false);
    return item;
  }
}
