package dev.pipewright.charts;

/// Up to [#CAPACITY] consecutive points with their bounds. The bounds of y are those of its finite
/// values, and are `Infinity`, `-Infinity` where there is none.
final class Block {

  static final int SHIFT = 8;
  static final int CAPACITY = 1 << SHIFT;
  static final int MASK = CAPACITY - 1;

  private final double[] xs = new double[CAPACITY];
  private final double[] ys = new double[CAPACITY];
  private int size;
  private double xMin = Double.POSITIVE_INFINITY;
  private double xMax = Double.NEGATIVE_INFINITY;
  private double yMin = Double.POSITIVE_INFINITY;
  private double yMax = Double.NEGATIVE_INFINITY;
  private boolean isFinite = true;

  void add(double x, double y) {
    xs[size] = x;
    ys[size] = y;
    size++;
    xMin = Math.min(xMin, x);
    xMax = Math.max(xMax, x);
    if (Double.isFinite(y)) {
      yMin = Math.min(yMin, y);
      yMax = Math.max(yMax, y);
    } else {
      isFinite = false;
    }
  }

  int size() {
    return size;
  }

  double x(int index) {
    return xs[index];
  }

  double y(int index) {
    return ys[index];
  }

  double xMin() {
    return xMin;
  }

  double xMax() {
    return xMax;
  }

  double yMin() {
    return yMin;
  }

  double yMax() {
    return yMax;
  }

  /// Whether every y is a finite number.
  boolean isFinite() {
    return isFinite;
  }
}
