package dev.pipewright.pipeline;

/// What a user wrote, as a message quotes it: in full where it is short, else its beginning.
public final class Quotation {

  private static final int LENGTH = 60;

  private Quotation() {}

  /// The text in double quotes, of at most 60 characters; a longer one ends in `…`.
  public static String of(String text) {
    return "\"" + shortened(text) + "\"";
  }

  /// The text without quotes, of at most 60 characters; a longer one ends in `…`.
  public static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LENGTH - 1)) + "…";
  }
}
