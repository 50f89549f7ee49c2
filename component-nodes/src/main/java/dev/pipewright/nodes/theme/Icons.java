package dev.pipewright.nodes.theme;

import java.util.ServiceLoader;
import org.kordamp.ikonli.IkonProvider;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of Material Design. Size and colour come from style sheets: 16 pixels in the text's
/// colour, unless a class says otherwise (`icon-14`, `icon-18`, `icon-32`, `muted`,
/// `category-icon`).
public final class Icons {

  private Icons() {}

  /// Reads the names of all icons, on any thread; else each first letter is read when it is first
  /// asked for.
  static void load() {
    for (IkonProvider<?> provider : ServiceLoader.load(IkonProvider.class)) {
      provider.getIkon().getEnumConstants();
    }
  }

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
