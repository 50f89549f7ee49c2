package dev.pipewright.transform.expression;

import java.util.List;
import java.util.stream.Collectors;

/// An expression over the features of a row. Operators are calls of the tf function that they stand
/// for: `a + b` is `tf.math.add(a, b)`.
///
/// `toString` gives a canonical text: two expressions that mean the same call tree have the same
/// one, wherever they stand.
public sealed interface Expression {

  /// Where it starts in the text, from 1; 0 for a default that is not in the text.
  int column();

  /// A whole number.
  record Int(long value, int column) implements Expression {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /// A number with a fraction or an exponent.
  record Real(double value, int column) implements Expression {
    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /// A string.
  record Text(String value, int column) implements Expression {
    @Override
    public String toString() {
      return "'" + value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }
  }

  /// `True` or `False`.
  record Bool(boolean value, int column) implements Expression {
    @Override
    public String toString() {
      return value ? "True" : "False";
    }
  }

  /// `None`: the argument is left out.
  record None(int column) implements Expression {
    @Override
    public String toString() {
      return "None";
    }
  }

  /// An element type, `tf.int64`.
  record TypeName(ElementType type, int column) implements Expression {
    @Override
    public String toString() {
      return "tf." + type;
    }
  }

  /// A raw feature.
  record Feature(String name, int column) implements Expression {
    @Override
    public String toString() {
      return "`" + name + "`";
    }
  }

  /// A list of values, as some functions take.
  record Items(List<Expression> items, int column) implements Expression {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return items.stream().map(Expression::toString).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /// A call.
  ///
  /// @param operation what is called
  /// @param arguments one for each of the operation's parameters, in their order, defaults filled
  ///   in
  record Call(Operation operation, List<Expression> arguments, int column) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
      if (arguments.size() != operation.parameters().size()) {
        throw new IllegalArgumentException(operation.name() + " with " + arguments.size());
      }
    }

    /// The argument for the parameter of this name.
    public Expression argument(String parameter) {
      return arguments.get(operation.indexOf(parameter));
    }

    @Override
    public String toString() {
      return arguments.stream()
          .map(Expression::toString)
          .collect(Collectors.joining(", ", operation.name() + "(", ")"));
    }
  }

  /// What it is made of directly: the arguments of a call, the items of a list.
  default List<Expression> children() {
    return switch (this) {
      case Call call -> call.arguments();
      case Items list -> list.items();
      case Int _, Real _, Text _, Bool _, None _, TypeName _, Feature _ -> List.of();
    };
  }
}
