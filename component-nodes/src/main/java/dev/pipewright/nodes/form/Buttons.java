package dev.pipewright.nodes.form;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small buttons of the form.
final class Buttons {

  private Buttons() {}

  /// A flat button of an icon alone.
  static Button icon(String icon, String name, Runnable action) {
    Button button = new Calm("", glyph(icon));
    button.getStyleClass().addAll("flat", "icon-button", "small");
    button.setTooltip(new Tooltip(name));
    button.setAccessibleText(name);
    button.setOnAction(event -> action.run());
    return button;
  }

  /// A link that adds something.
  static Button add(String name, Runnable action) {
    Button button = new Calm(name, glyph("mdi2p-plus"));
    button.getStyleClass().addAll("flat", "small", "form-add");
    button.setOnAction(event -> action.run());
    return button;
  }

  /// An icon of the size of a row's text.
  static FontIcon glyph(String icon) {
    FontIcon glyph = new FontIcon(icon);
    glyph.getStyleClass().addAll("icon-14", "muted");
    return glyph;
  }

  /// A button that takes the focus when the mouse lets it go, not when it presses it: the field
  /// that then loses it takes what was typed, its message goes, and what is below would move away
  /// under the mouse before the click is one.
  private static final class Calm extends Button {

    private boolean isPressed;

    Calm(String name, FontIcon icon) {
      super(name, icon);
      addEventFilter(MouseEvent.MOUSE_PRESSED, event -> isPressed = true);
      addEventFilter(MouseEvent.MOUSE_RELEASED, event -> isPressed = false);
    }

    @Override
    public void requestFocus() {
      if (!isPressed) {
        super.requestFocus();
      }
    }

    @Override
    public void fire() {
      if (!isDisabled() && isFocusTraversable()) {
        super.requestFocus();
      }
      super.fire();
    }
  }
}
