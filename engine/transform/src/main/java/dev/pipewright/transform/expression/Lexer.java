package dev.pipewright.transform.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts the text of an expression into tokens.
final class Lexer {

  // A repeated group that is not possessive would be matched by recursion, and overflow.
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*+");
  private static final Pattern NUMBER =
      Pattern.compile("(\\d[\\d_]*(\\.[\\d_]*)?|\\.\\d[\\d_]*)([eE][+-]?\\d+)?");
  private static final Pattern SIGN = Pattern.compile("\\*\\*|//|==|!=|<=|>=|[-+*/%<>()\\[\\],=]");

  private final String text;
  private int position;

  private Lexer(String text) {
    this.text = text;
  }

  /// The tokens, the last of which is `END`.
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.getLast().kind() != Token.Kind.END);
    return tokens;
  }

  private Token next() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    int column = position + 1;
    if (position == text.length()) {
      return new Token(Token.Kind.END, "", column);
    }
    char c = text.charAt(position);
    if (c == '\'' || c == '"') {
      return new Token(Token.Kind.STRING, string(c), column);
    }
    if (c == '`') {
      return new Token(Token.Kind.FEATURE, quotedFeature(), column);
    }
    String number = match(NUMBER);
    if (!number.isEmpty()) {
      boolean isReal = number.chars().anyMatch(d -> d == '.' || d == 'e' || d == 'E');
      return new Token(isReal ? Token.Kind.REAL : Token.Kind.INT, number, column);
    }
    String name = match(NAME);
    if (!name.isEmpty()) {
      return new Token(Token.Kind.NAME, name, column);
    }
    String sign = match(SIGN);
    if (!sign.isEmpty()) {
      return new Token(Token.Kind.SIGN, sign, column);
    }
    throw Mistake.at(
        column,
        "The character " + Character.toString(text.codePointAt(position)) + " means nothing here.",
        "Remove it; a feature with such a name is written in backticks: `my feature`.");
  }

  private String match(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return "";
    }
    position = matcher.end();
    return matcher.group();
  }

  private String quotedFeature() {
    int end = text.indexOf('`', position + 1);
    if (end < 0) {
      throw Mistake.at(
          position + 1, "The feature name has no closing backtick.", "Add ` after the name.");
    }
    String name = text.substring(position + 1, end);
    position = end + 1;
    return name;
  }

  private String string(char quote) {
    int start = position++;
    StringBuilder value = new StringBuilder();
    while (position < text.length() && text.charAt(position) != quote) {
      char c = text.charAt(position++);
      if (c != '\\') {
        value.append(c);
      } else if (position < text.length()) {
        value.append(escaped());
      }
    }
    if (position >= text.length()) {
      throw Mistake.at(
          start + 1, "The string has no closing quote.", "Add " + quote + " after the string.");
    }
    position++;
    return value.toString();
  }

  private char escaped() {
    char c = text.charAt(position++);
    return switch (c) {
      case '\\', '\'', '"' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default ->
          throw Mistake.at(
              position - 1,
              "\\" + c + " is not a known escape.",
              "Write \\\\ for a backslash; \\n, \\t, \\r, \\' and \\\" are known too.");
    };
  }
}
