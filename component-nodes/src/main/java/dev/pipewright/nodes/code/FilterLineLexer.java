package dev.pipewright.nodes.code;

import java.util.Set;

/// Filters of examples: `docs/data.md`.
final class FilterLineLexer extends LineLexer {

  private static final Set<String> WORDS =
      Set.of("and", "or", "not", "in", "is", "missing", "contains", "matches");

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
      scan.add(Token.Kind.KEY, start);
      return true;
    }
    return false;
  }

  @Override
  void name(Scan scan) {
    int start = scan.at;
    scan.word(".");
    if (WORDS.contains(scan.line.substring(start, scan.at))) {
      scan.add(Token.Kind.KEYWORD, start);
    } else {
      scan.add(scan.after(scan.at) == '(' ? Token.Kind.FUNCTION : Token.Kind.KEY, start);
    }
  }
}
