package dev.pipewright.transform.expression;

import java.util.Map;

/// Derives the types of expressions over features of known types.
///
/// @param features the raw features' types by name
public record TypeChecker(Map<String, ValueType> features) {

  public TypeChecker {
    features = Map.copyOf(features);
  }

  /// The type of the expression.
  ///
  /// @throws dev.pipewright.pipeline.ParameterException when a feature is unknown or an argument
  ///   does not fit; its location has the column
  public ValueType typeOf(Expression expression) {
    return switch (expression) {
      case Expression.Int _ -> ValueType.constant(ElementType.INT64);
      case Expression.Real _ -> ValueType.constant(ElementType.FLOAT32);
      case Expression.Text _ -> ValueType.constant(ElementType.STRING);
      case Expression.Bool _ -> ValueType.constant(ElementType.BOOL);
      case Expression.Feature(String name, int column) -> feature(name, column);
      case Expression.Call call ->
          call.operation().rule().typeOf(new TypedCall(call, this::typeOf));
      case Expression.None _, Expression.TypeName _, Expression.Items _ ->
          throw Mistake.at(
              expression.column(), expression + " is not a value.", "Use it as an argument only.");
    };
  }

  /// The type of an expression that is an output: dense or sparse, of a type that a tf.Example
  /// holds.
  ///
  /// @throws dev.pipewright.pipeline.ParameterException when it is not
  public ValueType typeOfOutput(Expression expression) {
    ValueType type = typeOf(expression);
    int column = Math.max(1, expression.column());
    if (type.form() == ValueType.Form.CONSTANT) {
      throw Mistake.at(
          column,
          "The output is the same for every row.",
          "Use a feature in it, or drop the output.");
    }
    if (!type.element().isStorable()) {
      throw Mistake.at(
          column,
          "An output cannot be " + type.element() + ".",
          "Wrap it: tf.cast(..., "
              + (type.element() == ElementType.FLOAT64 ? "tf.float32" : "tf.int64")
              + ").");
    }
    return type;
  }

  private ValueType feature(String name, int column) {
    ValueType type = features.get(name);
    if (type == null) {
      throw Mistake.at(
          Math.max(1, column),
          "There is no feature " + name + ".",
          Mistake.nearest(name, features.keySet())
              .map(n -> "Did you mean " + n + "?")
              .orElse("The features are " + features.keySet().stream().sorted().toList() + "."));
    }
    return type;
  }
}
