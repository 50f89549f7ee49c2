package dev.pipewright.canvas;

/// A line that shows what something has snapped to, in document pixels.
record Guide(Kind kind, double x1, double y1, double x2, double y2) {

  /// What it says.
  enum Kind {
    /// Edges or middles are in one line.
    ALIGNED,
    /// This gap is as large as another.
    GAP
  }

  double length() {
    return Math.hypot(x2 - x1, y2 - y1);
  }
}
