package dev.pipewright.app.run;

import dev.pipewright.pipeline.NodeId;
import org.jspecify.annotations.Nullable;

/// A line of the run log.
///
/// @param millis when, in milliseconds since 1970
/// @param level how much it matters
/// @param node whose it is; null for the run's or the engine's own
/// @param text the line
public record LogLine(long millis, Level level, @Nullable NodeId node, String text) {

  /// How much a line matters.
  public enum Level {
    /// What is going on.
    INFO,
    /// What a person should see.
    WARN,
    /// What went wrong.
    ERROR
  }
}
