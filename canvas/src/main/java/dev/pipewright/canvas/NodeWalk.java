package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.geometry.Side;
import org.jspecify.annotations.Nullable;

/// Finds the node that an arrow key leads to: left and right along links, up and down in the
/// column, and to the nearest on that side where there is none.
final class NodeWalk {

  // A step aside counts this much more than a step ahead.
  private static final double ASIDE = 2;

  private NodeWalk() {}

  /// The node on a side of another; null when there is none.
  static @Nullable NodeItem next(Collection<NodeItem> nodes, NodeItem from, Side side) {
    NodeItem meant = side.isVertical() ? linked(from, side) : inColumn(nodes, from, side);
    return meant != null ? meant : nearest(nodes, from, side);
  }

  private static @Nullable NodeItem linked(NodeItem from, Side side) {
    NodeItem nearest = null;
    double least = Double.MAX_VALUE;
    for (LinkItem link : from.links()) {
      NodeItem other = side == Side.RIGHT ? link.to() : link.from();
      double away = Math.hypot(middleX(other) - middleX(from), middleY(other) - middleY(from));
      if (other != from && away < least) {
        least = away;
        nearest = other;
      }
    }
    return nearest;
  }

  private static @Nullable NodeItem inColumn(Collection<NodeItem> nodes, NodeItem from, Side side) {
    List<NodeItem> column = new ArrayList<>();
    for (NodeItem node : nodes) {
      boolean beside = node.x() >= from.x() + from.width() || node.x() + node.width() <= from.x();
      if (!beside) {
        column.add(node);
      }
    }
    return nearest(column, from, side);
  }

  private static @Nullable NodeItem nearest(Collection<NodeItem> nodes, NodeItem from, Side side) {
    NodeItem nearest = null;
    double least = Double.MAX_VALUE;
    for (NodeItem node : nodes) {
      double dx = middleX(node) - middleX(from);
      double dy = middleY(node) - middleY(from);
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

  private static double middleX(NodeItem node) {
    return node.x() + node.width() / 2;
  }

  private static double middleY(NodeItem node) {
    return node.y() + node.height() / 2;
  }
}
