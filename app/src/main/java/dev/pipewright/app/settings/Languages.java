package dev.pipewright.app.settings;

import dev.pipewright.app.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The languages that texts are there for: English, in `messages.properties`, and those with a
/// `messages_xx.properties` beside it.
public final class Languages {

  private static final String ENGLISH = "en";

  private Languages() {}

  /// `SYSTEM`, English, and the codes of the others. Takes a while.
  public static List<String> installed() {
    List<String> codes = new ArrayList<>(List.of(Preferences.SYSTEM, ENGLISH));
    Arrays.stream(Locale.getISOLanguages())
        .filter(code -> !code.equals(ENGLISH))
        .filter(code -> Texts.class.getResource("messages_" + code + ".properties") != null)
        .forEach(codes::add);
    return codes;
  }

  /// What people call a language, each in its own.
  public static String name(String code) {
    Locale locale = Locale.of(code);
    return locale.getDisplayLanguage(locale);
  }

  /// Has texts that are read from now on in this language.
  public static void use(String code) {
    if (!code.equals(Preferences.SYSTEM)) {
      Locale.setDefault(Locale.of(code));
    }
  }
}
