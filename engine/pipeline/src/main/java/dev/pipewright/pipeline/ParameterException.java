package dev.pipewright.pipeline;

import org.jspecify.annotations.Nullable;

/// A parameter, an expression or a configuration that cannot be used as it is.
public final class ParameterException extends EngineException {

  private static final long serialVersionUID = 1L;

  /// What happened, where, and what to do next.
  public ParameterException(String what, Location where, String fix) {
    this(what, where, fix, null);
  }

  /// The same, with the exception that brought it to light.
  public ParameterException(String what, Location where, String fix, @Nullable Throwable cause) {
    super(what, where, fix, cause);
  }
}
