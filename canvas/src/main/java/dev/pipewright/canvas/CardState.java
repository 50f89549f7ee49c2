package dev.pipewright.canvas;

/// How a node's card is drawn.
public enum CardState {
  /// As it is.
  NORMAL,
  /// Dashed: its turn has not come.
  WAITING,
  /// At work: the footer has a bar.
  RUNNING,
  /// It failed.
  FAILED,
  /// It takes no part.
  DISABLED
}
