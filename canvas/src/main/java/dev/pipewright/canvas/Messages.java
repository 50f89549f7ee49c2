package dev.pipewright.canvas;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words that a person reads or hears.
final class Messages {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.pipewright.canvas.messages");

  private Messages() {}

  static String text(String key) {
    return BUNDLE.getString(key);
  }

  static String text(CardState state) {
    return text("state." + state.name().toLowerCase(Locale.ROOT));
  }

  static String text(NodeMode mode) {
    return text("mode." + mode.name().toLowerCase(Locale.ROOT));
  }

  static String text(String key, Object... values) {
    return MessageFormat.format(BUNDLE.getString(key), values);
  }
}
