package dev.pipewright.canvas;

/// What becomes of the links of a node that is deleted.
public enum Wires {
  /// They go with it.
  DROP,
  /// What came into it goes on to where it led, as far as the ports fit.
  KEEP
}
