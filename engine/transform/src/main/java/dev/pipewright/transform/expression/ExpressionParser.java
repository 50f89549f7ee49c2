package dev.pipewright.transform.expression;

import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.transform.expression.Expression.Bool;
import dev.pipewright.transform.expression.Expression.Feature;
import dev.pipewright.transform.expression.Expression.Int;
import dev.pipewright.transform.expression.Expression.Items;
import dev.pipewright.transform.expression.Expression.None;
import dev.pipewright.transform.expression.Expression.Real;
import dev.pipewright.transform.expression.Expression.Text;
import dev.pipewright.transform.expression.Expression.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Reads expressions. The grammar, with Python's precedence, is in `docs/transform-expressions.md`;
/// a method here is a rule there.
public final class ExpressionParser {

  private static final int MAX_DEPTH = 200;

  private static final Map<String, String> COMPARISONS =
      Map.of(
          "==", "tf.math.equal",
          "!=", "tf.math.not_equal",
          "<", "tf.math.less",
          "<=", "tf.math.less_equal",
          ">", "tf.math.greater",
          ">=", "tf.math.greater_equal");
  private static final Map<String, String> SUMS =
      Map.of("+", "tf.math.add", "-", "tf.math.subtract");
  private static final Map<String, String> PRODUCTS =
      Map.of(
          "*", "tf.math.multiply",
          "/", "tf.math.divide",
          "//", "tf.math.floordiv",
          "%", "tf.math.floormod");

  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "if", "else", "lambda", "in", "is");

  /// The deepest tree that those who walk it recursively are given: an `a + b + …` nests too.
  private static final int MAX_HEIGHT = 190;

  private final List<Token> tokens;
  private final Map<Expression, Integer> heights = new IdentityHashMap<>();
  private int position;
  private int depth;

  private ExpressionParser(String text) {
    this.tokens = Lexer.tokens(text);
  }

  /// The expression that the text says. Functions, their arguments and literals are checked;
  /// features and types are not, see `TypeChecker`.
  ///
  /// @throws dev.pipewright.pipeline.ParameterException when the text is wrong; its location has
  ///   the column
  public static Expression parse(String text) {
    ExpressionParser parser = new ExpressionParser(text);
    Expression expression = parser.expression();
    Token rest = parser.peek();
    if (rest.kind() != Token.Kind.END) {
      throw unexpected(rest, "an operator or the end");
    }
    return expression;
  }

  private Expression expression() {
    if (++depth > MAX_DEPTH) {
      throw Mistake.at(
          peek().column(),
          "The expression is nested more than " + MAX_DEPTH + " deep.",
          "Split it into several outputs.");
    }
    Expression result = or();
    depth--;
    return result;
  }

  private Expression or() {
    Expression left = and();
    while (peek().is("or")) {
      int column = take().column();
      left = call("tf.math.logical_or", column, left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (peek().is("and")) {
      int column = take().column();
      left = call("tf.math.logical_and", column, left, not());
    }
    return left;
  }

  private Expression not() {
    if (peek().is("not")) {
      int column = take().column();
      return call("tf.math.logical_not", column, nested(this::not));
    }
    return comparison();
  }

  private Expression comparison() {
    Expression left = sum();
    if (!isSign(COMPARISONS)) {
      return left;
    }
    Token sign = take();
    Expression compared = call(function(COMPARISONS, sign), sign.column(), left, sum());
    if (isSign(COMPARISONS)) {
      throw Mistake.at(
          peek().column(),
          "Comparisons cannot be chained.",
          "Write both and join them: (a < b) and (b < c).");
    }
    return compared;
  }

  private Expression sum() {
    Expression left = product();
    while (isSign(SUMS)) {
      Token sign = take();
      left = call(function(SUMS, sign), sign.column(), left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = unary();
    while (isSign(PRODUCTS)) {
      Token sign = take();
      left = call(function(PRODUCTS, sign), sign.column(), left, unary());
    }
    return left;
  }

  private Expression unary() {
    if (!isSign(SUMS)) {
      return power();
    }
    Token sign = take();
    if (sign.is("-") && peek().isLeastInteger() && !tokens.get(position + 1).is("**")) {
      take();
      return new Int(Long.MIN_VALUE, sign.column());
    }
    Expression operand = nested(this::unary);
    if (sign.is("+")) {
      return operand;
    }
    return switch (operand) {
      case Int(long value, _) -> new Int(-value, sign.column());
      case Real(double value, _) -> new Real(-value, sign.column());
      default -> call("tf.math.negative", sign.column(), operand);
    };
  }

  private Expression power() {
    Expression base = primary();
    if (!peek().is("**")) {
      return base;
    }
    int column = take().column();
    return call("tf.math.pow", column, base, nested(this::unary));
  }

  private Expression primary() {
    Token token = take();
    return switch (token.kind()) {
      case INT -> integer(token);
      case REAL -> new Real(Double.parseDouble(token.text().replace("_", "")), token.column());
      case STRING -> new Text(token.text(), token.column());
      case FEATURE -> new Feature(token.text(), token.column());
      case NAME -> named(token);
      case SIGN -> bracketed(token);
      case END -> throw unexpected(token, "a value");
    };
  }

  private static Expression integer(Token token) {
    try {
      return new Int(Long.parseLong(token.text().replace("_", "")), token.column());
    } catch (NumberFormatException e) {
      throw Mistake.at(
          token.column(),
          token.text() + " does not fit 64 bits.",
          "Write it with a decimal point to have it as a float.");
    }
  }

  private Expression bracketed(Token token) {
    if (token.is("(")) {
      Expression inner = expression();
      require(")");
      return inner;
    }
    if (token.is("[")) {
      return limited(new Items(list("]", this::expression), token.column()));
    }
    throw unexpected(token, "a value");
  }

  private Expression named(Token token) {
    if (KEYWORDS.contains(token.text())) {
      throw unexpected(token, "a value");
    }
    if (peek().is("(")) {
      return call(token);
    }
    return switch (token.text()) {
      case "True", "true" -> new Bool(true, token.column());
      case "False", "false" -> new Bool(false, token.column());
      case "None" -> new None(token.column());
      default -> token.text().contains(".") ? typeName(token) : feature(token);
    };
  }

  private static Expression feature(Token token) {
    return new Feature(token.text(), token.column());
  }

  private static Expression typeName(Token token) {
    for (ElementType type : ElementType.values()) {
      if (token.text().equals("tf." + type)) {
        return new TypeName(type, token.column());
      }
    }
    boolean isFunction = Operations.find(token.text()) != null;
    throw Mistake.at(
        token.column(),
        token.text() + (isFunction ? " is a function." : " is not known."),
        isFunction
            ? "Call it: " + Operations.find(token.text()) + "."
            : "A feature with such a name is written in backticks; types are "
                + Arrays.stream(ElementType.values()).map(t -> "tf." + t).toList()
                + ".");
  }

  private Expression call(Token name) {
    Operation operation = Operations.find(name.text());
    if (operation == null) {
      throw Mistake.at(
          name.column(),
          "There is no function " + name.text() + ".",
          Mistake.nearest(name.text(), Operations.names())
              .map(n -> "Did you mean " + n + "?")
              .orElse("See docs/transform-expressions.md for the functions there are."));
    }
    require("(");
    List<Expression> positional = new ArrayList<>();
    SequencedMap<Token, Expression> named = new LinkedHashMap<>();
    list(")", () -> argument(positional, named));
    return limited(new CallBinder(operation, name.column()).bind(positional, named));
  }

  /// Sees to it that operations are not chained or nested so deeply that walking them overflows.
  private Expression limited(Expression expression) {
    int height = 0;
    for (Expression child : expression.children()) {
      height = Math.max(height, heights.getOrDefault(child, 0));
    }
    if (height == MAX_HEIGHT) {
      throw Mistake.at(
          expression.column(),
          "More than " + MAX_HEIGHT + " operations are chained or nested here.",
          "Group them in parentheses, as (a + b) + (c + d), or split the expression into several"
              + " outputs.");
    }
    heights.put(expression, height + 1);
    return expression;
  }

  private Expression argument(List<Expression> positional, SequencedMap<Token, Expression> named) {
    Token name = peek();
    if (name.kind() == Token.Kind.NAME && tokens.get(position + 1).is("=")) {
      position += 2;
      Expression value = expression();
      named.put(name, value);
      return value;
    }
    Expression value = expression();
    if (!named.isEmpty()) {
      throw Mistake.at(
          value.column(),
          "An argument without a name follows one with a name.",
          "Put the arguments without names first.");
    }
    positional.add(value);
    return value;
  }

  private List<Expression> list(String close, Rule element) {
    List<Expression> elements = new ArrayList<>();
    while (!peek().is(close)) {
      elements.add(element.read());
      if (!peek().is(",")) {
        break;
      }
      take();
    }
    require(close);
    return elements;
  }

  private Expression nested(Rule rule) {
    if (++depth > MAX_DEPTH) {
      throw Mistake.at(
          peek().column(), "There are too many signs in a row.", "Remove some of them.");
    }
    Expression result = rule.read();
    depth--;
    return result;
  }

  private Expression call(String function, int column, Expression... arguments) {
    Operation operation = Operations.get(function);
    return limited(
        new CallBinder(operation, column).bind(List.of(arguments), new LinkedHashMap<>()));
  }

  private boolean isSign(Map<String, String> signs) {
    return peek().kind() == Token.Kind.SIGN && signs.containsKey(peek().text());
  }

  private static String function(Map<String, String> signs, Token sign) {
    String function = signs.get(sign.text());
    if (function == null) {
      throw new IllegalArgumentException(sign.text());
    }
    return function;
  }

  private Token peek() {
    return tokens.get(position);
  }

  private Token take() {
    Token token = tokens.get(position);
    if (token.kind() != Token.Kind.END) {
      position++;
    }
    return token;
  }

  private void require(String sign) {
    Token token = take();
    if (!token.is(sign)) {
      throw unexpected(token, "'" + sign + "'");
    }
  }

  private static ParameterException unexpected(Token token, String expected) {
    return Mistake.at(
        token.column(),
        "Expected " + expected + " but found " + token.shown() + ".",
        "Mend the expression there.");
  }

  private interface Rule {
    Expression read();
  }
}
