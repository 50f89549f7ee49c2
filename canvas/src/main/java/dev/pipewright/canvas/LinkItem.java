package dev.pipewright.canvas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A link of the document as it is drawn now.
final class LinkItem {

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
    fromRow = row(from.node().outputs(), link.from());
    toRow = row(to.node().inputs(), link.to());
    type = from.node().outputs().get(fromRow).type();
  }

  /// Follows a new snapshot of the link or of the nodes at its ends.
  void update(GraphLink newLink, NodeItem newFrom, NodeItem newTo) {
    link = newLink;
    from = newFrom;
    to = newTo;
    fromRow = row(from.node().outputs(), link.from());
    toRow = row(to.node().inputs(), link.to());
    type = from.node().outputs().get(fromRow).type();
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

  /// How far the tangents reach.
  double reach() {
    return Math.max(28, Math.abs(x2() - x1()) / 2);
  }

  @Nullable LinkLine line() {
    return line;
  }

  void line(@Nullable LinkLine value) {
    line = value;
  }

  private static int row(List<GraphPort> ports, PortRef end) {
    for (int i = 0; i < ports.size(); i++) {
      if (end.isPort(ports.get(i))) {
        return i;
      }
    }
    throw new IllegalArgumentException("No port " + end);
  }
}
