package dev.pipewright.pipeline;

import org.jspecify.annotations.Nullable;

/// Input data that cannot be read, or that does not fit what is asked of it.
public final class DataException extends EngineException {

  private static final long serialVersionUID = 1L;

  /// What happened, where, and what to do next.
  public DataException(String what, Location where, String fix) {
    this(what, where, fix, null);
  }

  /// The same, with the exception that brought it to light.
  public DataException(String what, Location where, String fix, @Nullable Throwable cause) {
    super(what, where, fix, cause);
  }
}
