package dev.pipewright.metadata;

import java.util.List;

/// A part of the graph of artifacts and executions; each list is sorted by id.
///
/// @param artifacts the artifacts
/// @param executions the executions
/// @param events the edges between them
public record Lineage(
    List<ArtifactRecord> artifacts, List<ExecutionRecord> executions, List<EventRecord> events) {

  public Lineage {
    artifacts = List.copyOf(artifacts);
    executions = List.copyOf(executions);
    events = List.copyOf(events);
  }
}
