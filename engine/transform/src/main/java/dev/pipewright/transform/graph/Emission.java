package dev.pipewright.transform.graph;

import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.OpInput;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.transform.expression.ElementType;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.Expression.Call;
import dev.pipewright.transform.expression.Expression.Int;
import dev.pipewright.transform.expression.Expression.Items;
import dev.pipewright.transform.expression.Expression.Real;
import dev.pipewright.transform.expression.Expression.Text;
import dev.pipewright.transform.expression.Expression.TypeName;
import dev.pipewright.transform.expression.Operation.Kind;
import dev.pipewright.transform.expression.Operation.Parameter;
import dev.pipewright.transform.expression.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A call that is being added to a graph, as an emitter sees it: its arguments as values whose rows
/// meet element by element.
///
/// @param compiler adds the arguments
/// @param call the call
record Emission(GraphCompiler compiler, Call call) {

  GraphBuilder graph() {
    return compiler.graph();
  }

  /// The type of the call's result.
  ValueType type() {
    return compiler.typeOf(call);
  }

  /// What was found out about the first argument.
  Analyzed analyzed() {
    return compiler.analysis().of(call);
  }

  /// The first argument, dense.
  Value first() {
    return dense(call.arguments().getFirst());
  }

  /// The elements of the first argument.
  ElementType firstElement() {
    return compiler.typeOf(call.arguments().getFirst()).element();
  }

  /// The arguments for parameters that take values, brought to one element type and rank.
  List<Value> values() {
    List<Expression> arguments = valueArguments();
    return together(arguments, arguments);
  }

  /// The same, where the first argument has elements of its own.
  List<Value> valuesAfterFirst() {
    List<Expression> arguments = valueArguments();
    return together(arguments, arguments.subList(1, arguments.size()));
  }

  /// The items of a list argument, brought to one rank.
  List<Value> items(String parameter) {
    return call.argument(parameter) instanceof Items(var items, _)
        ? together(items, items)
        : List.of();
  }

  private List<Expression> valueArguments() {
    List<Parameter> parameters = call.operation().parameters();
    List<Expression> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).kind() == Kind.VALUE) {
        arguments.add(call.arguments().get(i));
      }
    }
    return arguments;
  }

  private List<Value> together(List<Expression> arguments, List<Expression> alike) {
    ElementType common = commonElement(alike);
    int rank =
        arguments.stream().mapToInt(a -> compiler.typeOf(a).rowShape().size()).max().orElse(0);
    return arguments.stream()
        .map(a -> isNumber(a) ? compiler.literal(a, common) : withRank(a, rank))
        .toList();
  }

  private ElementType commonElement(List<Expression> alike) {
    boolean isReal = alike.stream().anyMatch(Real.class::isInstance);
    return alike.stream()
        .filter(a -> !isNumber(a))
        .findFirst()
        .map(a -> compiler.typeOf(a).element())
        .orElse(isReal ? ElementType.FLOAT32 : ElementType.INT64);
  }

  private static boolean isNumber(Expression expression) {
    return expression instanceof Int || expression instanceof Real;
  }

  private Value withRank(Expression argument, int rank) {
    ValueType type = compiler.typeOf(argument);
    Value value = dense(argument);
    if (type.form() == ValueType.Form.DENSE) {
      for (int i = type.rowShape().size(); i < rank; i++) {
        value = graph().call("ExpandDims", value, graph().constant(-1));
      }
    }
    return value;
  }

  private Value dense(Expression argument) {
    return switch (compiler.compile(argument)) {
      case GraphValue.Dense(Value value) -> value;
      case GraphValue.Sparse _ -> throw new IllegalArgumentException(argument + " is sparse");
    };
  }

  /// The first argument with its values replaced, dense or sparse as it was.
  GraphValue mapFirst(UnaryOperator<Value> change) {
    return switch (compiler.compile(call.arguments().getFirst())) {
      case GraphValue.Dense(Value value) -> new GraphValue.Dense(change.apply(value));
      case GraphValue.Sparse(Value indices, Value values, Value shape) ->
          new GraphValue.Sparse(indices, change.apply(values), shape);
    };
  }

  /// The first argument as it is.
  GraphValue firstAsItIs() {
    return compiler.compile(call.arguments().getFirst());
  }

  /// An op over the value arguments.
  GraphValue elementwise(String op) {
    return new GraphValue.Dense(graph().call(op, values().toArray(OpInput[]::new)));
  }

  Value cast(Value value, DType dtype) {
    return value.dtype() == dtype
        ? value
        : graph().op("Cast").inputs(value).attr("DstT", dtype).value();
  }

  long integer(String parameter) {
    if (call.argument(parameter) instanceof Int(long value, _)) {
      return value;
    }
    throw new IllegalArgumentException(parameter + " of " + call);
  }

  float real(String parameter) {
    return switch (call.argument(parameter)) {
      case Int(long value, _) -> value;
      case Real(double value, _) -> (float) value;
      default -> throw new IllegalArgumentException(parameter + " of " + call);
    };
  }

  String text(String parameter) {
    if (call.argument(parameter) instanceof Text(String value, _)) {
      return value;
    }
    throw new IllegalArgumentException(parameter + " of " + call);
  }

  boolean flag(String parameter) {
    return call.argument(parameter) instanceof Expression.Bool(boolean value, _) && value;
  }

  DType dtype(String parameter) {
    if (call.argument(parameter) instanceof TypeName(ElementType type, _)) {
      return GraphCompiler.dtype(type);
    }
    throw new IllegalArgumentException(parameter + " of " + call);
  }
}
