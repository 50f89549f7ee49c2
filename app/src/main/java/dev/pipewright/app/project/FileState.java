package dev.pipewright.app.project;

/// How the file of a project is, as of the last look at it.
public enum FileState {
  /// The project was never saved.
  NONE,
  /// It holds what was read or saved last.
  SAME,
  /// Somebody else has changed it.
  CHANGED,
  /// It is no longer there; saving makes it anew.
  GONE,
}
