package dev.pipewright.nodes.examples;

import java.util.Set;

/// Writes filters.
final class FilterText {

  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "in", "is", "missing", "contains", "matches");

  private FilterText() {}

  /// A feature's name, in backticks where it could be taken for something else.
  static String feature(String name) {
    return name.matches("[\\p{L}_][\\p{L}\\p{N}_.]*+") && !KEYWORDS.contains(name)
        ? name
        : "`" + name + "`";
  }

  static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + '"';
  }

  static String equal(String feature, String text) {
    return feature(feature) + " == " + quoted(text);
  }

  static String between(String feature, double low, double high) {
    String name = feature(feature);
    return low == high
        ? name + " == " + number(low)
        : name + " >= " + number(low) + " and " + name + " <= " + number(high);
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value).replace("E", "e");
  }

  /// Both, where there are both.
  static String and(String filter, String more) {
    if (filter.isBlank()) {
      return more;
    }
    boolean hasOr = filter.contains(" or ");
    return (hasOr ? "(" + filter.strip() + ")" : filter.strip()) + " and " + more;
  }
}
