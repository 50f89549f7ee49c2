package dev.pipewright.data.table;

import dev.pipewright.pipeline.ParameterException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which rows of a table are kept. The grammar is in `docs/data.md`.
public sealed interface Filter {

  /// The filter that the text says; features and types are not checked, see `FilterCheck`.
  ///
  /// @throws ParameterException when the text is wrong; its location has the column
  static Filter parse(String text) {
    return FilterParser.parse(text);
  }

  /// Both hold.
  record And(Filter left, Filter right) implements Filter {}

  /// One of them holds.
  record Or(Filter left, Filter right) implements Filter {}

  /// It does not hold.
  record Not(Filter inner) implements Filter {}

  /// Values compare so: one of the left with one of the right.
  record Compare(Comparator comparator, Value left, Value right, int column) implements Filter {}

  /// A text contains another.
  record Contains(Value text, String part, int column) implements Filter {}

  /// A regular expression is found in a text.
  record Matches(Value text, Pattern pattern, int column) implements Filter {}

  /// A value is one of these.
  record In(Value value, List<Value> items, int column) implements Filter {
    public In {
      items = List.copyOf(items);
    }
  }

  /// The row has no value of the feature.
  record Missing(Value.Feature feature) implements Filter {}

  /// How two values compare.
  enum Comparator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">=");

    private final String sign;

    Comparator(String sign) {
      this.sign = sign;
    }

    /// As it is written.
    public String sign() {
      return sign;
    }

    /// Whether it holds where the left compares so with the right.
    boolean holds(int comparison) {
      return switch (this) {
        case EQUAL -> comparison == 0;
        case NOT_EQUAL -> comparison != 0;
        case LESS -> comparison < 0;
        case LESS_EQUAL -> comparison <= 0;
        case GREATER -> comparison > 0;
        case GREATER_EQUAL -> comparison >= 0;
      };
    }

    /// Whether it holds of numbers; NaN is unequal to all.
    boolean holds(double left, double right) {
      return switch (this) {
        case EQUAL -> left == right;
        case NOT_EQUAL -> left != right;
        case LESS -> left < right;
        case LESS_EQUAL -> left <= right;
        case GREATER -> left > right;
        case GREATER_EQUAL -> left >= right;
      };
    }
  }

  /// What is compared: the values that a row has, none, one, or several.
  sealed interface Value {

    /// Where it starts in the text, from 1.
    int column();

    /// A feature's values.
    record Feature(String name, int column) implements Value {}

    /// A whole number.
    record Int(long value, int column) implements Value {}

    /// Another number.
    record Real(double value, int column) implements Value {}

    /// A text.
    record Text(String value, int column) implements Value {}

    /// Two numbers by `+`, `-`, `*`, `/` or `%`.
    record Arithmetic(char sign, Value left, Value right, int column) implements Value {}

    /// What a function makes of values.
    record Call(Function function, Value argument, int column) implements Value {}
  }

  /// What can be called.
  enum Function {
    /// The number of characters of a text.
    LENGTH,
    /// How many values there are.
    COUNT,
    /// A text in lower case.
    LOWER,
    /// A text in upper case.
    UPPER,
    /// A number without its sign.
    ABS,
    /// The least of a row's values.
    MIN,
    /// The greatest of a row's values.
    MAX,
    /// The sum of a row's values.
    SUM;

    /// As it is written.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
