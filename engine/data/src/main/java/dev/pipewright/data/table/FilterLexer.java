package dev.pipewright.data.table;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts the text of a filter into words.
final class FilterLexer {

  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*+");
  private static final Pattern NUMBER =
      Pattern.compile("(\\d[\\d_]*+(\\.[\\d_]*+)?|\\.\\d[\\d_]*+)([eE][+-]?\\d++)?");
  private static final Pattern SIGN = Pattern.compile("==|!=|<=|>=|[-+*/%<>()\\[\\],=]");

  /// What a word is.
  enum Kind {
    NAME,
    /// A name in backticks: always a feature.
    FEATURE,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  /// A word.
  ///
  /// @param text as written; the value of a text or a name in backticks
  /// @param column where it starts, from 1
  record Word(Kind kind, String text, int column) {

    boolean is(String sign) {
      return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }

    String shown() {
      return kind == Kind.END ? "the end" : "'" + text + "'";
    }
  }

  private final String text;
  private int position;

  private FilterLexer(String text) {
    this.text = text;
  }

  /// The words, the last of which is the end.
  static List<Word> words(String text) {
    FilterLexer lexer = new FilterLexer(text);
    List<Word> words = new ArrayList<>();
    do {
      words.add(lexer.next());
    } while (words.getLast().kind() != Kind.END);
    return words;
  }

  static ParameterException mistake(int column, String what, String fix) {
    return new ParameterException(what, new Location(null, 0, column, null), fix);
  }

  private Word next() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    int column = position + 1;
    if (position == text.length()) {
      return new Word(Kind.END, "", column);
    }
    char c = text.charAt(position);
    if (c == '\'' || c == '"') {
      return new Word(Kind.TEXT, text(c), column);
    }
    if (c == '`') {
      return new Word(Kind.FEATURE, quoted(), column);
    }
    String number = match(NUMBER);
    if (!number.isEmpty()) {
      return new Word(Kind.NUMBER, number, column);
    }
    String name = match(NAME);
    if (!name.isEmpty()) {
      return new Word(Kind.NAME, name, column);
    }
    String sign = match(SIGN);
    if (!sign.isEmpty()) {
      return new Word(Kind.SIGN, sign, column);
    }
    throw mistake(
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

  private String quoted() {
    int end = text.indexOf('`', position + 1);
    if (end < 0) {
      throw mistake(
          position + 1, "The feature's name has no closing backtick.", "Add ` after the name.");
    }
    String name = text.substring(position + 1, end);
    position = end + 1;
    return name;
  }

  private String text(char quote) {
    int start = position++;
    StringBuilder value = new StringBuilder();
    while (position < text.length() && text.charAt(position) != quote) {
      char c = text.charAt(position++);
      if (c == '\\' && position < text.length()) {
        value.append(escaped(text.charAt(position++)));
      } else {
        value.append(c);
      }
    }
    if (position >= text.length()) {
      throw mistake(start + 1, "The text has no closing quote.", "Add " + quote + " after it.");
    }
    position++;
    return value.toString();
  }

  /// Others stay as they are: regular expressions have many.
  private static String escaped(char c) {
    return switch (c) {
      case '\\' -> "\\";
      case '\'' -> "'";
      case '"' -> "\"";
      case 'n' -> "\n";
      case 't' -> "\t";
      default -> "\\" + c;
    };
  }
}
