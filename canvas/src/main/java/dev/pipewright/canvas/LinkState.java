package dev.pipewright.canvas;

/// How a link is.
public enum LinkState {
  /// What goes over it is there.
  NORMAL,
  /// It feeds a node that is at work.
  FEEDING,
  /// What goes over it is not made yet.
  PENDING,
  /// Its ends do not fit.
  INVALID,
  /// It takes no part.
  DISABLED
}
