package dev.pipewright.app.run;

/// Where a project is between two runs.
public enum RunState {
  /// No run is at work.
  IDLE,
  /// A run was asked for, and the engine prepares it.
  STARTING,
  /// A run is at work.
  RUNNING,
  /// A run was asked to stop.
  STOPPING
}
