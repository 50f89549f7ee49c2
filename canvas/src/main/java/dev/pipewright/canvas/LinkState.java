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
  DISABLED,
  /// Of two graphs that are compared, only the later has it.
  ADDED,
  /// Of two graphs that are compared, only the earlier has it.
  REMOVED
}
