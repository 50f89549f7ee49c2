package dev.pipewright.charts;

/// What part of the plane a chart needs in order to show its points. One instance is filled anew
/// for each picture.
final class Domain {

  private static final double MARGIN = 0.06;

  private double xMin;
  private double xMax;
  private double yMin;
  private double yMax;
  private double leastPositive;

  Domain() {
    clear();
  }

  void clear() {
    xMin = Double.POSITIVE_INFINITY;
    xMax = Double.NEGATIVE_INFINITY;
    yMin = Double.POSITIVE_INFINITY;
    yMax = Double.NEGATIVE_INFINITY;
    leastPositive = Double.POSITIVE_INFINITY;
  }

  void include(Points points) {
    if (points.size() > 0) {
      includeX(points.xMin());
      includeX(points.xMax());
      yMin = Math.min(yMin, points.yMin());
      yMax = Math.max(yMax, points.yMax());
      leastPositive = Math.min(leastPositive, points.leastPositive());
    }
  }

  void includeX(double x) {
    xMin = Math.min(xMin, x);
    xMax = Math.max(xMax, x);
  }

  /// Whether there is anything to show along x.
  boolean hasX() {
    return xMin <= xMax;
  }

  /// The left end: zero where the points begin near it, as steps do.
  double xLow() {
    if (!hasX()) {
      return 0;
    }
    boolean isNearZero = xMin >= 0 && xMin <= 0.1 * xMax;
    return isNearZero ? 0 : xMin - widening(xMin, xMax);
  }

  double xHigh() {
    return hasX() ? Math.max(xMax + widening(xLow(), xMax), Math.nextUp(xLow())) : 1;
  }

  double yLow(AxisScale scale) {
    return switch (scale) {
      case LINEAR -> yMin > yMax ? 0 : linearLow();
      case LOG ->
          leastPositive > yMax ? 0.1 : Math.max(Double.MIN_VALUE, leastPositive / logMargin());
    };
  }

  double yHigh(AxisScale scale) {
    return switch (scale) {
      case LINEAR -> yMin > yMax ? 1 : yMax + (yMax - yMin) * MARGIN + widening(yMin, yMax);
      case LOG -> leastPositive > yMax ? 1 : Math.min(Double.MAX_VALUE, yMax * logMargin());
    };
  }

  private double linearLow() {
    double low = yMin - (yMax - yMin) * MARGIN - widening(yMin, yMax);
    return yMin >= 0 ? Math.max(0, low) : low;
  }

  private double logMargin() {
    double ratio = Math.exp(MARGIN * (Math.log(yMax) - Math.log(leastPositive)));
    return leastPositive == yMax ? 2 : ratio;
  }

  /// What makes a length of a single value.
  private static double widening(double low, double high) {
    if (high - low > Math.abs(high) * 1e-12) {
      return 0;
    }
    return high == 0 ? 1 : Math.max(Double.MIN_NORMAL, Math.abs(high) * 0.1);
  }
}
