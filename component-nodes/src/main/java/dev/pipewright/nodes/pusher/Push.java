package dev.pipewright.nodes.pusher;

import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.PropertyValue;
import dev.pipewright.nodes.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// What a Pusher did.
///
/// @param isPushed whether it pushed a model
/// @param version the version's name; empty where that is not recorded
/// @param destination the version's folder; empty where that is not recorded
record Push(boolean isPushed, String version, String destination) {

  static Push read(Path folder) throws IOException {
    Optional<ArtifactRecord> record = RunRecords.artifact(folder);
    return new Push(
        !isEmpty(folder), text(record, "pushed_version"), text(record, "pushed_destination"));
  }

  /// The output of a Pusher that did not push is an empty folder.
  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static String text(Optional<ArtifactRecord> record, String property) {
    return record.flatMap(r -> r.properties().get(property)).orElse(null)
            instanceof PropertyValue.Text(String text)
        ? text
        : "";
  }
}
