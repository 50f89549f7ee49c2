package dev.pipewright.nodes.theme;

import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of Material Design. Size and colour come from style sheets: 16 pixels in the text's
/// colour, unless a class says otherwise (`icon-14`, `icon-18`, `icon-32`, `muted`,
/// `category-icon`).
public final class Icons {

  private Icons() {}

  /// An icon.
  ///
  /// @param name as Ikonli names it, `mdi2p-play`
  /// @param styleClasses its style classes
  /// @throws IllegalArgumentException when there is no such icon
  public static FontIcon of(String name, String... styleClasses) {
    FontIcon icon = new FontIcon(name);
    icon.getStyleClass().addAll(styleClasses);
    return icon;
  }
}
