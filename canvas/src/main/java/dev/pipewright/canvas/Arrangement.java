package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Finds the places of rectangles that are brought into a line, or given equal gaps.
final class Arrangement {

  private Arrangement() {}

  /// The left top corners of those that move, on whole pixels.
  static <K> SequencedMap<K, Point2D> aligned(
      SequencedMap<K, Rectangle2D> items, Alignment alignment) {
    SequencedMap<K, Point2D> places = new LinkedHashMap<>();
    items.values().stream()
        .reduce(Camera::union)
        .ifPresent(
            all -> items.forEach((key, at) -> put(places, key, at, aligned(at, all, alignment))));
    return places;
  }

  private static Point2D aligned(Rectangle2D at, Rectangle2D all, Alignment alignment) {
    double x = at.getMinX();
    double y = at.getMinY();
    return switch (alignment) {
      case LEFT -> new Point2D(all.getMinX(), y);
      case CENTER -> new Point2D(middle(all.getMinX(), all.getWidth(), at.getWidth()), y);
      case RIGHT -> new Point2D(all.getMaxX() - at.getWidth(), y);
      case TOP -> new Point2D(x, all.getMinY());
      case MIDDLE -> new Point2D(x, middle(all.getMinY(), all.getHeight(), at.getHeight()));
      case BOTTOM -> new Point2D(x, all.getMaxY() - at.getHeight());
    };
  }

  private static double middle(double from, double size, double inner) {
    return Math.rint(from + (size - inner) / 2);
  }

  private static <K> void put(Map<K, Point2D> places, K key, Rectangle2D before, Point2D place) {
    if (place.getX() != before.getMinX() || place.getY() != before.getMinY()) {
      places.put(key, place);
    }
  }

  /// The left top corners of those that move, on whole pixels.
  static <K> SequencedMap<K, Point2D> distributed(SequencedMap<K, Rectangle2D> items, Axis axis) {
    boolean across = axis == Axis.HORIZONTAL;
    List<Map.Entry<K, Rectangle2D>> sorted = new ArrayList<>(items.entrySet());
    sorted.sort(Comparator.comparingDouble(item -> center(item.getValue(), across)));
    SequencedMap<K, Point2D> places = new LinkedHashMap<>();
    if (sorted.size() < 3) {
      return places;
    }
    double from = start(sorted.getFirst().getValue(), across);
    double to =
        start(sorted.getLast().getValue(), across) + size(sorted.getLast().getValue(), across);
    double used = sorted.stream().mapToDouble(item -> size(item.getValue(), across)).sum();
    double gap = (to - from - used) / (sorted.size() - 1);
    double next = from;
    for (Map.Entry<K, Rectangle2D> item : sorted) {
      Rectangle2D at = item.getValue();
      double place = Math.rint(next);
      put(
          places,
          item.getKey(),
          at,
          across ? new Point2D(place, at.getMinY()) : new Point2D(at.getMinX(), place));
      next += size(at, across) + gap;
    }
    return places;
  }

  private static double center(Rectangle2D at, boolean across) {
    return start(at, across) + size(at, across) / 2;
  }

  private static double start(Rectangle2D at, boolean across) {
    return across ? at.getMinX() : at.getMinY();
  }

  private static double size(Rectangle2D at, boolean across) {
    return across ? at.getWidth() : at.getHeight();
  }
}
