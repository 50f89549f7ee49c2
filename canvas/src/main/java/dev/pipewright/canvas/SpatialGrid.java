package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds what lies in a rectangle of the document without looking at everything: squares of 512
/// pixels, each with a list of what touches it.
final class SpatialGrid<T extends SpatialGrid.Entry> {

  private static final int SHIFT = 9;

  private final Map<Long, List<T>> cells = new HashMap<>();
  private long query;

  /// Something with bounds. Its cells are those it was put in, also after its bounds have changed.
  abstract static class Entry {
    private int fromX;
    private int toX;
    private int fromY;
    private int toY;
    private boolean inside;
    private long seenBy;

    abstract double minX();

    abstract double minY();

    abstract double maxX();

    abstract double maxY();

    final boolean touches(double x1, double y1, double x2, double y2) {
      return minX() <= x2 && maxX() >= x1 && minY() <= y2 && maxY() >= y1;
    }
  }

  /// Puts an entry where its bounds are now, or moves it there.
  void put(T entry) {
    int fromX = cell(entry.minX());
    int toX = cell(entry.maxX());
    int fromY = cell(entry.minY());
    int toY = cell(entry.maxY());
    Entry at = entry;
    if (at.inside && at.fromX == fromX && at.toX == toX && at.fromY == fromY && at.toY == toY) {
      return;
    }
    remove(entry);
    at.fromX = fromX;
    at.toX = toX;
    at.fromY = fromY;
    at.toY = toY;
    at.inside = true;
    for (int y = fromY; y <= toY; y++) {
      for (int x = fromX; x <= toX; x++) {
        cells.computeIfAbsent(key(x, y), _ -> new ArrayList<>()).add(entry);
      }
    }
  }

  void remove(T entry) {
    Entry at = entry;
    if (!at.inside) {
      return;
    }
    at.inside = false;
    for (int y = at.fromY; y <= at.toY; y++) {
      for (int x = at.fromX; x <= at.toX; x++) {
        List<T> cell = cells.get(key(x, y));
        if (cell != null) {
          cell.remove(entry);
        }
      }
    }
  }

  /// Adds what touches the rectangle to a list, each entry once, in no order.
  void find(double x1, double y1, double x2, double y2, List<? super T> found) {
    query++;
    int toX = cell(x2);
    int toY = cell(y2);
    for (int y = cell(y1); y <= toY; y++) {
      for (int x = cell(x1); x <= toX; x++) {
        List<T> cell = cells.get(key(x, y));
        if (cell != null) {
          collect(cell, x1, y1, x2, y2, found);
        }
      }
    }
  }

  private void collect(
      List<T> cell, double x1, double y1, double x2, double y2, List<? super T> found) {
    for (int i = 0; i < cell.size(); i++) {
      T entry = cell.get(i);
      Entry at = entry;
      if (at.seenBy != query) {
        at.seenBy = query;
        if (at.touches(x1, y1, x2, y2)) {
          found.add(entry);
        }
      }
    }
  }

  private static int cell(double position) {
    return (int) Math.floor(position) >> SHIFT;
  }

  private static long key(int x, int y) {
    return ((long) x << 32) ^ (y & 0xffffffffL);
  }
}
