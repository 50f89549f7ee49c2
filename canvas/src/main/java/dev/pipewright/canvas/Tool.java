package dev.pipewright.canvas;

/// What a drag on empty canvas does.
public enum Tool {
  /// Draws a rubber band.
  SELECT,
  /// Moves the view.
  HAND
}
