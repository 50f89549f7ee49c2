package dev.pipewright.pipeline;

import dev.pipewright.pipeline.Layout.Position;

/// A rectangle of the canvas, in pixels at zoom 1; y grows downwards.
///
/// @param x its left edge
/// @param y its upper edge
public record Area(double x, double y, double width, double height) {

  public Area {
    if (!isValid(x, y, width, height)) {
      throw new IllegalArgumentException(
          "not an area: " + x + ", " + y + ", " + width + ", " + height);
    }
    x += 0.0; // -0 would be read back as another area.
    y += 0.0;
    width += 0.0;
    height += 0.0;
  }

  /// Whether these make an area: finite numbers, the size not negative.
  public static boolean isValid(double x, double y, double width, double height) {
    return Double.isFinite(x)
        && Double.isFinite(y)
        && Double.isFinite(width)
        && Double.isFinite(height)
        && width >= 0
        && height >= 0;
  }

  /// The same size, with the upper left corner there.
  public Area at(Position corner) {
    return new Area(corner.x(), corner.y(), width, height);
  }

  /// The same size, so much farther right and down.
  public Area movedBy(double dx, double dy) {
    return new Area(x + dx, y + dy, width, height);
  }
}
