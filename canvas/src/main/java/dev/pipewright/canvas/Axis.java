package dev.pipewright.canvas;

/// A direction to distribute in.
public enum Axis {
  /// From left to right.
  HORIZONTAL,
  /// From top to bottom.
  VERTICAL
}
