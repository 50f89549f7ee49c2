package dev.pipewright.app.engine;

import dev.pipewright.app.settings.EngineLimits;

/// How an engine host is started.
@FunctionalInterface
public interface EngineStarter {

  /// Starts a host. Comes soon, on any thread; whether the host answers is seen later.
  ///
  /// @throws dev.pipewright.pipeline.EnvironmentException when it cannot be started
  EngineConnection start();

  /// Has the hosts that are started from now on take no more than this. Comes on any thread.
  default void limit(EngineLimits limits) {}
}
