package dev.pipewright.transform.graph;

import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.transform.expression.ElementType;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.Expression.Bool;
import dev.pipewright.transform.expression.Expression.Call;
import dev.pipewright.transform.expression.Expression.Feature;
import dev.pipewright.transform.expression.Expression.Int;
import dev.pipewright.transform.expression.Expression.Real;
import dev.pipewright.transform.expression.Expression.Text;
import dev.pipewright.transform.expression.TypeChecker;
import dev.pipewright.transform.expression.ValueType;
import java.util.HashMap;
import java.util.Map;

/// Adds expressions to a graph. Equal expressions become one value.
public final class GraphCompiler {

  private final GraphBuilder graph;
  private final Map<String, GraphValue> features;
  private final TypeChecker types;
  private final Analysis analysis;
  private final Map<String, GraphValue> compiled = new HashMap<>();

  /// @param graph what is added to
  /// @param features the raw features' values in it
  /// @param types the raw features' types
  /// @param analysis what was found out for the calls that need an analyzer
  public GraphCompiler(
      GraphBuilder graph, Map<String, GraphValue> features, TypeChecker types, Analysis analysis) {
    this.graph = graph;
    this.features = features;
    this.types = types;
    this.analysis = analysis;
  }

  /// The value of the expression.
  public GraphValue compile(Expression expression) {
    GraphValue value = compiled.get(expression.toString());
    if (value == null) {
      value = emit(expression);
      compiled.put(expression.toString(), value);
    }
    return value;
  }

  private GraphValue emit(Expression expression) {
    return switch (expression) {
      case Feature(String name, _) -> feature(name);
      case Call call -> Emitters.emit(new Emission(this, call));
      case Int _, Real _, Text _, Bool _ ->
          new GraphValue.Dense(literal(expression, typeOf(expression).element()));
      case Expression.None _, Expression.TypeName _, Expression.Items _ ->
          throw new IllegalArgumentException(expression + " is not a value");
    };
  }

  private GraphValue feature(String name) {
    GraphValue value = features.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the graph has no feature " + name);
    }
    return value;
  }

  /// A literal as a scalar of this type.
  Value literal(Expression expression, ElementType element) {
    return switch (expression) {
      case Int(long value, _) -> number(value, value, element);
      case Real(double value, _) -> number((long) value, value, element);
      case Text(String value, _) -> graph.constant(value);
      case Bool(boolean value, _) -> value ? graph.constantTrue() : graph.constantFalse();
      default -> throw new IllegalArgumentException(expression + " is not a literal");
    };
  }

  private Value number(long whole, double real, ElementType element) {
    return switch (element) {
      case INT64 -> graph.constant(whole);
      case INT32 -> graph.constant((int) whole);
      case FLOAT32 -> graph.constant((float) real);
      case FLOAT64 -> graph.constant(real);
      case STRING, BOOL -> throw new IllegalArgumentException("a number as " + element);
    };
  }

  GraphBuilder graph() {
    return graph;
  }

  Analysis analysis() {
    return analysis;
  }

  ValueType typeOf(Expression expression) {
    return types.typeOf(expression);
  }

  /// TensorFlow's type for these elements.
  public static DType dtype(ElementType element) {
    return switch (element) {
      case INT64 -> DType.INT64;
      case INT32 -> DType.INT32;
      case FLOAT32 -> DType.FLOAT32;
      case FLOAT64 -> DType.FLOAT64;
      case STRING -> DType.STRING;
      case BOOL -> DType.BOOL;
    };
  }
}
