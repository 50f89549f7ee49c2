package dev.pipewright.app.engine;

/// How an engine host is started.
@FunctionalInterface
public interface EngineStarter {

  /// Starts a host. Comes soon, on any thread; whether the host answers is seen later.
  ///
  /// @throws dev.pipewright.pipeline.EnvironmentException when it cannot be started
  EngineConnection start();
}
