package dev.pipewright.charts;

/// Up to [#CAPACITY] consecutive points with their bounds and where those are. The bounds of y are
/// those of its finite values, and are `Infinity`, `-Infinity` where there is none.
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
  private int lowest;
  private int highest;
  private boolean isFinite = true;

  void add(double x, double y) {
    xs[size] = x;
    ys[size] = y;
    xMin = Math.min(xMin, x);
    xMax = Math.max(xMax, x);
    if (Double.isFinite(y)) {
      bound(y);
    } else {
      isFinite = false;
    }
    size++;
  }

  private void bound(double y) {
    if (y < yMin) {
      yMin = y;
      lowest = size;
    }
    if (y > yMax) {
      yMax = y;
      highest = size;
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

  /// The first point with the lowest finite value; any where there is none.
  int lowest() {
    return lowest;
  }

  /// The first point with the highest finite value; any where there is none.
  int highest() {
    return highest;
  }

  /// Whether every y is a finite number.
  boolean isFinite() {
    return isFinite;
  }
}
