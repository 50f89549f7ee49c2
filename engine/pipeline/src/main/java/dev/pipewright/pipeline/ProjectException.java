package dev.pipewright.pipeline;

import org.jspecify.annotations.Nullable;

/// A project file that cannot be read or written, or a pipeline that cannot be run.
public final class ProjectException extends EngineException {

  private static final long serialVersionUID = 1L;

  /// What happened, where, and what to do next.
  public ProjectException(String what, Location where, String fix) {
    this(what, where, fix, null);
  }

  /// The same, with the exception that brought it to light.
  public ProjectException(String what, Location where, String fix, @Nullable Throwable cause) {
    super(what, where, fix, cause);
  }
}
