package dev.pipewright.data.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads one JSON text. NaN, Infinity and -Infinity are numbers, as Python writes them.
public final class JsonParser {

  private static final int MAX_DEPTH = 100;

  private final String text;
  private int at;

  /// A text that is not JSON.
  public static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int column;

    private MalformedException(String message, int at) {
      super(message);
      this.column = at + 1;
    }

    /// The character at which it is wrong, from 1.
    public int column() {
      return column;
    }
  }

  private JsonParser(String text) {
    this.text = text;
  }

  /// Reads a text.
  public static JsonValue parse(String text) throws MalformedException {
    JsonParser parser = new JsonParser(text);
    JsonValue value = parser.value(0);
    parser.space();
    if (parser.at < text.length()) {
      throw parser.malformed("there is something after the end of the value");
    }
    return value;
  }

  private MalformedException malformed(String what) {
    return new MalformedException(what, Math.min(at, text.length()));
  }

  private int peek() {
    return at < text.length() ? text.charAt(at) : -1;
  }

  private void space() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      at++;
    }
  }

  private JsonValue value(int depth) throws MalformedException {
    if (depth > MAX_DEPTH) {
      throw malformed("it is nested too deeply");
    }
    space();
    return switch (peek()) {
      case '{' -> fields(depth);
      case '[' -> array(depth);
      case '"' -> new JsonValue.Text(string());
      case -1 -> throw malformed("it ends too early");
      default -> word();
    };
  }

  private JsonValue fields(int depth) throws MalformedException {
    at++;
    SequencedMap<String, JsonValue> values = new LinkedHashMap<>();
    space();
    if (peek() == '}') {
      at++;
      return new JsonValue.Fields(values);
    }
    do {
      space();
      if (peek() != '"') {
        throw malformed("there should be a name in double quotes");
      }
      String name = string();
      space();
      expect(':', "there should be a colon after the name");
      if (values.put(name, value(depth + 1)) != null) {
        throw malformed("the name " + name + " is there twice");
      }
    } while (goesOn('}'));
    return new JsonValue.Fields(values);
  }

  private JsonValue array(int depth) throws MalformedException {
    at++;
    List<JsonValue> values = new ArrayList<>();
    space();
    if (peek() == ']') {
      at++;
      return new JsonValue.Array(values);
    }
    do {
      values.add(value(depth + 1));
    } while (goesOn(']'));
    return new JsonValue.Array(values);
  }

  private boolean goesOn(char end) throws MalformedException {
    space();
    if (peek() == ',') {
      at++;
      return true;
    }
    expect(end, "there should be a comma or " + end);
    return false;
  }

  private void expect(char c, String what) throws MalformedException {
    if (peek() != c) {
      throw malformed(peek() < 0 ? "it ends too early" : what);
    }
    at++;
  }

  private JsonValue word() throws MalformedException {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "null" -> new JsonValue.Null();
      case "true" -> new JsonValue.Bool(true);
      case "false" -> new JsonValue.Bool(false);
      case "NaN", "Infinity", "-Infinity" -> new JsonValue.Number(word);
      default -> {
        if (!isNumber(word)) {
          at = start;
          throw malformed("this is no value");
        }
        yield new JsonValue.Number(word);
      }
    };
  }

  private static boolean isWord(char c) {
    return c >= '0' && c <= '9'
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '-'
        || c == '+'
        || c == '.';
  }

  private static boolean isNumber(String word) {
    int i = word.startsWith("-") ? 1 : 0;
    int whole = digits(word, i);
    if (whole == i || whole > i + 1 && word.charAt(i) == '0') {
      return false;
    }
    i = whole;
    if (i < word.length() && word.charAt(i) == '.') {
      int end = digits(word, i + 1);
      if (end == i + 1) {
        return false;
      }
      i = end;
    }
    if (i < word.length() && (word.charAt(i) == 'e' || word.charAt(i) == 'E')) {
      boolean isSigned = i + 1 < word.length() && "+-".indexOf(word.charAt(i + 1)) >= 0;
      int from = i + (isSigned ? 2 : 1);
      int end = digits(word, from);
      if (end == from) {
        return false;
      }
      i = end;
    }
    return i == word.length();
  }

  private static int digits(String word, int from) {
    int i = from;
    while (i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private String string() throws MalformedException {
    at++;
    int start = at;
    while (peek() >= ' ' && peek() != '"' && peek() != '\\') {
      at++;
    }
    if (peek() == '"') {
      return text.substring(start, at++);
    }
    StringBuilder value = new StringBuilder(text.substring(start, at));
    while (peek() != '"') {
      value.append(character());
    }
    at++;
    requirePairs(value);
    return value.toString();
  }

  private void requirePairs(CharSequence value) throws MalformedException {
    if (value
        .codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw malformed("a text has half a surrogate pair");
    }
  }

  private char character() throws MalformedException {
    int c = peek();
    if (c < 0) {
      throw malformed("a text has no end");
    }
    if (c < ' ') {
      throw malformed("a text has a control character in it");
    }
    at++;
    if (c != '\\') {
      return (char) c;
    }
    int escaped = peek();
    at++;
    return switch (escaped) {
      case '"', '\\', '/' -> (char) escaped;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex();
      default -> {
        at--;
        throw malformed("there is no such escape in a text");
      }
    };
  }

  private char hex() throws MalformedException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = peek() < 0 || peek() > 'f' ? -1 : Character.digit(peek(), 16);
      if (digit < 0) {
        throw malformed("four hexadecimal digits should follow \\u");
      }
      value = value << 4 | digit;
      at++;
    }
    return (char) value;
  }
}
