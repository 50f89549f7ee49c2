package dev.pipewright.metadata;

/// How far an execution is, as `ml_metadata.Execution.State`. The order is that of its numbers,
/// which are what the store holds.
public enum ExecutionState {
  /// Nobody said.
  UNKNOWN,
  /// It has not started.
  NEW,
  /// It is at work, or was when its process died.
  RUNNING,
  /// It has made its outputs.
  COMPLETE,
  /// It ended without them.
  FAILED,
  /// An earlier execution's outputs were taken for its own.
  CACHED,
  /// A person stopped it.
  CANCELED;

  /// Whether its outputs are there, made by itself or by another.
  public boolean isSuccess() {
    return this == COMPLETE || this == CACHED;
  }

  /// Whether nothing more is to come of it.
  public boolean isFinal() {
    return isSuccess() || this == FAILED || this == CANCELED;
  }
}
