package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// A link of the document as it is drawn now: cubic curves with level tangents, from port to port
/// through the knots.
final class LinkItem extends SpatialGrid.Entry {

  private static final double HALO = 12;

  private GraphLink link;
  private NodeItem from;
  private NodeItem to;
  private PortType type;
  private int output;
  private int input;
  private List<Point2D> knots;
  private final LinkPath path = new LinkPath();
  private @Nullable LinkLine line;

  LinkItem(GraphLink link, NodeItem from, NodeItem to) {
    this.link = link;
    this.from = from;
    this.to = to;
    knots = link.knots();
    output = index(from.node().outputs(), link.from());
    input = index(to.node().inputs(), link.to());
    type = from.node().outputs().get(output).type();
  }

  /// Follows a new snapshot of the link or of the nodes at its ends.
  void update(GraphLink newLink, NodeItem newFrom, NodeItem newTo) {
    link = newLink;
    from = newFrom;
    to = newTo;
    knots = link.knots();
    output = index(from.node().outputs(), link.from());
    input = index(to.node().inputs(), link.to());
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

  /// Which output of its node it comes from.
  int output() {
    return output;
  }

  /// Which input of its node it goes to.
  int input() {
    return input;
  }

  /// Where the knots are now.
  List<Point2D> knots() {
    return knots;
  }

  /// Puts the knots somewhere for now, as while they are dragged.
  void knots(List<Point2D> value) {
    knots = List.copyOf(value);
  }

  /// The knots, moved.
  List<Point2D> knotsBy(double dx, double dy) {
    List<Point2D> moved = new ArrayList<>(link.knots());
    moved.replaceAll(knot -> knot.add(dx, dy));
    return moved;
  }

  double x1() {
    return from.portX(PortSide.OUTPUT);
  }

  double y1() {
    return from.portY(PortSide.OUTPUT, output);
  }

  double x2() {
    return to.portX(PortSide.INPUT);
  }

  double y2() {
    return to.portY(PortSide.INPUT, input);
  }

  /// The way it goes now.
  LinkPath path() {
    path.lead(x1(), y1(), knots, x2(), y2());
    return path;
  }

  /// How far a point is from the curve.
  double distance(double px, double py) {
    return path().distance(px, py);
  }

  @Nullable LinkLine line() {
    return line;
  }

  void line(@Nullable LinkLine value) {
    line = value;
  }

  @Override
  double minX() {
    return path().minX() - HALO;
  }

  @Override
  double maxX() {
    return path().maxX() + HALO;
  }

  @Override
  double minY() {
    return path().minY() - HALO;
  }

  @Override
  double maxY() {
    return path().maxY() + HALO;
  }
}
