package dev.pipewright.app.engine;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an engine host came to its end.
///
/// @param reason what happened, as a sentence
/// @param phase how far it had come
/// @param lastLines the last lines that it printed
/// @param crashReport the file in which the JVM tells of its crash, where it wrote one
public record EngineDeath(
    String reason, Phase phase, List<String> lastLines, @Nullable Path crashReport) {

  /// How far a host comes.
  public enum Phase {
    /// It never answered.
    START,
    /// It had answered, and may have been at work.
    WORK
  }

  /// Keeps a copy.
  public EngineDeath {
    lastLines = List.copyOf(lastLines);
  }
}
