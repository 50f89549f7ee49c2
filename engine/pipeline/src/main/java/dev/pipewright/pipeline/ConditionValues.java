package dev.pipewright.pipeline;

/// Compares what conditions read and say.
final class ConditionValues {

  private ConditionValues() {}

  static boolean holds(ParameterValue left, Condition.Operator operator, ParameterValue right) {
    if (left instanceof ParameterValue.Null || right instanceof ParameterValue.Null) {
      return operator == Condition.Operator.UNEQUAL && !left.equals(right);
    }
    return switch (operator) {
      case EQUAL -> isEqual(left, right);
      case UNEQUAL -> !isEqual(left, right);
      case LESS -> compare(left, right) < 0;
      case GREATER -> compare(left, right) > 0;
      case AT_MOST -> compare(left, right) <= 0;
      case AT_LEAST -> compare(left, right) >= 0;
    };
  }

  private static boolean isEqual(ParameterValue left, ParameterValue right) {
    return isNumber(left) && isNumber(right) ? compare(left, right) == 0 : left.equals(right);
  }

  /// Truth values are numbers, as in Python: properties hold them so.
  private static boolean isNumber(ParameterValue value) {
    return value instanceof ParameterValue.Int
        || value instanceof ParameterValue.Real
        || value instanceof ParameterValue.Bool;
  }

  private static int compare(ParameterValue left, ParameterValue right) {
    if (left instanceof ParameterValue.Text(String a)
        && right instanceof ParameterValue.Text(String b)) {
      return a.compareTo(b);
    }
    if (left instanceof ParameterValue.Int(long a) && right instanceof ParameterValue.Int(long b)) {
      return Long.compare(a, b);
    }
    if (isNumber(left) && isNumber(right)) {
      return Double.compare(number(left), number(right));
    }
    throw new ParameterException(
        "A condition compares a text with a number.",
        Location.NONE,
        "Compare texts with texts, in quotes, and numbers with numbers.");
  }

  private static double number(ParameterValue value) {
    return switch (value) {
      case ParameterValue.Int(long n) -> n;
      case ParameterValue.Real(double x) -> x + 0.0;
      case ParameterValue.Bool(boolean b) -> b ? 1 : 0;
      default -> throw new IllegalArgumentException("no number: " + value);
    };
  }
}
