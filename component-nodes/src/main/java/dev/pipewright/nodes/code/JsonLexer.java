package dev.pipewright.nodes.code;

import java.util.Set;

/// JSON; texts in quotes that a colon follows are keys.
final class JsonLexer extends LineLexer {

  private static final Set<String> WORDS = Set.of("true", "false", "null");

  @Override
  boolean special(Scan scan, char c) {
    int start = scan.at;
    if (c == '"') {
      scan.at++;
      scan.escapedQuote('"');
      boolean isKey = scan.after(scan.at) == ':';
      scan.add(isKey ? Token.Kind.KEY : Token.Kind.STRING, start);
      return true;
    }
    if (c == '-' && isDigit(scan.peek(1))) {
      scan.at++;
      scan.number(start);
      return true;
    }
    return false;
  }

  @Override
  void name(Scan scan) {
    int start = scan.at;
    scan.word("");
    if (WORDS.contains(scan.line.substring(start, scan.at))) {
      scan.add(Token.Kind.KEYWORD, start);
    }
  }
}
