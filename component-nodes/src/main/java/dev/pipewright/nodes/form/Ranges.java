package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.Locale;

/// Ranges of numbers in words: `from 1 to 10`, `of at least 1`. A bound that is the type's own is
/// none, nor is Java's greatest int: those stand in specs for "as many as you like".
final class Ranges {

  private Ranges() {}

  /// A range of whole numbers; empty where every number is in it.
  static String whole(long min, long max) {
    return words(
        min > Integer.MIN_VALUE ? String.format(Locale.ROOT, "%,d", min) : "",
        max < Integer.MAX_VALUE ? String.format(Locale.ROOT, "%,d", max) : "");
  }

  /// A range of numbers; empty where every number is in it.
  static String real(double min, double max) {
    return words(
        min > -Double.MAX_VALUE ? number(min) : "", max < Double.MAX_VALUE ? number(max) : "");
  }

  private static String number(double x) {
    return ValueText.format(new ParameterType.Real(x, x), ParameterValue.of(x));
  }

  private static String words(String min, String max) {
    if (min.isEmpty()) {
      return max.isEmpty() ? "" : Messages.text("range.most", max);
    }
    return max.isEmpty()
        ? Messages.text("range.least", min)
        : Messages.text("range.both", min, max);
  }
}
