package dev.pipewright.metadata;

import java.util.List;
import java.util.SequencedMap;

/// What a publication became in the store.
///
/// @param execution the execution's id
/// @param outputs the ids of its artifacts, by output
public record Published(ExecutionId execution, SequencedMap<String, List<ArtifactId>> outputs) {

  public Published {
    outputs = Publication.copy(outputs);
  }
}
