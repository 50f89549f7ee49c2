package dev.pipewright.modelanalysis.metric;

/// Numbers of some examples: each example is a row, and all rows have the same width.
///
/// Immutable: the array is not to be changed.
///
/// @param rows how many examples there are
/// @param width how many numbers each example has, at least one
/// @param values the numbers, row by row
public record Matrix(int rows, int width, double[] values) {

  public Matrix {
    if (width < 1 || values.length != rows * width) {
      throw new IllegalArgumentException(
          values.length + " values are no " + rows + " rows of " + width);
    }
  }

  /// A column of numbers: rows of width one.
  public static Matrix column(double... values) {
    return new Matrix(values.length, 1, values);
  }

  /// A number of an example.
  public double at(int row, int index) {
    return values[row * width + index];
  }

  /// The index of the example's greatest number, the first of equal ones.
  public int argMax(int row) {
    int best = 0;
    for (int i = 1; i < width; i++) {
      if (at(row, i) > at(row, best)) {
        best = i;
      }
    }
    return best;
  }
}
