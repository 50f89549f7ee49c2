package dev.pipewright.runner;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// How a node ended.
///
/// @param outcome how
/// @param execution its id in ML Metadata, or 0 when it has none
/// @param elapsed from its start, the look into the cache included
/// @param outputs what it made or found, by output; empty unless it succeeded
public record NodeResult(
    Outcome outcome,
    long execution,
    Duration elapsed,
    SequencedMap<String, List<OutputArtifact>> outputs) {

  /// The ways in which a node ends.
  public enum Outcome {
    /// It made its outputs.
    DONE,
    /// Its outputs were there.
    CACHED,
    /// It could not make its outputs.
    FAILED,
    /// A node that it needs was not run.
    SKIPPED,
    /// The run was cancelled before it was done.
    CANCELLED;

    /// Whether its outputs are there.
    public boolean isSuccess() {
      return this == DONE || this == CACHED;
    }
  }

  static NodeResult without(Outcome outcome, long execution, Duration elapsed) {
    return new NodeResult(outcome, execution, elapsed, new LinkedHashMap<>());
  }
}
