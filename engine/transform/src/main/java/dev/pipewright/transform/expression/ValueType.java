package dev.pipewright.transform.expression;

import java.util.List;
import java.util.stream.Collectors;

/// The type of an expression.
///
/// @param element what it is made of
/// @param form whether every row has one, and how many values
/// @param rowShape the shape of one row: `[]` for one number, `[1]` for a list of one; empty unless
///   the form is `DENSE`
public record ValueType(ElementType element, Form form, List<Integer> rowShape) {

  /// How values belong to rows.
  public enum Form {
    /// One value for the whole data set: a literal, or what an analyzer found.
    CONSTANT,
    /// The same number of values in every row.
    DENSE,
    /// Any number of values in a row, also none: a feature that may be missing.
    SPARSE,
  }

  public ValueType {
    rowShape = List.copyOf(rowShape);
    if (form != Form.DENSE && !rowShape.isEmpty()) {
      throw new IllegalArgumentException(form + " has no row shape");
    }
  }

  /// One value for the whole data set.
  public static ValueType constant(ElementType element) {
    return new ValueType(element, Form.CONSTANT, List.of());
  }

  /// One value a row.
  public static ValueType scalar(ElementType element) {
    return dense(element, List.of());
  }

  /// Rows of this shape.
  public static ValueType dense(ElementType element, List<Integer> rowShape) {
    return new ValueType(element, Form.DENSE, rowShape);
  }

  /// Any number of values a row.
  public static ValueType sparse(ElementType element) {
    return new ValueType(element, Form.SPARSE, List.of());
  }

  /// The same with other elements.
  public ValueType of(ElementType newElement) {
    return new ValueType(newElement, form, rowShape);
  }

  /// Whether rows may have any number of values.
  public boolean isSparse() {
    return form == Form.SPARSE;
  }

  /// `float32 [1]`, `sparse int64`, `constant float32`.
  @Override
  public String toString() {
    return switch (form) {
      case CONSTANT -> "constant " + element;
      case SPARSE -> "sparse " + element;
      case DENSE ->
          element
              + rowShape.stream().map(String::valueOf).collect(Collectors.joining(", ", " [", "]"));
    };
  }
}
