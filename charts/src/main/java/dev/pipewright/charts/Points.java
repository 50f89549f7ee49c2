package dev.pipewright.charts;

import java.util.Arrays;

/// Points in the order in which they were added, in blocks that know their bounds, so that whole
/// blocks can be drawn without looking at their points.
final class Points {

  private Block[] blocks = new Block[1];
  private int size;
  private boolean isAscending = true;

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

  int blockCount() {
    return (size + Block.MASK) >>> Block.SHIFT;
  }

  Block block(int index) {
    return blocks[index];
  }

  /// Whether no point lies left of one that was added before it.
  boolean isAscending() {
    return isAscending;
  }
}
