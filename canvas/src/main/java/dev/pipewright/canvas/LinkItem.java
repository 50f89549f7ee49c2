package dev.pipewright.canvas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A link of the document as it is drawn now: a cubic curve with level tangents between two ports.
final class LinkItem extends SpatialGrid.Entry {

  private static final double LEAST_REACH = 28;
  private static final double HALO = 12;
  private static final int STEPS = 32;

  private GraphLink link;
  private NodeItem from;
  private NodeItem to;
  private PortType type;
  private int fromRow;
  private int toRow;
  private @Nullable LinkLine line;

  LinkItem(GraphLink link, NodeItem from, NodeItem to) {
    this.link = link;
    this.from = from;
    this.to = to;
    int output = index(from.node().outputs(), link.from());
    fromRow = from.outputRow(output);
    toRow = index(to.node().inputs(), link.to());
    type = from.node().outputs().get(output).type();
  }

  /// Follows a new snapshot of the link or of the nodes at its ends.
  void update(GraphLink newLink, NodeItem newFrom, NodeItem newTo) {
    link = newLink;
    from = newFrom;
    to = newTo;
    int output = index(from.node().outputs(), link.from());
    fromRow = from.outputRow(output);
    toRow = index(to.node().inputs(), link.to());
    type = from.node().outputs().get(output).type();
  }

  private static int index(List<GraphPort> ports, PortRef end) {
    for (int i = 0; i < ports.size(); i++) {
      if (end.isPort(ports.get(i))) {
        return i;
      }
    }
    throw new IllegalArgumentException("No port " + end);
  }

  GraphLink link() {
    return link;
  }

  String key() {
    return link.key();
  }

  NodeItem from() {
    return from;
  }

  NodeItem to() {
    return to;
  }

  PortType type() {
    return type;
  }

  double x1() {
    return from.x() + from.width();
  }

  double y1() {
    return from.y() + CardMetrics.portY(fromRow);
  }

  double x2() {
    return to.x();
  }

  double y2() {
    return to.y() + CardMetrics.portY(toRow);
  }

  /// How far the tangents reach. A short link between ports of nearly one height would be bent by
  /// the least reach; the further it climbs, the nearer it comes to that.
  double reach() {
    double dx = x2() - x1();
    double least = dx > 0 ? Math.min(LEAST_REACH, Math.abs(y2() - y1()) / 4) : LEAST_REACH;
    return Math.max(least, Math.abs(dx) / 2);
  }

  double xAt(double t) {
    double u = 1 - t;
    return u * u * u * x1()
        + 3 * u * u * t * (x1() + reach())
        + 3 * u * t * t * (x2() - reach())
        + t * t * t * x2();
  }

  double yAt(double t) {
    double u = 1 - t;
    return (u * u * u + 3 * u * u * t) * y1() + (3 * u * t * t + t * t * t) * y2();
  }

  /// How far a point is from the curve.
  double distance(double px, double py) {
    double least = Double.MAX_VALUE;
    double ax = x1();
    double ay = y1();
    for (int i = 1; i <= STEPS; i++) {
      double bx = xAt((double) i / STEPS);
      double by = yAt((double) i / STEPS);
      least = Math.min(least, squaredToSegment(px, py, ax, ay, bx, by));
      ax = bx;
      ay = by;
    }
    return Math.sqrt(least);
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

  @Nullable LinkLine line() {
    return line;
  }

  void line(@Nullable LinkLine value) {
    line = value;
  }

  // The curve lies within its control points; a forward one within its ends.
  @Override
  double minX() {
    return (x2() >= x1() ? x1() : x2() - reach()) - HALO;
  }

  @Override
  double maxX() {
    return (x2() >= x1() ? x2() : x1() + reach()) + HALO;
  }

  @Override
  double minY() {
    return Math.min(y1(), y2()) - HALO;
  }

  @Override
  double maxY() {
    return Math.max(y1(), y2()) + HALO;
  }
}
