package dev.pipewright.transform.expression;

/// A word of the grammar.
///
/// @param kind what it is
/// @param text the name, number or sign as written; the value of a string or quoted feature
/// @param column where it starts, from 1
record Token(Kind kind, String text, int column) {

  enum Kind {
    NAME,
    FEATURE,
    INT,
    REAL,
    STRING,
    SIGN,
    END,
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
  }

  /// Whether it is a number that fits 64 bits only behind a minus.
  boolean isLeastInteger() {
    return kind == Kind.INT && text.replace("_", "").equals("9223372036854775808");
  }

  /// How a message shows it.
  String shown() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
