package dev.pipewright.pipeline;

import org.jspecify.annotations.Nullable;

/// An artifact on disk is missing, damaged, or not what its reader expects.
public final class ArtifactException extends EngineException {

  private static final long serialVersionUID = 1L;

  /// What happened, where, and what to do next.
  public ArtifactException(String what, Location where, String fix) {
    this(what, where, fix, null);
  }

  /// The same, with the exception that brought it to light.
  public ArtifactException(String what, Location where, String fix, @Nullable Throwable cause) {
    super(what, where, fix, cause);
  }
}
