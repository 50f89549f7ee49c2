package dev.pipewright.charts;

/// The part of the plane that a chart shows, in the units of its axes.
public record Viewport(double xLow, double xHigh, double yLow, double yHigh) {

  /// Checks that the part has an inside.
  public Viewport {
    if (!(xLow < xHigh) || !(yLow < yHigh) || !isFinite(xLow, xHigh) || !isFinite(yLow, yHigh)) {
      throw new IllegalArgumentException(
          "No part of a plane: x " + xLow + " to " + xHigh + ", y " + yLow + " to " + yHigh);
    }
  }

  private static boolean isFinite(double low, double high) {
    return Double.isFinite(low) && Double.isFinite(high);
  }
}
