package dev.pipewright.app.desk;

import javafx.geometry.Orientation;

/// A side of a group.
public enum Side {
  /// The left.
  LEFT,
  /// The right.
  RIGHT,
  /// The top.
  TOP,
  /// The bottom.
  BOTTOM;

  Orientation orientation() {
    return this == LEFT || this == RIGHT ? Orientation.HORIZONTAL : Orientation.VERTICAL;
  }

  boolean isFirst() {
    return this == LEFT || this == TOP;
  }
}
