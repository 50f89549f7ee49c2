package dev.pipewright.app.versions;

import dev.pipewright.pipeline.Pipeline;
import java.time.Instant;

/// A pipeline as it was.
///
/// @param time when
/// @param kind why it was kept
/// @param pipeline as it was then
public record Version(Instant time, Kind kind, Pipeline pipeline) {

  /// Why a version was kept.
  public enum Kind {
    /// It was edited for a while, or another version was about to take its place.
    AUTOSAVED,
    /// It was what the project's file held.
    SAVED
  }
}
