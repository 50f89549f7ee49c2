package dev.pipewright.app.text;

import java.text.MessageFormat;
import java.util.Optional;
import java.util.ResourceBundle;

/// The words of a package, from `messages.properties` beside its classes.
public final class Texts {

  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /// The words of this class's package.
  public static Texts of(Class<?> type) {
    return new Texts(ResourceBundle.getBundle(type.getPackageName() + ".messages"));
  }

  /// A text.
  ///
  /// @throws java.util.MissingResourceException when the bundle lacks it
  public String get(String key) {
    return bundle.getString(key);
  }

  /// A text that need not be there.
  public Optional<String> find(String key) {
    return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
  }

  /// A text with values in it, as `MessageFormat` puts them there.
  ///
  /// @throws java.util.MissingResourceException when the bundle lacks it
  public String get(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(values);
  }
}
