package dev.pipewright.app.run;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import java.time.Instant;

/// An artifact as a line of a table.
///
/// @param id its id in ML Metadata
/// @param node the node that made or found it
/// @param port the output that it is
/// @param type its type
/// @param folder where it lies
/// @param bytes how large it is, or -1 where that is not known
/// @param time when the node's execution ended
/// @param run the number of the run in which the node made or found it last, from 1
public record ArtifactRow(
    long id,
    NodeId node,
    String port,
    ArtifactType type,
    Path folder,
    long bytes,
    Instant time,
    int run) {

  /// The same artifact of a node that has this name now.
  ArtifactRow of(NodeId now) {
    return new ArtifactRow(id, now, port, type, folder, bytes, time, run);
  }
}
