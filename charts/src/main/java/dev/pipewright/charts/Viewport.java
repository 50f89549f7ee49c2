package dev.pipewright.charts;

import java.util.Optional;

/// The part of the plane that a chart shows, in the units of its axes.
public record Viewport(double xLow, double xHigh, double yLow, double yHigh) {

  /// Checks that the part has an inside.
  public Viewport {
    if (!(xLow < xHigh) || !(yLow < yHigh) || !isFinite(xLow, xHigh) || !isFinite(yLow, yHigh)) {
      throw new IllegalArgumentException(
          "No part of a plane: x " + xLow + " to " + xHigh + ", y " + yLow + " to " + yHigh);
    }
  }

  /// The part between two corners in pixels; empty where it has no inside that numbers can tell
  /// apart.
  static Optional<Viewport> between(
      Axis xAxis, Axis yAxis, double left, double top, double right, double bottom) {
    double xLow = xAxis.value(left);
    double xHigh = xAxis.value(right);
    double yLow = yAxis.value(bottom);
    double yHigh = yAxis.value(top);
    return isWide(xLow, xHigh) && isWide(yLow, yHigh)
        ? Optional.of(new Viewport(xLow, xHigh, yLow, yHigh))
        : Optional.empty();
  }

  /// Whether all of another part is within this one.
  boolean contains(Viewport other) {
    return xLow <= other.xLow && other.xHigh <= xHigh && yLow <= other.yLow && other.yHigh <= yHigh;
  }

  private static boolean isWide(double low, double high) {
    return high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high))
        && high - low > Double.MIN_NORMAL
        && high - low < Double.POSITIVE_INFINITY;
  }

  private static boolean isFinite(double low, double high) {
    return Double.isFinite(low) && Double.isFinite(high);
  }
}
