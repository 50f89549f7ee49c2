package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.Side;
import org.jspecify.annotations.Nullable;

/// Finds what an arrow key leads to: left and right along links, up and down in the column, and to
/// the nearest on that side where there is none.
final class NodeWalk {

  // A step aside counts this much more than a step ahead.
  private static final double ASIDE = 2;

  /// Something that the keys can go to.
  ///
  /// @param target what it is
  /// @param bounds where; of an open frame its title
  /// @param node its item, where it is drawn as a card
  record Stop(GraphTarget target, Rectangle2D bounds, @Nullable NodeItem node) {

    static Stop of(NodeItem node) {
      return new Stop(Picker.target(node), node.bounds(), node);
    }

    private double middleX() {
      return bounds.getMinX() + bounds.getWidth() / 2;
    }

    private double middleY() {
      return bounds.getMinY() + bounds.getHeight() / 2;
    }
  }

  private NodeWalk() {}

  /// All cards, notes and titles of frames.
  static List<Stop> stops(GraphItems items) {
    List<Stop> stops = new ArrayList<>();
    items.nodes().forEach(node -> stops.add(Stop.of(node)));
    for (NoteItem note : items.notes().all()) {
      stops.add(new Stop(new GraphTarget.OnNote(note.key()), note.bounds(), null));
    }
    for (FrameItem frame : items.frames().all()) {
      Rectangle2D title = new Rectangle2D(frame.x(), frame.y(), frame.width(), GraphFrame.TITLE);
      stops.add(new Stop(new GraphTarget.OnFrame(frame.key()), title, null));
    }
    return stops;
  }

  /// What is on a side of another; null when there is nothing.
  static @Nullable Stop next(Collection<Stop> stops, Stop from, Side side) {
    Stop meant = side.isVertical() ? linked(from, side) : inColumn(stops, from, side);
    return meant != null ? meant : nearest(stops, from, side);
  }

  private static @Nullable Stop linked(Stop from, Side side) {
    NodeItem node = from.node();
    if (node == null) {
      return null;
    }
    Stop nearest = null;
    double least = Double.MAX_VALUE;
    for (LinkItem link : node.links()) {
      NodeItem end = side == Side.RIGHT ? link.to() : link.from();
      if (end != node) {
        Stop other = Stop.of(end);
        double away =
            Math.hypot(other.middleX() - from.middleX(), other.middleY() - from.middleY());
        if (away < least) {
          least = away;
          nearest = other;
        }
      }
    }
    return nearest;
  }

  private static @Nullable Stop inColumn(Collection<Stop> stops, Stop from, Side side) {
    List<Stop> column = new ArrayList<>();
    for (Stop stop : stops) {
      boolean beside =
          stop.bounds().getMinX() >= from.bounds().getMaxX()
              || stop.bounds().getMaxX() <= from.bounds().getMinX();
      if (!beside) {
        column.add(stop);
      }
    }
    return nearest(column, from, side);
  }

  private static @Nullable Stop nearest(Collection<Stop> stops, Stop from, Side side) {
    Stop nearest = null;
    double least = Double.MAX_VALUE;
    for (Stop stop : stops) {
      double dx = stop.middleX() - from.middleX();
      double dy = stop.middleY() - from.middleY();
      double ahead =
          switch (side) {
            case LEFT -> -dx;
            case RIGHT -> dx;
            case TOP -> -dy;
            case BOTTOM -> dy;
          };
      double aside = side.isVertical() ? dy : dx;
      double cost = ahead + ASIDE * Math.abs(aside);
      if (!stop.target().equals(from.target()) && ahead > 0 && cost < least) {
        least = cost;
        nearest = stop;
      }
    }
    return nearest;
  }
}
