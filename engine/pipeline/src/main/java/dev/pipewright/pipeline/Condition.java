package dev.pipewright.pipeline;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// When a node runs, as TFX's `Cond` says it: comparisons of artifacts' properties and values,
/// joined by `and`, `or` and `not`.
///
/// ```
/// Evaluator.blessing.custom_property('blessed') == 1 and not Counter.rows.value < 1000
/// ```
///
/// `Node.output` is the first artifact of an output, `Node.output[1]` the second. `.property('…')`
/// reads a property that ML Metadata declares for the type, `.custom_property('…')` another,
/// `.value` what a value artifact (`String`, `Integer`, `Float`, `Boolean`) holds. A property that
/// is not set equals nothing and is neither less nor greater.
public sealed interface Condition {

  /// All of these hold.
  record And(List<Condition> parts) implements Condition {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /// One of these holds.
  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /// This does not hold.
  record Not(Condition part) implements Condition {}

  /// Two operands compare so.
  record Comparison(Operand left, Operator operator, Operand right) implements Condition {}

  /// How operands compare.
  enum Operator {
    /// They are equal.
    EQUAL("=="),
    /// They are not.
    UNEQUAL("!="),
    /// The left one is at most the right one.
    AT_MOST("<="),
    /// The left one is at least the right one.
    AT_LEAST(">="),
    /// The left one is less.
    LESS("<"),
    /// The left one is greater.
    GREATER(">");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /// How it is written.
    public String sign() {
      return sign;
    }
  }

  /// What is compared.
  sealed interface Operand {}

  /// A value as it is written: a text, a number or a truth value.
  record Literal(ParameterValue value) implements Operand {}

  /// Something that is read from an artifact.
  ///
  /// @param source the output
  /// @param index which of its artifacts, from 0
  /// @param what what is read
  /// @param name the property; empty for the value
  record Reading(Source source, int index, What what, String name) implements Operand {

    /// What is read.
    public enum What {
      /// A property that the type declares.
      PROPERTY,
      /// Another property.
      CUSTOM_PROPERTY,
      /// What a value artifact holds.
      VALUE,
    }

    /// The same of another output.
    public Reading of(Source newSource) {
      return new Reading(newSource, index, what, name);
    }

    @Override
    public String toString() {
      String artifact = source + (index == 0 ? "" : "[" + index + "]");
      return switch (what) {
        case PROPERTY -> artifact + ".property(" + quoted(name) + ")";
        case CUSTOM_PROPERTY -> artifact + ".custom_property(" + quoted(name) + ")";
        case VALUE -> artifact + ".value";
      };
    }
  }

  /// The condition that a text is.
  ///
  /// @throws ParameterException when it is none, with the column
  static Condition parse(String text) {
    return new ConditionParser(text).parse();
  }

  /// The readings in it, in order.
  default Stream<Reading> readings() {
    return switch (this) {
      case And(var parts) -> parts.stream().flatMap(Condition::readings);
      case Or(var parts) -> parts.stream().flatMap(Condition::readings);
      case Not(Condition part) -> part.readings();
      case Comparison(Operand left, Operator operator, Operand right) ->
          Stream.of(left, right).filter(Reading.class::isInstance).map(Reading.class::cast);
    };
  }

  /// The same with each reading replaced.
  default Condition mapReadings(Function<Reading, Reading> change) {
    return switch (this) {
      case And(var parts) -> new And(parts.stream().map(p -> p.mapReadings(change)).toList());
      case Or(var parts) -> new Or(parts.stream().map(p -> p.mapReadings(change)).toList());
      case Not(Condition part) -> new Not(part.mapReadings(change));
      case Comparison(Operand left, Operator operator, Operand right) ->
          new Comparison(mapped(left, change), operator, mapped(right, change));
    };
  }

  private static Operand mapped(Operand operand, Function<Reading, Reading> change) {
    return operand instanceof Reading reading ? change.apply(reading) : operand;
  }

  /// Whether it holds.
  ///
  /// @param values what each reading gives; `Null` where it gives nothing
  default boolean holds(Function<Reading, ParameterValue> values) {
    return switch (this) {
      case And(var parts) -> parts.stream().allMatch(part -> part.holds(values));
      case Or(var parts) -> parts.stream().anyMatch(part -> part.holds(values));
      case Not(Condition part) -> !part.holds(values);
      case Comparison(Operand left, Operator operator, Operand right) ->
          ConditionValues.holds(value(left, values), operator, value(right, values));
    };
  }

  private static ParameterValue value(Operand operand, Function<Reading, ParameterValue> values) {
    return switch (operand) {
      case Literal(ParameterValue value) -> value;
      case Reading reading -> values.apply(reading);
    };
  }

  /// The text that is parsed to this.
  default String text() {
    return switch (this) {
      case And(var parts) -> joined(parts, " and ");
      case Or(var parts) -> joined(parts, " or ");
      case Not(Condition part) -> "not " + inner(part);
      case Comparison(Operand left, Operator operator, Operand right) ->
          text(left) + " " + operator.sign() + " " + text(right);
    };
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream().map(Condition::inner).collect(Collectors.joining(word));
  }

  private static String inner(Condition part) {
    return part instanceof Comparison || part instanceof Not
        ? part.text()
        : "(" + part.text() + ")";
  }

  private static String text(Operand operand) {
    return switch (operand) {
      case Literal(ParameterValue.Text(String text)) -> quoted(text);
      case Literal(ParameterValue.Int(long n)) -> Long.toString(n);
      case Literal(ParameterValue.Real(double x)) -> Double.toString(x);
      case Literal(ParameterValue.Bool(boolean b)) -> Boolean.toString(b);
      case Literal literal -> throw new IllegalArgumentException("no literal: " + literal);
      case Reading reading -> reading.toString();
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
