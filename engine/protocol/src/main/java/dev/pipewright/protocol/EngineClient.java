package dev.pipewright.protocol;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;

/// Who listens to the engine host.
@FunctionalInterface
public interface EngineClient {

  /// Something happened in a run. Events of a run come in order, and all of them before the run's
  /// result.
  @JsonNotification("run/event")
  void event(EventMessage event);
}
