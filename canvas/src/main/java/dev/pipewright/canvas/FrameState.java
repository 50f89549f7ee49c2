package dev.pipewright.canvas;

/// Whether a frame shows what is in it.
public enum FrameState {
  /// It surrounds its nodes and notes.
  OPEN,
  /// It is drawn as one card with the ports that have links to the outside.
  FOLDED
}
