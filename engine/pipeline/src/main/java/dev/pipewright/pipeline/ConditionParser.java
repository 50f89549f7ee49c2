package dev.pipewright.pipeline;

import dev.pipewright.pipeline.Condition.Comparison;
import dev.pipewright.pipeline.Condition.Literal;
import dev.pipewright.pipeline.Condition.Operand;
import dev.pipewright.pipeline.Condition.Operator;
import dev.pipewright.pipeline.Condition.Reading;
import dev.pipewright.pipeline.Condition.Reading.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads conditions, by recursive descent: `or` binds weakest, then `and`, then `not`.
final class ConditionParser {

  private static final int DEEPEST = 50;
  private static final Pattern SPACE = Pattern.compile("\\s*");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");
  private static final Pattern NUMBER = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
  private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,6})]");
  private static final Pattern VALUE = Pattern.compile("\\.value(?![A-Za-z0-9_(])");
  private static final Pattern PROPERTY = Pattern.compile("\\.(custom_)?property\\(\\s*");
  private static final Pattern QUOTED =
      Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final String text;
  private int at;
  private int depth;

  ConditionParser(String text) {
    this.text = text;
  }

  Condition parse() {
    Condition condition = or();
    space();
    if (at < text.length()) {
      throw wrong("\"and\", \"or\" or the end");
    }
    return condition;
  }

  private Condition or() {
    List<Condition> parts = list("or", this::and);
    return parts.size() == 1 ? parts.getFirst() : new Condition.Or(parts);
  }

  private Condition and() {
    List<Condition> parts = list("and", this::not);
    return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
  }

  private List<Condition> list(String word, Supplier<Condition> part) {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(part.get());
    } while (takesWord(word));
    return parts;
  }

  private Condition not() {
    if (++depth > DEEPEST) {
      throw new ParameterException("The condition goes too deep.", here(), "Simplify it.");
    }
    Condition part = notAtDepth();
    depth--;
    return part;
  }

  private Condition notAtDepth() {
    if (takesWord("not")) {
      return new Condition.Not(not());
    }
    return takes("(") ? inParentheses() : comparison();
  }

  private Condition inParentheses() {
    Condition inner = or();
    if (!takes(")")) {
      throw wrong("\")\"");
    }
    return inner;
  }

  private Condition comparison() {
    Operand left = operand();
    for (Operator operator : Operator.values()) {
      if (takes(operator.sign())) {
        return new Comparison(left, operator, operand());
      }
    }
    throw wrong("==, !=, <, >, <= or >=");
  }

  private Operand operand() {
    Optional<String> quoted = quoted();
    if (quoted.isPresent()) {
      return new Literal(ParameterValue.of(quoted.get()));
    }
    Optional<Matcher> number = match(NUMBER);
    if (number.isPresent()) {
      return new Literal(number(number.get().group()));
    }
    if (takesWord("true") || takesWord("True")) {
      return new Literal(ParameterValue.of(true));
    }
    if (takesWord("false") || takesWord("False")) {
      return new Literal(ParameterValue.of(false));
    }
    return reading();
  }

  private ParameterValue number(String digits) {
    try {
      return digits.matches("-?\\d+")
          ? ParameterValue.of(Long.parseLong(digits))
          : ParameterValue.of(Double.parseDouble(digits));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          "The number " + Quotation.shortened(digits) + " is too large.", here(), "Mend it.", e);
    }
  }

  /// A node's name may have dots: what ends it is the reading.
  private Reading reading() {
    space();
    int start = at;
    Matcher name = NAME.matcher(text).region(start, text.length());
    if (!name.lookingAt()) {
      throw wrong("an output as Evaluator.blessing, a number, or a text in quotes");
    }
    int end = name.end();
    Matcher property = PROPERTY.matcher(text).region(start, text.length());
    Matcher value = VALUE.matcher(text).region(start, text.length());
    int stop = end;
    if (property.find() && property.start() < stop) {
      stop = property.start();
    }
    if (value.find() && value.start() < stop) {
      stop = value.start();
    }
    String output = text.substring(start, stop);
    Source source =
        Source.parse(output)
            .orElseThrow(
                () -> wrong("an output as Evaluator.blessing, a number, or a text in quotes"));
    at = stop;
    int index = match(INDEX).map(m -> Integer.parseInt(m.group(1))).orElse(0);
    if (match(VALUE).isPresent()) {
      return new Reading(source, index, What.VALUE, "");
    }
    Matcher found =
        match(PROPERTY).orElseThrow(() -> wrong(".property('…'), .custom_property('…') or .value"));
    String key = quoted().orElseThrow(() -> wrong("the property's name in quotes"));
    if (!takes(")")) {
      throw wrong("\")\"");
    }
    What what = found.group(1) == null ? What.PROPERTY : What.CUSTOM_PROPERTY;
    return new Reading(source, index, what, key);
  }

  private Optional<String> quoted() {
    return match(QUOTED)
        .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
        .map(inner -> inner.replaceAll("\\\\(.)", "$1"));
  }

  private void space() {
    Matcher matcher = SPACE.matcher(text).region(at, text.length());
    if (matcher.lookingAt()) {
      at = matcher.end();
    }
  }

  private Optional<Matcher> match(Pattern pattern) {
    space();
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    return Optional.of(matcher);
  }

  private boolean takes(String sign) {
    space();
    if (!text.startsWith(sign, at)) {
      return false;
    }
    at += sign.length();
    return true;
  }

  private boolean takesWord(String word) {
    space();
    Matcher matcher = WORD.matcher(text).region(at, text.length());
    if (!matcher.lookingAt() || !matcher.group().equals(word)) {
      return false;
    }
    at = matcher.end();
    return true;
  }

  private Location here() {
    return new Location(null, 1, at + 1L, null);
  }

  private ParameterException wrong(String expected) {
    space();
    String found =
        at >= text.length() ? "the end" : Quotation.of(text.substring(at).split("\\s", 2)[0]);
    return new ParameterException(
        "At character " + (at + 1) + " there is " + found + " where " + expected + " should be.",
        here(),
        "As in: Evaluator.blessing.custom_property('blessed') == 1");
  }
}
