package dev.pipewright.canvas;

/// Which edges or middles are brought into one line.
public enum Alignment {
  /// The left edges.
  LEFT,
  /// The middles, across.
  CENTER,
  /// The right edges.
  RIGHT,
  /// The top edges.
  TOP,
  /// The middles, down.
  MIDDLE,
  /// The bottom edges.
  BOTTOM
}
