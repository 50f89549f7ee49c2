package dev.pipewright.nodes.code;

import java.util.Set;

/// Transform's expressions: `docs/transform-expressions.md`.
final class ExpressionLexer extends LineLexer {

  private static final Set<String> WORDS = Set.of("and", "or", "not", "True", "False", "None");

  @Override
  boolean special(Scan scan, char c) {
    int start = scan.at;
    if (c == '\'' || c == '"') {
      scan.at++;
      scan.escapedQuote(c);
      scan.add(Token.Kind.STRING, start);
      return true;
    }
    if (c == '`') {
      int end = scan.line.indexOf('`', start + 1);
      scan.at = end < 0 ? scan.line.length() : end + 1;
      scan.add(Token.Kind.NAME, start);
      return true;
    }
    return false;
  }

  @Override
  void name(Scan scan) {
    int start = scan.at;
    scan.word(".");
    int last = Math.max(start, scan.line.lastIndexOf('.', scan.at - 1) + 1);
    boolean isCall = scan.after(scan.at) == '(';
    if (last > start) {
      scan.add(Token.Kind.MODULE, start, last);
      scan.add(isCall ? Token.Kind.FUNCTION : Token.Kind.KEYWORD, last, scan.at);
    } else if (WORDS.contains(scan.line.substring(start, scan.at)) || isArgument(scan)) {
      scan.add(Token.Kind.KEYWORD, start);
    } else if (isCall) {
      scan.add(Token.Kind.FUNCTION, start);
    }
  }

  private static boolean isArgument(Scan scan) {
    int sign = scan.at;
    while (sign < scan.line.length() && scan.line.charAt(sign) == ' ') {
      sign++;
    }
    return scan.line.startsWith("=", sign) && !scan.line.startsWith("==", sign);
  }
}
