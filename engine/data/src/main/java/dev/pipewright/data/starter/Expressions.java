package dev.pipewright.data.starter;

import dev.pipewright.data.csv.CellType;

/// Expressions for Transform.
final class Expressions {

  private Expressions() {}

  /// A number a row: the median where there is none, or none that is finite.
  static String number(ColumnSummary column, Numbers numbers) {
    String median = literal(column, numbers.median());
    String filled = filled(column, median);
    return numbers.others() == 0
        ? filled
        : "tf.where(tf.math.is_finite(%s), %s, tf.ones_like(%s) * %s)"
            .formatted(filled, filled, filled, median);
  }

  /// A value a row; where there is none, one that no cell has.
  static String kind(ColumnSummary column) {
    Numbers numbers = column.numbers();
    return column.missing() == 0 || numbers == null
        ? "fill_missing(" + FeatureNames.quoted(column.name()) + ")"
        : filled(column, Long.toString((long) numbers.min() - 1));
  }

  /// A class a row: the most frequent one where there is none.
  static String label(ColumnSummary column, ValueCount mostFrequent) {
    return column.missing() == 0
        ? "fill_missing(" + FeatureNames.quoted(column.name()) + ")"
        : filled(column, literal(column, mostFrequent));
  }

  static String literal(ColumnSummary column, ValueCount value) {
    return column.type() == CellType.STRING ? text(value.text()) : value.text();
  }

  private static String filled(ColumnSummary column, String value) {
    return "fill_missing(" + FeatureNames.quoted(column.name()) + ", default=" + value + ")";
  }

  private static String literal(ColumnSummary column, double number) {
    return column.type() == CellType.INT
        ? Long.toString(Math.round(number))
        : Float.toString((float) number);
  }

  private static String text(String value) {
    return "'"
        + value
            .replace("\\", "\\\\")
            .replace("'", "\\'")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + "'";
  }
}
