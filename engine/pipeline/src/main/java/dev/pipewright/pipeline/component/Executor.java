package dev.pipewright.pipeline.component;

import java.io.IOException;

/// Makes a node's outputs from its inputs. The outputs are a pure function of inputs' contents,
/// parameters, seed and the component's version. It may be killed at any instant: what it wrote is
/// thrown away, but for `Execution.workFolder()`.
@FunctionalInterface
public non-sealed interface Executor extends Component.Behavior {

  /// Does the work.
  ///
  /// @throws dev.pipewright.pipeline.EngineException for what the user can mend
  /// @throws InterruptedException when the run was cancelled, within a second of it
  void execute(Execution execution) throws IOException, InterruptedException;
}
