package dev.pipewright.metadata;

/// What an execution gives for an output: a new artifact, or one that is there already, as when the
/// execution is answered from the cache.
public sealed interface Output {

  /// An artifact to be put in the store.
  record Made(ArtifactDraft artifact) implements Output {}

  /// An artifact of the store.
  record Reused(ArtifactId artifact) implements Output {}
}
