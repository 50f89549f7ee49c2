package dev.pipewright.canvas;

import java.util.Collection;
import javafx.geometry.Side;
import org.jspecify.annotations.Nullable;

/// Finds the node that an arrow key leads to.
final class NodeWalk {

  // A step aside counts this much more than a step ahead.
  private static final double ASIDE = 2;

  private NodeWalk() {}

  /// The nearest node whose middle lies on a side of another's; null when there is none.
  static @Nullable NodeItem next(Collection<NodeItem> nodes, NodeItem from, Side side) {
    NodeItem nearest = null;
    double least = Double.MAX_VALUE;
    for (NodeItem node : nodes) {
      double dx = node.x() + node.width() / 2 - from.x() - from.width() / 2;
      double dy = node.y() + node.height() / 2 - from.y() - from.height() / 2;
      double ahead =
          switch (side) {
            case LEFT -> -dx;
            case RIGHT -> dx;
            case TOP -> -dy;
            case BOTTOM -> dy;
          };
      double aside = side.isVertical() ? dy : dx;
      double cost = ahead + ASIDE * Math.abs(aside);
      if (node != from && ahead > 0 && cost < least) {
        least = cost;
        nearest = node;
      }
    }
    return nearest;
  }
}
