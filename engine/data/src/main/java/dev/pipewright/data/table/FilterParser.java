package dev.pipewright.data.table;

import dev.pipewright.data.table.Filter.Comparator;
import dev.pipewright.data.table.Filter.Function;
import dev.pipewright.data.table.Filter.Value;
import dev.pipewright.data.table.FilterLexer.Kind;
import dev.pipewright.data.table.FilterLexer.Word;
import dev.pipewright.pipeline.ParameterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/// Reads filters. The grammar is in `docs/data.md`; a method here is a rule there.
final class FilterParser {

  private static final int MAX_DEPTH = 100;
  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "in", "is", "missing", "contains", "matches");

  private final List<Word> words;
  private int position;
  private int depth;

  private FilterParser(String text) {
    words = FilterLexer.words(text);
  }

  static Filter parse(String text) {
    FilterParser parser = new FilterParser(text);
    Filter filter = parser.filter();
    if (parser.peek().kind() != Kind.END) {
      throw unexpected(parser.peek(), "'and', 'or' or the end");
    }
    return filter;
  }

  private Filter filter() {
    Filter left = conjunction();
    while (peek().is("or")) {
      take();
      left = new Filter.Or(left, nested(this::conjunction));
    }
    return left;
  }

  private Filter conjunction() {
    Filter left = negation();
    while (peek().is("and")) {
      take();
      left = new Filter.And(left, nested(this::negation));
    }
    return left;
  }

  private Filter negation() {
    if (!peek().is("not")) {
      return condition();
    }
    take();
    return new Filter.Not(nested(this::negation));
  }

  private Filter condition() {
    if (isGroup()) {
      take();
      Filter inner = nested(this::filter);
      require(")");
      return inner;
    }
    Value left = sum();
    Word word = peek();
    boolean isNot = word.is("not");
    if (isNot) {
      take();
    }
    Filter filter =
        switch (peek().text()) {
          case "in" -> in(left, take());
          case "contains" -> new Filter.Contains(left, text(take()), word.column());
          case "matches" -> matches(left, take());
          case "is" -> missing(left, take());
          default -> comparison(left);
        };
    if (isNot && filter instanceof Filter.Compare) {
      throw unexpected(word, "a comparison");
    }
    return isNot ? new Filter.Not(filter) : filter;
  }

  /// Whether a parenthesis holds a filter: what begins a value is followed by a sign of one.
  private boolean isGroup() {
    if (!peek().is("(")) {
      return false;
    }
    int open = 0;
    for (int at = position; at < words.size(); at++) {
      open += words.get(at).is("(") ? 1 : words.get(at).is(")") ? -1 : 0;
      if (open == 0) {
        Word after = words.get(at + 1);
        return after.kind() == Kind.END || after.is(")") || after.is("and") || after.is("or");
      }
    }
    return true;
  }

  private Filter comparison(Value left) {
    Word sign = peek();
    for (Comparator comparator : Comparator.values()) {
      if (sign.kind() == Kind.SIGN && sign.is(comparator.sign())) {
        take();
        return new Filter.Compare(comparator, left, sum(), sign.column());
      }
    }
    if (sign.is("=")) {
      throw FilterLexer.mistake(
          sign.column(), "One = compares nothing.", "Write == to compare values.");
    }
    throw unexpected(sign, "a comparison, as == or contains,");
  }

  private Filter in(Value left, Word in) {
    require("[");
    List<Value> items = new ArrayList<>();
    while (!peek().is("]")) {
      Value item = sum();
      if (!(item instanceof Value.Int
          || item instanceof Value.Real
          || item instanceof Value.Text)) {
        throw FilterLexer.mistake(
            item.column(),
            "A list holds numbers and texts only.",
            "Write it as a comparison of its own, joined by or.");
      }
      items.add(item);
      if (!peek().is(",")) {
        break;
      }
      take();
    }
    require("]");
    return new Filter.In(left, items, in.column());
  }

  private Filter matches(Value left, Word matches) {
    Word word = peek();
    String text = text(matches);
    try {
      return new Filter.Matches(left, Pattern.compile(text), matches.column());
    } catch (PatternSyntaxException e) {
      throw FilterLexer.mistake(
          word.column(),
          "The regular expression cannot be read: " + e.getDescription() + ".",
          "Write \\\\ before a sign that is meant as itself.");
    }
  }

  private Filter missing(Value left, Word is) {
    boolean isNot = peek().is("not");
    if (isNot) {
      take();
    }
    require("missing");
    if (!(left instanceof Value.Feature feature)) {
      throw FilterLexer.mistake(
          is.column(), "Only a feature can be missing.", "Write a feature's name before is.");
    }
    Filter missing = new Filter.Missing(feature);
    return isNot ? new Filter.Not(missing) : missing;
  }

  private String text(Word before) {
    Word word = take();
    if (word.kind() != Kind.TEXT) {
      throw unexpected(word, "a text in quotes after " + before.text());
    }
    return word.text();
  }

  private Value sum() {
    Value left = product();
    while (peek().is("+") || peek().is("-")) {
      Word sign = take();
      left =
          new Value.Arithmetic(sign.text().charAt(0), left, nested(this::product), sign.column());
    }
    return left;
  }

  private Value product() {
    Value left = unary();
    while (peek().is("*") || peek().is("/") || peek().is("%")) {
      Word sign = take();
      left = new Value.Arithmetic(sign.text().charAt(0), left, nested(this::unary), sign.column());
    }
    return left;
  }

  private Value unary() {
    if (!peek().is("-")) {
      return primary();
    }
    Word sign = take();
    return switch (nested(this::unary)) {
      case Value.Int(long value, _) -> new Value.Int(-value, sign.column());
      case Value.Real(double value, _) -> new Value.Real(-value, sign.column());
      case Value other ->
          new Value.Arithmetic('-', new Value.Int(0, sign.column()), other, sign.column());
    };
  }

  private Value primary() {
    Word word = take();
    return switch (word.kind()) {
      case NUMBER -> number(word);
      case TEXT -> new Value.Text(word.text(), word.column());
      case FEATURE -> new Value.Feature(word.text(), word.column());
      case NAME -> named(word);
      case SIGN -> {
        if (!word.is("(")) {
          throw unexpected(word, "a feature or a value");
        }
        Value inner = nested(this::sum);
        require(")");
        yield inner;
      }
      case END -> throw unexpected(word, "a feature or a value");
    };
  }

  private Value named(Word word) {
    if (peek().is("(")) {
      return call(word);
    }
    if (KEYWORDS.contains(word.text())) {
      throw unexpected(word, "a feature or a value");
    }
    return new Value.Feature(word.text(), word.column());
  }

  private Value call(Word name) {
    for (Function function : Function.values()) {
      if (function.text().equals(name.text())) {
        require("(");
        Value argument = nested(this::sum);
        require(")");
        return new Value.Call(function, argument, name.column());
      }
    }
    throw FilterLexer.mistake(
        name.column(),
        "There is no function " + name.text() + ".",
        "There are "
            + Arrays.stream(Function.values()).map(Function::text).collect(Collectors.joining(", "))
            + ".");
  }

  private static Value number(Word word) {
    String digits = word.text().replace("_", "");
    if (digits.matches("\\d+")) {
      try {
        return new Value.Int(Long.parseLong(digits), word.column());
      } catch (NumberFormatException e) {
        throw FilterLexer.mistake(
            word.column(),
            word.text() + " does not fit 64 bits.",
            "Write it with a decimal point to compare with about that number.");
      }
    }
    return new Value.Real(Double.parseDouble(digits), word.column());
  }

  private <T> T nested(Rule<T> rule) {
    if (++depth > MAX_DEPTH) {
      throw FilterLexer.mistake(
          peek().column(),
          "The filter is nested more than " + MAX_DEPTH + " deep.",
          "Write in [\u2026] in place of many comparisons.");
    }
    T result = rule.read();
    depth--;
    return result;
  }

  private Word peek() {
    return words.get(position);
  }

  private Word take() {
    Word word = words.get(position);
    if (word.kind() != Kind.END) {
      position++;
    }
    return word;
  }

  private void require(String sign) {
    Word word = take();
    if (!word.is(sign)) {
      throw unexpected(word, "'" + sign + "'");
    }
  }

  private static ParameterException unexpected(Word word, String expected) {
    return FilterLexer.mistake(
        word.column(),
        "Expected " + expected + " but found " + word.shown() + ".",
        "Mend the filter there; a feature with such a name is written in backticks.");
  }

  private interface Rule<T> {
    T read();
  }
}
