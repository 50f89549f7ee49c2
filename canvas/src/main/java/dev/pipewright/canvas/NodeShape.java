package dev.pipewright.canvas;

/// How much of a node's card is there.
public enum NodeShape {
  /// All of it.
  FULL,
  /// Its header, with all ports on the edges of that.
  COLLAPSED
}
