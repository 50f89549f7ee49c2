package dev.pipewright.nodes.code;

import dev.pipewright.nodes.code.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Finds the bracket that belongs to another.
final class Brackets {

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  /// How many lines around the caret are searched.
  private static final int LINES = 500;

  /// Lines longer than this are not cut into tokens.
  private static final int LONGEST = 20_000;

  /// Two brackets that belong together.
  ///
  /// @param first the offset of the one
  /// @param second the offset of the other, which comes later
  record Pair(int first, int second) {}

  private Brackets() {}

  /// The pair of which one is at the caret: after it, or else before it.
  static Optional<Pair> at(int caret, LineStarts lines, CodeLanguage language) {
    int line = lines.at(caret);
    int last = Math.min(lines.count() - 1, line + LINES);
    Deque<Integer> open = new ArrayDeque<>();
    Optional<Pair> before = Optional.empty();
    Lexed.Open goesOn = Lexed.Open.NOTHING;
    for (int n = Math.max(0, line - LINES); n <= last; n++) {
      String text = lines.line(n);
      if (text.length() > LONGEST) {
        return before;
      }
      Lexed lexed = language.lex(text, goesOn);
      goesOn = lexed.open();
      for (Token token : lexed.tokens()) {
        if (token.kind() != Kind.BRACKET) {
          continue;
        }
        Optional<Pair> closed = close(open, lines, lines.start(n) + token.start());
        if (closed.filter(p -> p.first() == caret || p.second() == caret).isPresent()) {
          return closed;
        }
        if (closed.filter(p -> isBefore(p, caret)).isPresent()) {
          before = closed;
        }
      }
    }
    return before;
  }

  private static boolean isBefore(Pair pair, int caret) {
    return pair.first() == caret - 1 || pair.second() == caret - 1;
  }

  /// Takes a bracket; a pair where it closes one that is open.
  private static Optional<Pair> close(Deque<Integer> open, LineStarts lines, int offset) {
    char bracket = lines.character(offset);
    if (OPENING.indexOf(bracket) >= 0) {
      open.push(offset);
      return Optional.empty();
    }
    Integer first = open.poll();
    boolean fits =
        first != null && OPENING.indexOf(lines.character(first)) == CLOSING.indexOf(bracket);
    return fits && first != null ? Optional.of(new Pair(first, offset)) : Optional.empty();
  }
}
