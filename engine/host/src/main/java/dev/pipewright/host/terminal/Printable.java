package dev.pipewright.host.terminal;

import java.util.stream.Collectors;

/// Text that may come from a file of a stranger, made safe to print.
public final class Printable {

  private Printable() {}

  /// The text with a `·` for each control character but line breaks and tabs: on a terminal they
  /// could erase lines, change colours or set the window's title.
  public static String text(String text) {
    return text.codePoints()
        .mapToObj(c -> isControl(c) ? "·" : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\t';
  }
}
