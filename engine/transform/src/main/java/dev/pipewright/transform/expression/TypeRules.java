package dev.pipewright.transform.expression;

import dev.pipewright.transform.expression.Expression.Real;
import dev.pipewright.transform.expression.Operation.TypeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The type rules that rows of the table share.
final class TypeRules {

  static final Predicate<ElementType> NUMERIC = ElementType::isNumeric;
  static final Predicate<ElementType> FLOATING = ElementType::isFloating;
  static final Predicate<ElementType> STRING = e -> e == ElementType.STRING;
  static final Predicate<ElementType> BOOL = e -> e == ElementType.BOOL;
  static final Predicate<ElementType> ANY = _ -> true;
  private static final Predicate<ElementType> ANALYZED_NUMBER =
      e -> e == ElementType.INT64 || e == ElementType.FLOAT32;

  private TypeRules() {}

  /// One value in, the same type out.
  static TypeRule same(Predicate<ElementType> elements, String noun) {
    return call -> call.dense(first(call), elements, noun);
  }

  /// One value in, the same shape of other elements out.
  static TypeRule to(Predicate<ElementType> elements, String noun, ElementType result) {
    return call -> call.dense(first(call), elements, noun).of(result);
  }

  /// One value in, that the `dtype` or `out_type` parameter converts.
  static TypeRule converted(Predicate<ElementType> elements, String noun, String parameter) {
    return call -> {
      ElementType result = call.typeName(parameter);
      if (result == ElementType.STRING || result == ElementType.BOOL && elements == STRING) {
        throw call.mistake(
            parameter,
            call.name() + " cannot make " + result + ".",
            result == ElementType.STRING
                ? "Use tf.strings.as_string(...) instead."
                : "Compare the string with ==.");
      }
      return call.dense(first(call), elements, noun).of(result);
    };
  }

  /// All parameters are values that meet element by element; the result has their type.
  static TypeRule together(Predicate<ElementType> elements, String noun) {
    return call -> meet(call, valueParameters(call), elements, noun);
  }

  /// The same, giving truth values.
  static TypeRule compared(Predicate<ElementType> elements, String noun) {
    return call -> meet(call, valueParameters(call), elements, noun).of(ElementType.BOOL);
  }

  /// Division as Python's `/`: whole numbers give float64.
  static ValueType divided(TypedCall call) {
    ValueType met = meet(call, valueParameters(call), NUMERIC, "a number");
    return met.element().isInteger() ? met.of(ElementType.FLOAT64) : met;
  }

  /// `tf.where`: the branches agree with each other and, in shape, with the condition.
  static ValueType where(TypedCall call) {
    ValueType condition = call.dense("condition", BOOL, "a truth value");
    ValueType branches = meet(call, List.of("x", "y"), ANY, "a value");
    return broadcast(call, "condition", condition, branches).of(branches.element());
  }

  /// `fill_missing`: sparse becomes one value a row, dense stays.
  static ValueType filled(TypedCall call) {
    ValueType type = call.type("x");
    Expression value = call.argument("default");
    boolean fits =
        switch (value) {
          case Expression.None _ -> true;
          case Expression.Text _ -> type.element() == ElementType.STRING;
          case Expression.Int _ -> type.element().isNumeric();
          case Real _ -> type.element().isFloating();
          default -> false;
        };
    if (!fits) {
      throw call.mistake(
          "default",
          value + " cannot stand for a missing " + type.element() + ".",
          "Give a literal of that type.");
    }
    return type.isSparse() ? ValueType.scalar(type.element()) : type;
  }

  /// A tft mapper over numbers: the result has the form of x, and other elements where `result`
  /// says so.
  static TypeRule mapped(ElementType result) {
    return call -> analyzed(call, ANALYZED_NUMBER, "int64 or float32").of(result);
  }

  /// `tft.compute_and_apply_vocabulary`.
  static ValueType vocabulary(TypedCall call) {
    if (call.argument("vocab_filename") instanceof Expression.Text(String name, _)
        && name.isBlank()) {
      throw call.mistake(
          "vocab_filename",
          "vocab_filename is empty.",
          "Give the file a name, or leave vocab_filename out.");
    }
    if (call.real("frequency_threshold").orElse(0) < 0) {
      throw call.mistake(
          "frequency_threshold", "frequency_threshold is negative.", "Give a count from 0 on.");
    }
    return analyzed(call, e -> e == ElementType.STRING || e == ElementType.INT64, "string or int64")
        .of(ElementType.INT64);
  }

  /// `tft.scale_by_min_max`.
  static ValueType scaledByMinMax(TypedCall call) {
    if (!(call.real("output_min").orElse(0) < call.real("output_max").orElse(1))) {
      throw call.mistake(
          "output_max", "output_max is not over output_min.", "Give output_max a larger number.");
    }
    return mapped(ElementType.FLOAT32).typeOf(call);
  }

  /// An analyzer whose result has the elements of what it saw.
  static ValueType reduced(TypedCall call) {
    return ValueType.constant(analyzed(call, ANALYZED_NUMBER, "int64 or float32").element());
  }

  /// An analyzer with a result of these elements.
  static TypeRule reducedTo(ElementType result, Predicate<ElementType> elements, String noun) {
    return call -> {
      analyzed(call, elements, noun);
      return ValueType.constant(result);
    };
  }

  /// `tft.mean` and `tft.var`.
  static final TypeRule MOMENT =
      reducedTo(ElementType.FLOAT32, ANALYZED_NUMBER, "int64 or float32");

  /// A hash of strings into buckets, of dense values or of the values of a sparse one.
  static ValueType hashed(TypedCall call) {
    return call.any(first(call), STRING, "a string").of(ElementType.INT64);
  }

  /// `tf.expand_dims` after the last axis.
  static ValueType expanded(TypedCall call) {
    ValueType type = requireRows(call, call.dense(first(call)));
    requireLastAxis(call, type.rowShape().size() + 1);
    List<Integer> shape = new ArrayList<>(type.rowShape());
    shape.add(1);
    return ValueType.dense(type.element(), shape);
  }

  /// `tf.squeeze` of the last axis.
  static ValueType squeezed(TypedCall call) {
    ValueType type = requireRows(call, call.dense(first(call)));
    if (type.rowShape().isEmpty() || type.rowShape().getLast() != 1) {
      throw call.mistake(
          first(call),
          "The last axis of " + type + " is not of length 1.",
          "Only an axis of length 1 can be squeezed.");
    }
    requireLastAxis(call, type.rowShape().size());
    return ValueType.dense(type.element(), type.rowShape().subList(0, type.rowShape().size() - 1));
  }

  private static void requireLastAxis(TypedCall call, int last) {
    if (call.argument("axis") instanceof Expression.Int(long axis, _)
        && axis != -1
        && axis != last) {
      throw call.mistake(
          "axis", call.name() + " works on the last axis only.", "Leave axis out, or give -1.");
    }
  }

  /// `tf.one_hot`.
  static ValueType oneHot(TypedCall call) {
    ValueType type =
        requireRows(call, call.dense("indices", ElementType::isInteger, "a whole number"));
    List<Integer> shape = new ArrayList<>(type.rowShape());
    shape.add(Math.toIntExact(call.integer("depth")));
    return rows(call, "depth", ElementType.FLOAT32, shape);
  }

  /// `tf.strings.join`.
  static ValueType joined(TypedCall call) {
    ValueType result = ValueType.constant(ElementType.STRING);
    for (ValueType type : call.types("inputs")) {
      if (type.element() != ElementType.STRING || type.isSparse()) {
        throw call.mistake(
            "inputs",
            "tf.strings.join takes dense strings, and one of them is " + type + ".",
            "Wrap it: fill_missing(...) or tf.strings.as_string(...).");
      }
      result = broadcast(call, "inputs", result, type);
    }
    requireSameRows(call, result);
    return result;
  }

  private static void requireSameRows(TypedCall call, ValueType result) {
    for (ValueType type : call.types("inputs")) {
      boolean isRepeated =
          type.form() == ValueType.Form.DENSE
              && sizeOf(type.rowShape()) != sizeOf(result.rowShape());
      if (isRepeated) {
        throw call.mistake(
            "inputs",
            "Rows of shape " + type.rowShape() + " and " + result.rowShape() + " do not meet.",
            "Use features with equally many values a row.");
      }
    }
  }

  private static int sizeOf(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  private static ValueType analyzed(TypedCall call, Predicate<ElementType> elements, String noun) {
    ValueType type = call.any(first(call), elements, noun);
    return requireRows(call, type);
  }

  private static ValueType requireRows(TypedCall call, ValueType type) {
    if (type.form() == ValueType.Form.CONSTANT) {
      throw call.mistake(
          first(call),
          call.name() + " needs a value of every row, and this is the same for all.",
          "Use a feature in it.");
    }
    return type;
  }

  private static ValueType meet(
      TypedCall call, List<String> parameters, Predicate<ElementType> elements, String noun) {
    ElementType element = commonElement(call, parameters, elements, noun);
    ValueType result = ValueType.constant(element);
    for (String parameter : parameters) {
      result = broadcast(call, parameter, result, call.dense(parameter)).of(element);
    }
    return result;
  }

  private static ElementType commonElement(
      TypedCall call, List<String> parameters, Predicate<ElementType> elements, String noun) {
    List<String> typed =
        parameters.stream().filter(p -> !TypedCall.isLiteral(call.argument(p))).toList();
    if (typed.isEmpty()) {
      boolean isReal = parameters.stream().anyMatch(p -> call.argument(p) instanceof Real);
      return isReal ? ElementType.FLOAT32 : ElementType.INT64;
    }
    ElementType element = call.dense(typed.getFirst(), elements, noun).element();
    for (String parameter : parameters) {
      ElementType other = call.type(parameter).element();
      boolean fits =
          !TypedCall.isLiteral(call.argument(parameter))
              ? other == element
              : call.argument(parameter) instanceof Real
                  ? element.isFloating()
                  : element.isNumeric();
      requireWidth(call, parameter, element);
      if (!fits) {
        throw call.mistake(
            parameter,
            call.name() + " cannot mix " + element + " and " + other + ".",
            element == ElementType.STRING || other == ElementType.STRING
                ? "Turn strings into numbers with tf.strings.to_number(...), or compare with a"
                    + " string."
                : "Convert one of them with tf.cast(..., tf.float32).");
      }
    }
    return element;
  }

  /// A whole number that meets int32 fits it.
  private static void requireWidth(TypedCall call, String parameter, ElementType element) {
    if (element == ElementType.INT32
        && call.argument(parameter) instanceof Expression.Int(long value, _)
        && value != (int) value) {
      throw call.mistake(
          parameter,
          value + " does not fit int32.",
          "Convert the other one with tf.cast(..., tf.int64).");
    }
  }

  /// Rows meet rows of the same shape; a row of less rank is repeated along the axes that it lacks
  /// at its end, and an axis of length 1 along the other's.
  private static ValueType broadcast(
      TypedCall call, String parameter, ValueType left, ValueType right) {
    if (left.form() == ValueType.Form.CONSTANT || right.form() == ValueType.Form.CONSTANT) {
      return left.form() == ValueType.Form.CONSTANT ? right.of(left.element()) : left;
    }
    int rank = Math.max(left.rowShape().size(), right.rowShape().size());
    List<Integer> shape = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      int a = axis < left.rowShape().size() ? left.rowShape().get(axis) : 1;
      int b = axis < right.rowShape().size() ? right.rowShape().get(axis) : 1;
      if (a != b && a != 1 && b != 1) {
        throw call.mistake(
            parameter,
            "Rows of shape " + left.rowShape() + " and " + right.rowShape() + " do not meet.",
            "Use features with equally many values a row.");
      }
      shape.add(Math.max(a, b));
    }
    return rows(call, parameter, left.element(), shape);
  }

  /// Rows of this shape, where they are not too large to be.
  private static ValueType rows(
      TypedCall call, String parameter, ElementType element, List<Integer> shape) {
    long size = 1;
    for (int length : shape) {
      size *= length;
      if (size > Integer.MAX_VALUE) {
        throw call.mistake(
            parameter,
            "A row of shape " + shape + " is too large.",
            "Give a smaller depth, or features with fewer values a row.");
      }
    }
    return ValueType.dense(element, shape);
  }

  private static String first(TypedCall call) {
    return call.call().operation().parameters().getFirst().name();
  }

  private static List<String> valueParameters(TypedCall call) {
    return call.call().operation().parameters().stream()
        .filter(p -> p.kind() == Operation.Kind.VALUE)
        .map(Operation.Parameter::name)
        .toList();
  }
}
