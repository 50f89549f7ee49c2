package dev.pipewright.app.engine;

import dev.pipewright.protocol.RunResult;
import dev.pipewright.runner.Failure;

/// How the engine's work on a run came to its end.
public sealed interface RunEnd {

  /// The run ended, be it with failed nodes.
  ///
  /// @param result how
  record Ended(RunResult result) implements RunEnd {}

  /// The run did not begin.
  ///
  /// @param failure why
  record Refused(Failure failure) implements RunEnd {}

  /// The engine ended before the run did, or could not be started.
  ///
  /// @param death how that came
  record EngineDied(EngineDeath death) implements RunEnd {}

  /// The run was stopped before the engine heard of it.
  record NotBegun() implements RunEnd {}

  /// The engine was ended on purpose, as one is that does not stop a run.
  record EngineEnded() implements RunEnd {}
}
