package dev.pipewright.canvas;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import javafx.geometry.Point2D;

/// Nodes on their way to another place: drawn there, while the document still has them where they
/// were.
final class NodeDrag {

  static final double SNAP = 4;

  private final GraphItems items;
  private final Set<String> keys;
  private final String held;
  private double dx;
  private double dy;

  /// @param held the node under the mouse, which snaps to the grid
  NodeDrag(GraphItems items, Set<String> keys, String held) {
    this.items = items;
    this.keys = Set.copyOf(keys);
    this.held = held;
  }

  /// Moves all by a distance from where the document has them, so that the held one is on the grid.
  void moveBy(double x, double y) {
    items.settle();
    NodeItem item = items.node(held);
    if (item != null) {
      dx = snap(item.x() + x) - item.x();
      dy = snap(item.y() + y) - item.y();
    }
    apply();
  }

  /// Draws them on their way again, after the document was drawn anew.
  void apply() {
    for (String key : keys) {
      NodeItem item = items.node(key);
      if (item != null) {
        items.place(item, item.x() + dx, item.y() + dy);
      }
    }
  }

  boolean hasMoved() {
    return dx != 0 || dy != 0;
  }

  /// Where they are now, in the document's order.
  SequencedMap<String, Point2D> places() {
    SequencedMap<String, Point2D> places = new LinkedHashMap<>();
    for (NodeItem item : items.nodes()) {
      if (keys.contains(item.key())) {
        places.put(item.key(), new Point2D(item.x(), item.y()));
      }
    }
    return places;
  }

  static double snap(double value) {
    return Math.rint(value / SNAP) * SNAP;
  }
}
