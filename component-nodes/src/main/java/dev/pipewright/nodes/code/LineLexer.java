package dev.pipewright.nodes.code;

import java.util.ArrayList;
import java.util.List;

/// Cuts a line of a language into tokens. It takes whatever is typed: what it does not know stays
/// plain.
abstract class LineLexer {

  private static final String BRACKETS = "()[]{}";

  /// The tokens of a line.
  ///
  /// @param open what the line before leaves open
  final Lexed lex(String line, Lexed.Open open) {
    Scan scan = new Scan(line, open);
    if (open != Lexed.Open.NOTHING) {
      resume(scan);
    }
    while (scan.at < line.length()) {
      char c = line.charAt(scan.at);
      if (Character.isWhitespace(c)) {
        scan.at++;
      } else if (!special(scan, c)) {
        common(scan, c);
      }
    }
    return new Lexed(scan.tokens, scan.open);
  }

  /// Takes what begins with the character, where the language has something of its own for it.
  abstract boolean special(Scan scan, char c);

  /// Takes the name that begins here.
  abstract void name(Scan scan);

  /// Goes on with what the line before left open.
  void resume(Scan scan) {
    throw new IllegalStateException("nothing is open in this language");
  }

  private void common(Scan scan, char c) {
    int start = scan.at;
    if (scan.starts("${") && scan.line.indexOf('}', start) > 0) {
      scan.at = scan.line.indexOf('}', start) + 1;
      scan.add(Token.Kind.REFERENCE, start);
    } else if (isDigit(c) || (c == '.' && isDigit(scan.peek(1)))) {
      scan.number(start);
    } else if (Character.isLetter(c) || c == '_') {
      name(scan);
    } else {
      scan.at++;
      if (BRACKETS.indexOf(c) >= 0) {
        scan.add(Token.Kind.BRACKET, start);
      }
    }
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// A line, and how far it is cut.
  static final class Scan {
    final String line;
    private final List<Token> tokens = new ArrayList<>();
    int at;
    Lexed.Open open;

    private Scan(String line, Lexed.Open open) {
      this.line = line;
      this.open = open;
    }

    /// Ends a token that began there.
    void add(Token.Kind kind, int start) {
      add(kind, start, at);
    }

    void add(Token.Kind kind, int start, int end) {
      if (end > start) {
        tokens.add(new Token(kind, start, end));
      }
    }

    boolean starts(String text) {
      return line.startsWith(text, at);
    }

    /// The character so many further on; a blank after the end.
    char peek(int by) {
      return at + by < line.length() ? line.charAt(at + by) : ' ';
    }

    /// The first character after the blanks from there on; a blank where there is none.
    char after(int from) {
      int next = from;
      while (next < line.length() && Character.isWhitespace(line.charAt(next))) {
        next++;
      }
      return next < line.length() ? line.charAt(next) : ' ';
    }

    /// Takes letters, digits, `_` and these.
    void word(String besides) {
      while (at < line.length()
          && (Character.isLetterOrDigit(line.charAt(at))
              || line.charAt(at) == '_'
              || besides.indexOf(line.charAt(at)) >= 0)) {
        at++;
      }
    }

    /// Takes a number that began there, perhaps with a sign.
    void number(int start) {
      while (at < line.length()
          && (Character.isLetterOrDigit(line.charAt(at))
              || line.charAt(at) == '_'
              || line.charAt(at) == '.'
              || isSigned())) {
        at++;
      }
      add(Token.Kind.NUMBER, start);
    }

    /// Whether here is the sign of an exponent.
    private boolean isSigned() {
      char before = at == 0 ? ' ' : line.charAt(at - 1);
      return (line.charAt(at) == '+' || line.charAt(at) == '-')
          && (before == 'e' || before == 'E')
          && isDigit(peek(1));
    }

    /// Takes up to the quote, and it; a backslash keeps the next character from ending it.
    ///
    /// @return whether it is closed in this line
    boolean escapedQuote(char quote) {
      while (at < line.length()) {
        char c = line.charAt(at++);
        if (c == '\\') {
          at = Math.min(at + 1, line.length());
        } else if (c == quote) {
          return true;
        }
      }
      return false;
    }

    /// Takes up to the quote, and it; two of them are one that is meant.
    ///
    /// @return whether it is closed in this line
    boolean doubledQuote(char quote) {
      while (at < line.length()) {
        if (line.charAt(at++) == quote) {
          if (at == line.length() || line.charAt(at) != quote) {
            return true;
          }
          at++;
        }
      }
      return false;
    }
  }
}
