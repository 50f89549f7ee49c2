package dev.pipewright.canvas;

/// What gestures work on.
///
/// @param hints what is shown over the graph meanwhile
record Desk(GraphView view, Drawing drawing, Hints hints) {

  /// What cards, knots and boxes snap to.
  static final double GRID = 4;

  GraphItems items() {
    return drawing.items();
  }

  static double snap(double value) {
    return Math.rint(value / GRID) * GRID;
  }
}
