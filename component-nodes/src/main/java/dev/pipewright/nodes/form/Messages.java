package dev.pipewright.nodes.form;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// The texts of the form, from `messages.properties`.
final class Messages {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.pipewright.nodes.form.messages");

  private Messages() {}

  /// The text of this key, with these parts in it.
  static String text(String key, Object... parts) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(parts);
  }

  /// The text of this key, where there is one.
  static Optional<String> find(String key) {
    return BUNDLE.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
  }
}
