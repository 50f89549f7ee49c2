package dev.pipewright.canvas;

import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// A frame or a note as it is drawn now: where, how large, and its box once it was seen.
abstract sealed class BoxItem extends SpatialGrid.Entry permits FrameItem, NoteItem {

  // What is drawn and hit outside its edges.
  private static final double OVERHANG = 8;

  private double x;
  private double y;
  private double width;
  private double height;
  private int order;
  private @Nullable Box box;

  abstract String key();

  /// The bounds that the document has.
  abstract Rectangle2D settled();

  /// The smallest width and height.
  abstract double least();

  abstract Box make();

  final void settle() {
    bounds(settled());
  }

  final double x() {
    return x;
  }

  final double y() {
    return y;
  }

  final double width() {
    return width;
  }

  final double height() {
    return height;
  }

  final Rectangle2D bounds() {
    return new Rectangle2D(x, y, width, height);
  }

  final void bounds(Rectangle2D value) {
    x = value.getMinX();
    y = value.getMinY();
    width = value.getWidth();
    height = value.getHeight();
  }

  final int order() {
    return order;
  }

  final void order(int value) {
    order = value;
  }

  final boolean contains(double px, double py) {
    return px >= x && px <= x + width && py >= y && py <= y + height;
  }

  final @Nullable Box box() {
    return box;
  }

  final void box(@Nullable Box value) {
    box = value;
  }

  @Override
  final double minX() {
    return x - OVERHANG;
  }

  @Override
  final double minY() {
    return y - OVERHANG;
  }

  @Override
  final double maxX() {
    return x + width + OVERHANG;
  }

  @Override
  final double maxY() {
    return y + height + OVERHANG;
  }
}
