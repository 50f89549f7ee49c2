package dev.pipewright.canvas;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Point2D;

/// The way of a link: one cubic curve after another, each from a point to the next. All tangents
/// are level, so that what goes through a knot goes through it straight. Worked out anew only when
/// a point has moved.
final class LinkPath {

  private static final double LEAST_REACH = 28;
  private static final int STEPS = 32;

  private double[] xs = {};
  private double[] ys = {};
  // Where the curve from each point leaves to, and where that into the next comes from.
  private double[] leave = {};
  private double[] enter = {};
  private List<Point2D> knots = List.of();
  private double minX;
  private double maxX;
  private double minY;
  private double maxY;

  /// Leads it from a point through knots to another.
  void lead(double x1, double y1, List<Point2D> through, double x2, double y2) {
    int last = xs.length - 1;
    if (last > 0
        && through == knots
        && xs[0] == x1
        && ys[0] == y1
        && xs[last] == x2
        && ys[last] == y2) {
      return;
    }
    knots = through;
    int count = through.size() + 2;
    if (xs.length != count) {
      xs = new double[count];
      ys = new double[count];
      leave = new double[count - 1];
      enter = new double[count - 1];
    }
    xs[0] = x1;
    ys[0] = y1;
    for (int i = 1; i < count - 1; i++) {
      xs[i] = through.get(i - 1).getX();
      ys[i] = through.get(i - 1).getY();
    }
    xs[count - 1] = x2;
    ys[count - 1] = y2;
    bend();
  }

  private void bend() {
    minX = Double.MAX_VALUE;
    minY = Double.MAX_VALUE;
    maxX = -Double.MAX_VALUE;
    maxY = -Double.MAX_VALUE;
    for (int i = 0; i < leave.length; i++) {
      double out = direction(i);
      double in = direction(i + 1);
      double reach = reach(xs[i + 1] - xs[i], ys[i + 1] - ys[i], out, in);
      leave[i] = xs[i] + out * reach;
      enter[i] = xs[i + 1] - in * reach;
      // The curve lies within its control points; a forward one within its ends.
      boolean level = (xs[i + 1] - xs[i]) * out >= 0 && out == in;
      minX = Math.min(minX, Math.min(xs[i], xs[i + 1]));
      maxX = Math.max(maxX, Math.max(xs[i], xs[i + 1]));
      if (!level) {
        minX = Math.min(minX, Math.min(leave[i], enter[i]));
        maxX = Math.max(maxX, Math.max(leave[i], enter[i]));
      }
      minY = Math.min(minY, Math.min(ys[i], ys[i + 1]));
      maxY = Math.max(maxY, Math.max(ys[i], ys[i + 1]));
    }
  }

  // Links leave outputs and enter inputs to the right; at a knot they go to where the next point
  // is.
  private double direction(int point) {
    boolean isEnd = point == 0 || point == xs.length - 1;
    return isEnd || xs[point + 1] >= xs[point - 1] ? 1 : -1;
  }

  /// How far the tangents reach. A short curve between points of nearly one height would be bent by
  /// the least reach; the further it climbs, the nearer it comes to that.
  private static double reach(double dx, double dy, double out, double in) {
    boolean forth = out == in && dx * out > 0;
    double least = forth ? Math.min(LEAST_REACH, Math.abs(dy) / 4) : LEAST_REACH;
    return Math.max(least, Math.abs(dx) / 2);
  }

  /// How many curves there are.
  int size() {
    return leave.length;
  }

  /// The x of a point: that of the first is 0, that of the last is `size()`.
  double x(int point) {
    return xs[point];
  }

  double y(int point) {
    return ys[point];
  }

  /// The x of the first control point of a curve; its y is that of the curve's first point.
  double leave(int curve) {
    return leave[curve];
  }

  /// The x of the second control point of a curve; its y is that of the curve's last point.
  double enter(int curve) {
    return enter[curve];
  }

  double minX() {
    return minX;
  }

  double maxX() {
    return maxX;
  }

  double minY() {
    return minY;
  }

  double maxY() {
    return maxY;
  }

  double xAt(int curve, double t) {
    double u = 1 - t;
    return u * u * u * xs[curve]
        + 3 * u * u * t * leave[curve]
        + 3 * u * t * t * enter[curve]
        + t * t * t * xs[curve + 1];
  }

  double yAt(int curve, double t) {
    double u = 1 - t;
    return (u * u * u + 3 * u * u * t) * ys[curve] + (3 * u * t * t + t * t * t) * ys[curve + 1];
  }

  /// How far a point is from the nearest curve.
  double distance(double px, double py) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < size(); i++) {
      least = Math.min(least, squared(i, px, py));
    }
    return Math.sqrt(least);
  }

  /// The curve nearest to a point.
  int nearest(double px, double py) {
    double[] away = new double[size()];
    Arrays.setAll(away, i -> squared(i, px, py));
    int nearest = 0;
    for (int i = 1; i < away.length; i++) {
      nearest = away[i] < away[nearest] ? i : nearest;
    }
    return nearest;
  }

  private double squared(int curve, double px, double py) {
    double least = Double.MAX_VALUE;
    double ax = xs[curve];
    double ay = ys[curve];
    for (int i = 1; i <= STEPS; i++) {
      double bx = xAt(curve, (double) i / STEPS);
      double by = yAt(curve, (double) i / STEPS);
      least = Math.min(least, squaredToSegment(px, py, ax, ay, bx, by));
      ax = bx;
      ay = by;
    }
    return least;
  }

  private static double squaredToSegment(
      double px, double py, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : Math.clamp(((px - ax) * dx + (py - ay) * dy) / length, 0, 1);
    double nx = ax + along * dx - px;
    double ny = ay + along * dy - py;
    return nx * nx + ny * ny;
  }
}
