package dev.pipewright.metadata;

/// What an execution did with an artifact, as `ml_metadata.Event.Type`. The order is that of its
/// numbers, which are what the store holds.
public enum EventType {
  /// Nobody said.
  UNKNOWN,
  /// Wrote it, as part of its contract.
  DECLARED_OUTPUT,
  /// Read it, as part of its contract.
  DECLARED_INPUT,
  /// Read it.
  INPUT,
  /// Wrote it.
  OUTPUT,
  /// Read it for its own ends.
  INTERNAL_INPUT,
  /// Wrote it for its own ends.
  INTERNAL_OUTPUT,
  /// Is about to write it.
  PENDING_OUTPUT;

  /// Whether the execution read the artifact.
  public boolean isInput() {
    return this == INPUT || this == DECLARED_INPUT || this == INTERNAL_INPUT;
  }

  /// Whether the execution wrote the artifact.
  public boolean isOutput() {
    return this == OUTPUT || this == DECLARED_OUTPUT || this == INTERNAL_OUTPUT;
  }
}
