package dev.pipewright.nodes;

import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.runner.RunHistory;
import dev.pipewright.runner.RunHistory.PastRun;
import dev.pipewright.runner.RunRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What ML Metadata knows of an artifact that lies in the root of runs:
/// `<root>/<node>/<output>/<execution>`. Reads a database: not for the JavaFX thread.
public final class RunRecords {

  private RunRecords() {}

  /// The record of the artifact in this folder; empty when the folder is in no root.
  ///
  /// @throws dev.pipewright.pipeline.EngineException when the metadata store cannot be read
  public static Optional<ArtifactRecord> artifact(Path folder) {
    return root(folder)
        .flatMap(
            root -> {
              try (MetadataReader store = MetadataReader.open(root.metadata())) {
                return store.artifactsAt(folder.toString()).stream().findFirst();
              }
            });
  }

  /// The number, from 1, of the run of its pipeline that made the artifact in this folder; empty
  /// when that is not known.
  ///
  /// @throws dev.pipewright.pipeline.EngineException when the metadata store cannot be read
  public static OptionalInt run(Path folder) {
    return root(folder).map(root -> run(root, folder)).orElse(OptionalInt.empty());
  }

  private static OptionalInt run(RunRoot root, Path folder) {
    String execution = String.valueOf(folder.getFileName());
    Map<String, Integer> counts = new HashMap<>();
    for (PastRun run : RunHistory.runs(root).reversed()) {
      int number = counts.merge(run.pipeline(), 1, Integer::sum);
      boolean isMaker =
          run.nodes().values().stream()
              .anyMatch(node -> Long.toString(node.execution().value()).equals(execution));
      if (isMaker) {
        return OptionalInt.of(number);
      }
    }
    return OptionalInt.empty();
  }

  private static Optional<RunRoot> root(Path folder) {
    return Optional.of(folder.toAbsolutePath().normalize())
        .map(Path::getParent)
        .map(Path::getParent)
        .map(Path::getParent)
        .map(RunRoot::new)
        .filter(root -> Files.isRegularFile(root.metadata()));
  }
}
