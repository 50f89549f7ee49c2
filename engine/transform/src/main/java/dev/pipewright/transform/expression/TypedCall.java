package dev.pipewright.transform.expression;

import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.transform.expression.Expression.Call;
import dev.pipewright.transform.expression.Expression.Int;
import dev.pipewright.transform.expression.Expression.Items;
import dev.pipewright.transform.expression.Expression.Real;
import dev.pipewright.transform.expression.Expression.TypeName;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/// A call whose arguments have types, as a row's type rule sees it.
public final class TypedCall {

  private final Call call;
  private final Function<Expression, ValueType> types;

  TypedCall(Call call, Function<Expression, ValueType> types) {
    this.call = call;
    IdentityHashMap<Expression, ValueType> known = new IdentityHashMap<>();
    this.types =
        expression -> {
          ValueType type = known.get(expression);
          if (type == null) {
            type = types.apply(expression);
            known.put(expression, type);
          }
          return type;
        };
  }

  /// The call.
  public Call call() {
    return call;
  }

  /// The argument for this parameter.
  Expression argument(String parameter) {
    return call.argument(parameter);
  }

  /// The type of the argument for this parameter.
  ValueType type(String parameter) {
    return types.apply(argument(parameter));
  }

  /// The types of the items of a list argument.
  List<ValueType> types(String parameter) {
    return argument(parameter) instanceof Items(var items, _)
        ? items.stream().map(types).toList()
        : List.of();
  }

  /// The type of an argument that must not be sparse.
  ValueType dense(String parameter) {
    ValueType type = type(parameter);
    if (type.isSparse()) {
      throw mistake(
          parameter,
          argument(parameter) + " may be missing in a row, and " + name() + " needs a value.",
          "Wrap it: fill_missing(" + argument(parameter) + ").");
    }
    return type;
  }

  /// The type of an argument that must be dense and have such elements.
  ValueType dense(String parameter, Predicate<ElementType> elements, String noun) {
    ValueType type = dense(parameter);
    require(parameter, type, elements, noun);
    return type;
  }

  /// The type of an argument that may be sparse and must have such elements.
  ValueType any(String parameter, Predicate<ElementType> elements, String noun) {
    ValueType type = type(parameter);
    require(parameter, type, elements, noun);
    return type;
  }

  private void require(
      String parameter, ValueType type, Predicate<ElementType> elements, String noun) {
    if (!elements.test(type.element())) {
      throw mistake(
          parameter,
          parameter + " of " + name() + " must be " + noun + ", and is " + type + ".",
          type.element() == ElementType.STRING
              ? "Turn strings into numbers with tf.strings.to_number(...)."
              : "Convert it with tf.cast(..., dtype) or tf.strings.as_string(...).");
    }
  }

  /// A whole number that must be given.
  long integer(String parameter) {
    if (argument(parameter) instanceof Int(long value, _)) {
      return value;
    }
    throw new IllegalStateException(parameter + " of " + name() + " is no whole number");
  }

  /// A number that was written out; empty for `None`.
  OptionalDouble real(String parameter) {
    return switch (argument(parameter)) {
      case Int(long value, _) -> OptionalDouble.of(value);
      case Real(double value, _) -> OptionalDouble.of(value);
      default -> OptionalDouble.empty();
    };
  }

  /// The type that a parameter names.
  ElementType typeName(String parameter) {
    return argument(parameter) instanceof TypeName(ElementType type, _)
        ? type
        : ElementType.FLOAT32;
  }

  /// Whether the argument is a number written out, which takes the type of what it meets.
  static boolean isLiteral(Expression expression) {
    return expression instanceof Int || expression instanceof Real;
  }

  String name() {
    return call.operation().name();
  }

  ParameterException mistake(String parameter, String what, String fix) {
    int column = argument(parameter).column();
    return Mistake.at(column > 0 ? column : call.column(), what, fix);
  }
}
