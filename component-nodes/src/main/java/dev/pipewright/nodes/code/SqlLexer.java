package dev.pipewright.nodes.code;

import java.util.Locale;
import java.util.Set;

/// SQL: comments, strings and quoted names may go over several lines.
final class SqlLexer extends LineLexer {

  private static final Set<String> WORDS =
      Set.of(
          """
          add all alter analyze and any array as asc begin between bigint binary blob bool
          boolean by case cast char check clob collate column commit constraint create cross
          cube current current_date current_time current_timestamp date datetime decimal default
          delete desc describe distinct double drop else end escape except exclude exists
          explain extract false fetch filter first float following for foreign from full glob
          group grouping having if ilike in index inner insert int integer intersect interval
          into is join json last lateral left like limit materialized merge natural next not
          null nulls numeric of offset on only or order outer over partition pivot preceding
          precision primary qualify range real recursive references regexp replace right
          rollback rollup row rows sample select set sets similar smallint some struct table
          tablesample temp temporary text then tied time timestamp tinyint to true truncate
          unbounded union unique unknown unnest unpivot update using values varbinary varchar
          view when where window with within without\
          """
              .split("\\s+"));

  @Override
  boolean special(Scan scan, char c) {
    int start = scan.at;
    switch (c) {
      case '\'' -> quoted(scan, 1, c, Token.Kind.STRING, Lexed.Open.STRING);
      case '"' -> quoted(scan, 1, c, Token.Kind.NAME, Lexed.Open.NAME);
      case '`' -> quoted(scan, 1, c, Token.Kind.NAME, Lexed.Open.BACKTICK);
      case '-' -> {
        if (!scan.starts("--")) {
          return false;
        }
        scan.at = scan.line.length();
        scan.add(Token.Kind.COMMENT, start);
      }
      case '/' -> {
        if (!scan.starts("/*")) {
          return false;
        }
        comment(scan, 2);
      }
      case ':', '@', '$' -> {
        return parameter(scan);
      }
      case '?' -> {
        scan.at++;
        scan.add(Token.Kind.REFERENCE, start);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  void resume(Scan scan) {
    switch (scan.open) {
      case COMMENT -> comment(scan, 0);
      case STRING -> quoted(scan, 0, '\'', Token.Kind.STRING, Lexed.Open.STRING);
      case NAME -> quoted(scan, 0, '"', Token.Kind.NAME, Lexed.Open.NAME);
      case BACKTICK -> quoted(scan, 0, '`', Token.Kind.NAME, Lexed.Open.BACKTICK);
      case NOTHING -> {}
    }
  }

  /// @param begin how long the sign is that begins it
  private static void comment(Scan scan, int begin) {
    int start = scan.at;
    int end = scan.line.indexOf("*/", start + begin);
    scan.at = end < 0 ? scan.line.length() : end + 2;
    scan.open = end < 0 ? Lexed.Open.COMMENT : Lexed.Open.NOTHING;
    scan.add(Token.Kind.COMMENT, start);
  }

  private static void quoted(Scan scan, int begin, char quote, Token.Kind kind, Lexed.Open open) {
    int start = scan.at;
    scan.at += begin;
    scan.open = scan.doubledQuote(quote) ? Lexed.Open.NOTHING : open;
    scan.add(kind, start);
  }

  private static boolean parameter(Scan scan) {
    char next = scan.peek(1);
    if (!Character.isLetterOrDigit(next) && next != '_') {
      // A cast is written with two colons.
      boolean isCast = scan.starts("::");
      scan.at += isCast ? 2 : 0;
      return isCast;
    }
    int start = scan.at++;
    scan.word("");
    scan.add(Token.Kind.REFERENCE, start);
    return true;
  }

  @Override
  void name(Scan scan) {
    int start = scan.at;
    scan.word("$");
    boolean isWord = WORDS.contains(scan.line.substring(start, scan.at).toLowerCase(Locale.ROOT));
    if (scan.after(scan.at) == '(' && !isWord) {
      scan.add(Token.Kind.FUNCTION, start);
    } else if (isWord) {
      scan.add(Token.Kind.KEYWORD, start);
    }
  }
}
