package dev.pipewright.app.engine;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// The sentences of this package.
final class Texts {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.pipewright.app.engine.messages");

  private Texts() {}

  static String get(String key, Object... values) {
    return new MessageFormat(BUNDLE.getString(key)).format(values);
  }
}
