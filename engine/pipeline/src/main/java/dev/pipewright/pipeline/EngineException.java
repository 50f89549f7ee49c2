package dev.pipewright.pipeline;

import org.jspecify.annotations.Nullable;

/// An error that a user can cause and mend: what happened, where, and what to do next. Everything
/// the engine throws at a user is one of these; a programmer's error is an
/// `IllegalArgumentException` or an `IllegalStateException`.
public abstract sealed class EngineException extends RuntimeException
    permits ArtifactException,
        DataException,
        EnvironmentException,
        ParameterException,
        ProjectException {

  private static final long serialVersionUID = 1L;

  private final String what;
  private final Location where;
  private final String fix;

  EngineException(String what, Location where, String fix, @Nullable Throwable cause) {
    super(message(what, where, fix), cause);
    this.what = what;
    this.where = where;
    this.fix = fix;
  }

  private static String message(String what, Location where, String fix) {
    String place = where.toString();
    return (place.isEmpty() ? what : place + ": " + what) + (fix.isEmpty() ? "" : " " + fix);
  }

  /// What happened, as a sentence.
  public String what() {
    return what;
  }

  /// Where it happened, as far as it is known.
  public Location where() {
    return where;
  }

  /// What the user can do next, as a sentence.
  public String fix() {
    return fix;
  }
}
