package dev.pipewright.runner.root;

import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.metadata.TfxTypes;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A pipeline root on disk, as TFX 1.x makes them: folders `<node>/<output>/<execution>` and an ML
/// Metadata store, which may lie in it, above it, or apart from it.
///
/// @param opened what a person chose, absolute
/// @param folder where the artifacts are looked for, absolute
/// @param store the ML Metadata store; null where none was found
public record PipelineRoot(Path opened, Path folder, @Nullable Path store) {

  private static final String STORE = "metadata.db";

  /// What is at this path: a store, a folder with one, or a folder of artifacts. Empty for all
  /// else. A database that is no store is one: reading it tells.
  public static Optional<PipelineRoot> at(Path chosen) {
    Path path = chosen.toAbsolutePath().normalize();
    Path parent = path.getParent();
    if (Files.isRegularFile(path)) {
      return parent != null && Databases.isOne(path)
          ? Optional.of(new PipelineRoot(path, parent, path))
          : Optional.empty();
    }
    Path inside = path.resolve(STORE);
    if (Files.isRegularFile(inside)) {
      return Optional.of(new PipelineRoot(path, path, inside));
    }
    return FolderNodes.areAt(path)
        ? Optional.of(new PipelineRoot(path, path, storeNear(path).orElse(null)))
        : Optional.empty();
  }

  /// TFX's templates keep stores in `metadata/<pipeline>` beside `pipelines/<pipeline>`.
  private static Optional<Path> storeNear(Path root) {
    Path name = root.getFileName();
    Path above = root.getParent();
    if (name == null || above == null) {
      return Optional.empty();
    }
    Path higher = above.getParent();
    return Stream.concat(
            Stream.of(above.resolve(STORE)),
            higher == null
                ? Stream.empty()
                : Stream.of(
                    higher.resolve(STORE), higher.resolve("metadata").resolve(name).resolve(STORE)))
        .filter(Files::isRegularFile)
        .filter(store -> holds(store, root))
        .findFirst();
  }

  /// Whether artifacts of a store lie under a root.
  private static boolean holds(Path store, Path root) {
    try (MetadataReader reader = MetadataReader.openCopy(store)) {
      return reader.artifacts().stream().anyMatch(artifact -> isUnder(root, artifact));
    } catch (ArtifactException e) {
      return false; // Some other database: the root is read without it.
    }
  }

  private static boolean isUnder(Path root, ArtifactRecord artifact) {
    return Relocation.suffix(artifact.uri(), 3)
        .filter(suffix -> Files.exists(root.resolve(suffix)))
        .isPresent();
  }

  /// The pipelines that have run here, by name. Where a folder of artifacts was chosen, those alone
  /// that have some in it.
  ///
  /// @throws dev.pipewright.pipeline.EngineException when the store cannot be read or has none
  public List<String> pipelines() {
    if (store == null) {
      return List.of(folder.getFileName().toString());
    }
    try (MetadataReader reader = MetadataReader.openCopy(store)) {
      List<ContextRecord> all = reader.contextsOfType(TfxTypes.PIPELINE.name());
      if (all.isEmpty()) {
        throw new ArtifactException(
            "No pipeline has run here yet: the metadata store is empty.",
            Location.of(store),
            "Choose the metadata.db of a pipeline that has run.");
      }
      boolean isWhole = opened.equals(store) || store.startsWith(folder);
      List<String> here =
          all.stream()
              .filter(each -> !isWhole && hasFiles(reader, each))
              .map(ContextRecord::name)
              .toList();
      return (here.isEmpty() ? all.stream().map(ContextRecord::name).toList() : here)
          .stream().sorted().toList();
    }
  }

  private boolean hasFiles(MetadataReader reader, ContextRecord pipeline) {
    return reader.artifactsIn(pipeline.id()).stream().anyMatch(each -> isUnder(folder, each));
  }

  /// Reads a pipeline with all its runs.
  ///
  /// @param registry what is known of components
  /// @throws dev.pipewright.pipeline.EngineException when the store cannot be read, or the pipeline
  ///   is no longer in it
  public RootPipeline read(String pipeline, ComponentRegistry registry) {
    if (store == null) {
      return new FolderReading(this, registry).read(pipeline);
    }
    try (MetadataReader reader = MetadataReader.openCopy(store)) {
      ContextRecord context =
          reader
              .context(TfxTypes.PIPELINE.name(), pipeline)
              .orElseThrow(
                  () ->
                      new ArtifactException(
                          "The metadata store no longer has the pipeline " + pipeline + ".",
                          Location.of(store),
                          "Open the root again."));
      return new StoreReading(reader, this, context, registry).read();
    }
  }
}
