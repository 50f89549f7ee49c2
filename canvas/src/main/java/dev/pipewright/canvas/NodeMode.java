package dev.pipewright.canvas;

/// What part a node takes.
public enum NodeMode {
  /// It does its work.
  NORMAL,
  /// It does nothing, and what comes after it gets nothing from it.
  MUTED,
  /// It does nothing, and what comes in goes out as it is.
  BYPASSED
}
