package dev.pipewright.metadata;

/// What has become of an artifact, as `ml_metadata.Artifact.State`. The order is that of its
/// numbers, which are what the store holds.
public enum ArtifactState {
  /// Nobody said.
  UNKNOWN,
  /// An execution is about to write it.
  PENDING,
  /// It is there.
  LIVE,
  /// It may be deleted.
  MARKED_FOR_DELETION,
  /// It is gone.
  DELETED,
  /// Its execution failed before it was whole.
  ABANDONED,
  /// It stands for something that lies elsewhere.
  REFERENCE
}
