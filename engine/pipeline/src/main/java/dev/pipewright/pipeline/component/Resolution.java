package dev.pipewright.pipeline.component;

import java.util.List;
import java.util.Map;

/// Finds a node's outputs among the artifacts that earlier runs of the pipeline left.
@FunctionalInterface
public non-sealed interface Resolution extends Component.Behavior {

  /// The artifacts for each output; an output that is absent stays empty, and optional inputs
  /// linked to it too.
  Map<String, List<Artifact>> resolve(History history, Parameters parameters);

  /// What earlier runs of this pipeline left, the newest first.
  interface History {

    /// The live artifacts of this type that this pipeline's executions made.
    List<Artifact> ofType(ArtifactType type);
  }
}
