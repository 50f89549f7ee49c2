package dev.pipewright.charts;

import java.util.List;

/// The places along x at which lines have points.
final class Steps {

  private Steps() {}

  /// The place nearest to x, `NaN` where there is no point.
  static double nearest(List<LineInk> inks, double x) {
    double best = Double.NaN;
    for (LineInk ink : inks) {
      int index = ink.raw().nearest(x);
      if (index >= 0 && !(Math.abs(best - x) <= Math.abs(ink.raw().x(index) - x))) {
        best = ink.raw().x(index);
      }
    }
    return best;
  }

  /// The next place from x to the right (1) or left (-1), at least a point on the screen away; from
  /// nowhere, the last. Where there is none, x itself.
  static double next(List<LineInk> inks, double x, int direction, Axis axis) {
    if (Double.isNaN(x)) {
      return nearest(inks, axis.high());
    }
    double pixel = (axis.high() - axis.low()) / axis.length();
    double wanted = x + direction * pixel;
    double best = x;
    double distance = Double.POSITIVE_INFINITY;
    for (LineInk ink : inks) {
      Points points = ink.raw();
      int index = beyond(points, wanted, direction);
      boolean isThere = index >= 0 && index < points.size();
      double step = isThere ? (points.x(index) - x) * direction : 0;
      if (step > 0 && step < distance) {
        distance = step;
        best = points.x(index);
      }
    }
    return best;
  }

  /// The first point from a place on; where points go back and forth, the one nearest to it.
  private static int beyond(Points points, double x, int direction) {
    if (!points.isAscending()) {
      return points.nearest(x);
    }
    return direction > 0 ? points.firstFrom(x) : points.firstAbove(x) - 1;
  }
}
