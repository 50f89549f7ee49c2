package dev.pipewright.pipeline.component;

import java.io.IOException;

/// Does something when a run has ended, however it did: TFX's exit handler. It runs after all other
/// nodes, also of a run that failed or was cancelled, and is never cached.
@FunctionalInterface
public non-sealed interface ExitAction extends Component.Behavior {

  /// Does it; should take no longer than a second.
  ///
  /// @param finalStatus how the run ended, as JSON text in the fields that TFX's `FinalStatusStr`
  ///   has: `state` (`SUCCEEDED`, `FAILED` or `CANCELLED`), `error` with `code` and `message`,
  ///   `pipelineJobResourceName` (the run's name), `pipelineTaskName` (the node that failed)
  /// @throws dev.pipewright.pipeline.EngineException for what the user can mend
  void exit(Parameters parameters, String finalStatus) throws IOException;
}
