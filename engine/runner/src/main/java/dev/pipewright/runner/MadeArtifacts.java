package dev.pipewright.runner;

import dev.pipewright.metadata.ArtifactDraft;
import dev.pipewright.metadata.ArtifactId;
import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.ArtifactState;
import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.metadata.TfxTypes;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.PortSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// What a pipeline's runs made, read from ML Metadata. Safe for use by several threads.
///
/// @param pipeline the pipeline's name
/// @param unfinished the runs whose process was killed
/// @param cleared executions whose outputs are not to be taken again
record MadeArtifacts(
    MetadataReader store,
    RunRoot root,
    String pipeline,
    UnfinishedRuns unfinished,
    ClearedExecutions cleared) {

  /// The artifact that was brought in and is just this.
  Optional<ArtifactId> existing(ArtifactDraft wanted) {
    return store.artifactsAt(wanted.uri()).stream()
        .filter(a -> a.type().equals(wanted.type().name()))
        .filter(a -> a.state() == ArtifactState.LIVE)
        .filter(a -> a.properties().equals(wanted.properties()))
        .map(ArtifactRecord::id)
        .reduce((older, newer) -> newer);
  }

  /// What a complete execution with this key made, if all of it is still there.
  Optional<SequencedMap<String, List<OutputArtifact>>> find(String key, ComponentSpec spec)
      throws IOException {
    Optional<ContextRecord> context = store.context(TfxTypes.EXECUTION_CACHE.name(), key);
    if (context.isEmpty()) {
      return Optional.empty();
    }
    List<ExecutionRecord> complete =
        store.executionsIn(context.get().id(), EnumSet.of(ExecutionState.COMPLETE));
    for (ExecutionRecord execution : complete.reversed()) {
      if (cleared.contains(execution.id())) {
        continue;
      }
      SequencedMap<String, List<ArtifactRecord>> records = store.outputs(execution.id());
      if (records.keySet().containsAll(spec.outputs().stream().map(PortSpec::name).toList())
          && areIntact(records)) {
        return Optional.of(outputs(records));
      }
    }
    return Optional.empty();
  }

  /// Whether all are there, in the size that they had. To read them again would take too long.
  private boolean areIntact(Map<String, List<ArtifactRecord>> records) throws IOException {
    for (List<ArtifactRecord> list : records.values()) {
      for (ArtifactRecord record : list) {
        OutputArtifact output = output(record);
        Path uri = output.artifact().uri();
        if (record.state() != ArtifactState.LIVE
            || !Files.isDirectory(uri)
            || !Content.sizeOf(uri).isAsLargeAs(new Content("", output.files(), output.bytes()))) {
          return false;
        }
      }
    }
    return true;
  }

  private SequencedMap<String, List<OutputArtifact>> outputs(
      SequencedMap<String, List<ArtifactRecord>> records) {
    SequencedMap<String, List<OutputArtifact>> outputs = new LinkedHashMap<>();
    records.forEach((port, list) -> outputs.put(port, list.stream().map(this::output).toList()));
    return outputs;
  }

  /// What a node made or took from the cache last.
  Optional<SequencedMap<String, List<OutputArtifact>>> latest(NodeId node) {
    return store
        .context(TfxTypes.NODE.name(), TfxTypes.nodeName(pipeline, node.value()))
        .flatMap(
            context ->
                store
                    .executionsIn(
                        context.id(), EnumSet.of(ExecutionState.COMPLETE, ExecutionState.CACHED))
                    .stream()
                    .reduce((older, newer) -> newer))
        .map(this::outputs);
  }

  private SequencedMap<String, List<OutputArtifact>> outputs(ExecutionRecord execution) {
    SequencedMap<String, List<OutputArtifact>> outputs = outputs(store.outputs(execution.id()));
    ResolvedOutputs.read(execution.properties())
        .forEach((port, ids) -> outputs.put(port, ids.stream().map(this::artifact).toList()));
    return outputs;
  }

  /// The live artifacts of a type that this pipeline made, but for unfinished runs, the newest
  /// first.
  List<Artifact> ofType(ArtifactType type) {
    Set<ArtifactId> hidden = madeInUnfinished(type);
    return store
        .context(TfxTypes.PIPELINE.name(), pipeline)
        .map(context -> store.artifactsIn(context.id(), type.name()))
        .orElse(List.of())
        .reversed()
        .stream()
        .filter(record -> record.state() == ArtifactState.LIVE)
        .filter(record -> !hidden.contains(record.id()))
        .map(record -> output(record).artifact())
        .filter(artifact -> Files.exists(artifact.uri()))
        .toList();
  }

  private Set<ArtifactId> madeInUnfinished(ArtifactType type) {
    Set<ArtifactId> made = new TreeSet<>();
    for (String name : unfinished.names()) {
      Optional<ContextRecord> context = store.context(TfxTypes.PIPELINE_RUN.name(), name);
      if (context.isPresent()) {
        // What the run took from the cache is among them, but older than the run.
        store.artifactsIn(context.get().id(), type.name()).stream()
            .filter(record -> !record.created().isBefore(context.get().created()))
            .forEach(record -> made.add(record.id()));
      }
    }
    return made;
  }

  /// The artifact of this id.
  OutputArtifact artifact(ArtifactId id) {
    return output(store.artifact(id).orElseThrow());
  }

  private OutputArtifact output(ArtifactRecord record) {
    return StoredArtifacts.read(record, root);
  }

  /// How long a node's work took when it was last done; empty when it never was.
  Optional<Duration> lastDuration(NodeId node) {
    return store
        .context(TfxTypes.NODE.name(), TfxTypes.nodeName(pipeline, node.value()))
        .flatMap(
            context ->
                store.executionsIn(context.id(), EnumSet.of(ExecutionState.COMPLETE)).stream()
                    .reduce((older, newer) -> newer))
        .map(execution -> Duration.between(execution.created(), execution.updated()));
  }
}
