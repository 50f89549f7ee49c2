package dev.pipewright.transform.expression;

import dev.pipewright.transform.expression.Expression.Call;
import dev.pipewright.transform.expression.Operation.Parameter;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts the arguments of a call in the order of the operation's parameters, as Python would, and
/// checks those that must be literals.
///
/// @param operation what is called
/// @param column where the call stands
record CallBinder(Operation operation, int column) {

  Call bind(List<Expression> positional, SequencedMap<Token, Expression> named) {
    List<Parameter> parameters = operation.parameters();
    if (positional.size() > parameters.size()) {
      throw Mistake.at(
          positional.get(parameters.size()).column(),
          operation.name() + " takes " + parameters.size() + " arguments at most.",
          "It is called so: " + operation.signature() + ".");
    }
    TreeMap<Integer, Expression> bound = new TreeMap<>();
    for (int i = 0; i < positional.size(); i++) {
      bound.put(i, positional.get(i));
    }
    named.forEach((name, value) -> bindNamed(bound, name, value));
    for (int i = 0; i < parameters.size(); i++) {
      bound.computeIfAbsent(i, index -> orDefault(parameters.get(index)));
    }
    bound.forEach((i, argument) -> requireKind(parameters.get(i), argument));
    bound.forEach((i, argument) -> requireRange(parameters.get(i), argument));
    return new Call(operation, List.copyOf(bound.values()), column);
  }

  private void bindNamed(TreeMap<Integer, Expression> bound, Token name, Expression value) {
    List<String> names = operation.parameters().stream().map(Parameter::name).toList();
    int index = names.indexOf(name.text());
    if (index < 0) {
      throw Mistake.at(
          name.column(),
          operation.name() + " has no parameter " + name.text() + ".",
          Mistake.nearest(name.text(), names)
              .map(n -> "Did you mean " + n + "?")
              .orElse("It is called so: " + operation.signature() + "."));
    }
    if (bound.putIfAbsent(index, value) != null) {
      throw Mistake.at(
          name.column(), name.text() + " is given twice.", "Remove one of the two arguments.");
    }
  }

  private Expression orDefault(Parameter parameter) {
    Expression value = parameter.defaultValue();
    if (value == null) {
      throw Mistake.at(
          column,
          operation.name() + " needs " + parameter.name() + ".",
          "It is called so: " + operation.signature() + ".");
    }
    return value;
  }

  private void requireKind(Parameter parameter, Expression argument) {
    String expected = parameter.defaultValue() == argument ? null : expected(parameter, argument);
    if (expected != null) {
      throw Mistake.at(
          argument.column(),
          parameter.name() + " of " + operation.name() + " must be " + expected + ".",
          "It is called so: " + operation.signature() + ".");
    }
  }

  private void requireRange(Parameter parameter, Expression argument) {
    if (argument instanceof Expression.Int(long value, _)
        && (value < parameter.min() || value > parameter.max())) {
      boolean isLow = value < parameter.min();
      throw Mistake.at(
          argument.column(),
          "%s of %s must be %s."
              .formatted(
                  parameter.name(),
                  operation.name(),
                  isLow ? "at least " + parameter.min() : "at most " + parameter.max()),
          isLow ? "Give a larger number." : "Give a smaller number.");
    }
  }

  private static @Nullable String expected(Parameter parameter, Expression argument) {
    if (argument instanceof Expression.None
        && parameter.defaultValue() instanceof Expression.None) {
      return null;
    }
    boolean isRight =
        switch (parameter.kind()) {
          case VALUE ->
              !(argument instanceof Expression.Items
                  || argument instanceof Expression.TypeName
                  || argument instanceof Expression.None);
          case VALUES -> argument instanceof Expression.Items(var items, _) && !items.isEmpty();
          case INT -> argument instanceof Expression.Int;
          case REAL -> argument instanceof Expression.Int || argument instanceof Expression.Real;
          case TEXT -> argument instanceof Expression.Text;
          case BOOL -> argument instanceof Expression.Bool;
          case TYPE -> argument instanceof Expression.TypeName;
        };
    return isRight ? null : noun(parameter.kind());
  }

  private static String noun(Operation.Kind kind) {
    return switch (kind) {
      case VALUE -> "a value";
      case VALUES -> "a list of values";
      case INT -> "a whole number, written out";
      case REAL -> "a number, written out";
      case TEXT -> "a string, written out";
      case BOOL -> "True or False";
      case TYPE -> "a type, as tf.float32";
    };
  }
}
