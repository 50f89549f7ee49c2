package dev.pipewright.app.preferences;

import java.util.Arrays;
import java.util.Locale;

/// Words that a person has typed, in any order.
final class Words {

  private Words() {}

  /// Whether a text in small letters has all of them.
  static boolean in(String text, String typed) {
    return Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .allMatch(text::contains);
  }
}
