package dev.pipewright.canvas;

/// A rectangle of the document. Changed in place: there is one for each frame.
final class Sight {

  private double x1;
  private double y1;
  private double x2;
  private double y2;

  void set(double minX, double minY, double maxX, double maxY) {
    x1 = minX;
    y1 = minY;
    x2 = maxX;
    y2 = maxY;
  }

  boolean touches(SpatialGrid.Entry entry) {
    return entry.touches(x1, y1, x2, y2);
  }
}
