package dev.pipewright.nodes;

import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.ExecutionId;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.metadata.TfxTypes;
import dev.pipewright.runner.RunRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What ML Metadata knows of an artifact that lies in the root of runs:
/// `<root>/<node>/<output>/<execution>`. Reads a database: not for the JavaFX thread.
public final class RunRecords {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private RunRecords() {}

  /// The record of the artifact in this folder; empty when the folder is in no root.
  ///
  /// @throws dev.pipewright.pipeline.EngineException when the metadata store cannot be read
  public static Optional<ArtifactRecord> artifact(Path folder) {
    return root(folder)
        .flatMap(
            root -> {
              try (MetadataReader store = open(root)) {
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

  /// Roots of others are not touched.
  private static MetadataReader open(RunRoot root) {
    return root.isOurs()
        ? MetadataReader.open(root.metadata())
        : MetadataReader.openCopy(root.metadata());
  }

  private static OptionalInt run(RunRoot root, Path folder) {
    String execution = String.valueOf(folder.getFileName());
    if (!NUMBER.matcher(execution).matches()) {
      return OptionalInt.empty();
    }
    try (MetadataReader store = open(root)) {
      return run(store, new ExecutionId(Long.parseLong(execution)));
    }
  }

  private static OptionalInt run(MetadataReader store, ExecutionId execution) {
    List<ContextRecord> contexts = store.contextsOf(execution);
    for (ContextRecord run : contexts) {
      for (ContextRecord pipeline : contexts) {
        if (run.type().equals(TfxTypes.PIPELINE_RUN.name())
            && pipeline.type().equals(TfxTypes.PIPELINE.name())) {
          int at =
              store.children(pipeline.id()).stream()
                  .map(ContextRecord::id)
                  .toList()
                  .indexOf(run.id());
          return at < 0 ? OptionalInt.empty() : OptionalInt.of(at + 1);
        }
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
