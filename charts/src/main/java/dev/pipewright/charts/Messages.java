package dev.pipewright.charts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words that a person reads, in their language.
final class Messages {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.pipewright.charts.messages");

  private Messages() {}

  static String text(String key, Object... arguments) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
  }
}
