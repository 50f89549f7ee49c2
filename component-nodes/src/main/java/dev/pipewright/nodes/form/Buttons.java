package dev.pipewright.nodes.form;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small buttons of the form.
final class Buttons {

  private Buttons() {}

  /// A flat button of an icon alone.
  static Button icon(String icon, String name, Runnable action) {
    Button button = new Button("", glyph(icon));
    button.getStyleClass().addAll("flat", "icon-button", "small");
    button.setTooltip(new Tooltip(name));
    button.setAccessibleText(name);
    button.setOnAction(event -> action.run());
    return button;
  }

  /// A link that adds something.
  static Button add(String name, Runnable action) {
    Button button = new Button(name, glyph("mdi2p-plus"));
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
}
