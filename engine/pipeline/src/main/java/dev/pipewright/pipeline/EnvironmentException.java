package dev.pipewright.pipeline;

import org.jspecify.annotations.Nullable;

/// Something the machine lacks: disk space, a right, a native library, a device.
public final class EnvironmentException extends EngineException {

  private static final long serialVersionUID = 1L;

  /// What happened, where, and what to do next.
  public EnvironmentException(String what, Location where, String fix) {
    this(what, where, fix, null);
  }

  /// The same, with the exception that brought it to light.
  public EnvironmentException(String what, Location where, String fix, @Nullable Throwable cause) {
    super(what, where, fix, cause);
  }
}
