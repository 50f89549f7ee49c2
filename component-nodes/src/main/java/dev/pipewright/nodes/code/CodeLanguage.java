package dev.pipewright.nodes.code;

import dev.pipewright.data.table.Filter;
import dev.pipewright.pipeline.Condition;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.transform.expression.ExpressionParser;
import java.util.Optional;
import java.util.function.Consumer;

/// A language that a field colours and checks.
public enum CodeLanguage {
  /// Transform's expressions.
  EXPRESSION(new ExpressionLexer(), ExpressionParser::parse),
  /// When a node runs.
  CONDITION(new ConditionLexer(), Condition::parse),
  /// Which examples are shown.
  FILTER(new FilterLineLexer(), Filter::parse),
  JSON(new JsonLexer(), JsonText::parse),
  /// Standard SQL with the quotes of SQLite and MySQL. It is read by the engine alone: nothing is
  /// found wrong here.
  SQL(new SqlLexer(), text -> {});

  private final LineLexer lexer;
  private final Consumer<String> parser;

  CodeLanguage(LineLexer lexer, Consumer<String> parser) {
    this.lexer = lexer;
    this.parser = parser;
  }

  /// The tokens of a line.
  ///
  /// @param open what the line before leaves open
  Lexed lex(String line, Lexed.Open open) {
    return lexer.lex(line, open);
  }

  /// Whether a token can go over several lines.
  boolean hasLongTokens() {
    return this == SQL;
  }

  /// What is wrong with the text; an empty one, and one that is a runtime parameter, is as good as
  /// any.
  Optional<Mistake> check(String text) {
    return check(text, parser);
  }

  /// The same, where another reads the text.
  Optional<Mistake> check(String text, Consumer<String> reader) {
    String bare = text.strip();
    if (bare.isEmpty() || (bare.startsWith("${") && bare.endsWith("}")) || isWord(bare)) {
      return Optional.empty();
    }
    try {
      reader.accept(text);
      return Optional.empty();
    } catch (ParameterException e) {
      return Optional.of(new Mistake(offset(text, 1, e.where().column()), e.what()));
    } catch (ProjectException e) {
      return Optional.of(new Mistake(offset(text, e.where().line(), e.where().column()), e.what()));
    }
  }

  /// JSON fields take words without quotes.
  private boolean isWord(String bare) {
    return this == JSON && bare.matches("[A-Za-z_][\\w./ -]*+");
  }

  private static int offset(String text, long line, long column) {
    int start = 0;
    for (long n = 1; n < line && text.indexOf('\n', start) >= 0; n++) {
      start = text.indexOf('\n', start) + 1;
    }
    return Math.clamp(start + Math.max(0, column - 1), 0, text.length());
  }
}
