package dev.pipewright.app.engine;

import dev.pipewright.protocol.EngineInfo;

/// How the engine host is.
public sealed interface EngineState {

  /// None was needed so far, or it was ended on purpose.
  record None() implements EngineState {}

  /// It is starting.
  record Starting() implements EngineState {}

  /// It answers.
  ///
  /// @param info who it is
  record Ready(EngineInfo info) implements EngineState {}

  /// It could not be started, or it ended by itself. The next run starts another.
  ///
  /// @param death how that came
  record Died(EngineDeath death) implements EngineState {}
}
