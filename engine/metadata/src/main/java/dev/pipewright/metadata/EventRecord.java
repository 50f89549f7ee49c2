package dev.pipewright.metadata;

import java.time.Instant;
import java.util.List;

/// That an execution read or wrote an artifact. An execution has one event at most of a type with
/// an artifact, however often it is linked.
///
/// @param artifact the artifact
/// @param execution the execution
/// @param type what the execution did with it
/// @param path the inputs or outputs of the execution that it was
/// @param time when
public record EventRecord(
    ArtifactId artifact, ExecutionId execution, EventType type, List<Slot> path, Instant time) {

  /// A place among the inputs or outputs of an execution. In the store it is two steps of an
  /// event's path.
  ///
  /// @param key the name of the input or output
  /// @param index the place in its list, from 0
  public record Slot(String key, long index) {}

  public EventRecord {
    path = List.copyOf(path);
  }
}
