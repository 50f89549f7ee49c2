package dev.pipewright.charts;

import java.util.Arrays;

/// Points in the order in which they were added, in blocks that know their bounds, so that whole
/// blocks can be drawn without looking at their points.
final class Points {

  private Block[] blocks = new Block[1];
  private int size;
  private boolean isAscending = true;
  private double xMin = Double.POSITIVE_INFINITY;
  private double xMax = Double.NEGATIVE_INFINITY;
  private double yMin = Double.POSITIVE_INFINITY;
  private double yMax = Double.NEGATIVE_INFINITY;
  private double leastPositive = Double.POSITIVE_INFINITY;

  /// Adds a point; `x` is finite, `y` may be anything.
  void add(double x, double y) {
    if (!Double.isFinite(x)) {
      throw new IllegalArgumentException("A point's x is " + x + ", which has no place on an axis");
    }
    if (size == Integer.MAX_VALUE) {
      throw new IllegalStateException("A series holds at most " + Integer.MAX_VALUE + " points");
    }
    isAscending &= size == 0 || x >= x(size - 1);
    int block = size >>> Block.SHIFT;
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, blocks.length * 2);
    }
    if ((size & Block.MASK) == 0) {
      blocks[block] = new Block();
    }
    blocks[block].add(x, y);
    size++;
    bound(x, y);
  }

  private void bound(double x, double y) {
    xMin = Math.min(xMin, x);
    xMax = Math.max(xMax, x);
    if (Double.isFinite(y)) {
      yMin = Math.min(yMin, y);
      yMax = Math.max(yMax, y);
      leastPositive = y > 0 ? Math.min(leastPositive, y) : leastPositive;
    }
  }

  /// What is there now; it stays so while points are added, and may be read by another thread.
  Points snapshot() {
    Points copy = new Points();
    copy.blocks = blocks.clone();
    copy.size = size;
    copy.isAscending = isAscending;
    return copy;
  }

  double xMin() {
    return xMin;
  }

  double xMax() {
    return xMax;
  }

  /// The lowest finite value, `Infinity` where there is none.
  double yMin() {
    return yMin;
  }

  /// The highest finite value, `-Infinity` where there is none.
  double yMax() {
    return yMax;
  }

  /// The lowest finite value above zero, `Infinity` where there is none.
  double leastPositive() {
    return leastPositive;
  }

  int size() {
    return size;
  }

  double x(int index) {
    return blocks[index >>> Block.SHIFT].x(index & Block.MASK);
  }

  double y(int index) {
    return blocks[index >>> Block.SHIFT].y(index & Block.MASK);
  }

  /// The index of the first point with x of at least this, in ascending points; the size where
  /// there is none.
  int firstFrom(double x) {
    return firstAbove(Math.nextDown(x));
  }

  /// The index of the first point right of x, in ascending points; the size where there is none.
  int firstAbove(double x) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (x(middle) > x) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// The index of the point nearest to x, the last of several; -1 where there is no point.
  int nearest(double x) {
    return isAscending ? nearestAscending(x) : nearestOfAll(x);
  }

  private int nearestAscending(double x) {
    int after = firstAbove(x);
    if (after == size) {
      return size - 1;
    }
    return after > 0 && x - x(after - 1) <= x(after) - x ? after - 1 : after;
  }

  private int nearestOfAll(double x) {
    int best = -1;
    double distance = Double.POSITIVE_INFINITY;
    for (int index = 0; index < size; index++) {
      if (Math.abs(x(index) - x) <= distance) {
        distance = Math.abs(x(index) - x);
        best = index;
      }
    }
    return best;
  }

  Block block(int index) {
    return blocks[index];
  }

  /// Whether no point lies left of one that was added before it.
  boolean isAscending() {
    return isAscending;
  }
}
