package dev.pipewright.charts;

/// Where values lie along a length of pixels.
///
/// @param scale how values are spread; with [AxisScale#LOG] both ends are positive
/// @param low the value at `from`
/// @param high the value at `to`, which is above `low`
/// @param from the pixel of the low end
/// @param to the pixel of the high end; above `from` or, for an axis that points up, below it
record Axis(AxisScale scale, double low, double high, double from, double to) {

  static final Axis UNIT = new Axis(AxisScale.LINEAR, 0, 1, 0, 1);

  Axis {
    if (!(low < high) || (scale == AxisScale.LOG && low <= 0)) {
      throw new IllegalArgumentException(scale + " axis from " + low + " to " + high);
    }
  }

  /// The axis of these ends, which is this one where they are its own.
  Axis with(AxisScale newScale, double newLow, double newHigh, double newFrom, double newTo) {
    boolean isSame = newScale == scale && newLow == low && newHigh == high;
    return isSame && newFrom == from && newTo == to
        ? this
        : new Axis(newScale, newLow, newHigh, newFrom, newTo);
  }

  /// Whether the value has a place on this kind of axis.
  boolean holds(double value) {
    return Double.isFinite(value) && (scale == AxisScale.LINEAR || value > 0);
  }

  double position(double value) {
    return from + (to - from) * share(value);
  }

  double value(double position) {
    double share = (position - from) / (to - from);
    return switch (scale) {
      case LINEAR -> low + share * (high - low);
      case LOG -> Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)));
    };
  }

  double length() {
    return Math.abs(to - from);
  }

  private double share(double value) {
    return switch (scale) {
      case LINEAR -> (value - low) / (high - low);
      case LOG -> (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low));
    };
  }
}
