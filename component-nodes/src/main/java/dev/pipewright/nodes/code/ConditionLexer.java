package dev.pipewright.nodes.code;

import java.util.Set;

/// Run conditions: `Evaluator.blessing.custom_property('blessed') == 1`.
final class ConditionLexer extends LineLexer {

  private static final Set<String> WORDS =
      Set.of("and", "or", "not", "true", "false", "True", "False");

  @Override
  boolean special(Scan scan, char c) {
    int start = scan.at;
    if (c == '\'' || c == '"') {
      scan.at++;
      scan.escapedQuote(c);
      scan.add(Token.Kind.STRING, start);
      return true;
    }
    return false;
  }

  /// A node's name may have dots and dashes.
  @Override
  void name(Scan scan) {
    int start = scan.at;
    scan.word(".-");
    String text = scan.line.substring(start, scan.at);
    int last = Math.max(0, text.lastIndexOf('.') + 1);
    boolean isReading = scan.after(scan.at) == '(' || text.substring(last).equals("value");
    if (WORDS.contains(text)) {
      scan.add(Token.Kind.KEYWORD, start);
    } else if (isReading) {
      scan.add(Token.Kind.FUNCTION, start + last, scan.at);
    }
  }
}
