package dev.pipewright.canvas;

/// Which way a port goes.
public enum PortSide {
  /// At the left edge of the card.
  INPUT,
  /// At the right edge of the card.
  OUTPUT
}
