package dev.pipewright.runner;

import dev.pipewright.metadata.ArtifactDraft;
import dev.pipewright.metadata.ArtifactId;
import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.ArtifactState;
import dev.pipewright.metadata.ContextDraft;
import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.ExecutionDraft;
import dev.pipewright.metadata.ExecutionId;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.metadata.MetadataStore;
import dev.pipewright.metadata.MetadataType;
import dev.pipewright.metadata.Output;
import dev.pipewright.metadata.Properties;
import dev.pipewright.metadata.Publication;
import dev.pipewright.metadata.Published;
import dev.pipewright.metadata.TfxTypes;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.Importation.Imported;
import dev.pipewright.pipeline.component.PortSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one run reads from and records in ML Metadata, laid out as TFX's launcher does. Safe for
/// use by several threads.
final class Ledger {

  /// TFX's readers compare it as a Python version: it says whose layout this is, and whose work.
  static final String TFX_VERSION = "1.21.0+pipewright.0.1.0";

  static final String FINGERPRINT = PropertyMapping.OWN + "fingerprint";
  static final String FILES = PropertyMapping.OWN + "files";
  static final String BYTES = PropertyMapping.OWN + "bytes";
  static final String ERROR = PropertyMapping.OWN + "error";
  static final String EXTERNAL = "is_external";

  private final MetadataStore store;
  private final RunRoot root;
  private final String pipeline;
  private final String run;
  private final FingerprintMemory memory;
  private final UnfinishedRuns unfinished;

  Ledger(
      MetadataStore store,
      RunRoot root,
      String pipeline,
      String run,
      FingerprintMemory memory,
      UnfinishedRuns unfinished) {
    this.store = store;
    this.root = root;
    this.pipeline = pipeline;
    this.run = run;
    this.memory = memory;
    this.unfinished = unfinished;
  }

  private List<ContextDraft> contexts(NodeId node, @Nullable String key) {
    List<ContextDraft> contexts =
        new ArrayList<>(
            List.of(
                TfxTypes.pipeline(pipeline),
                TfxTypes.run(pipeline, run),
                TfxTypes.node(pipeline, node.value())));
    if (key != null) {
      contexts.add(TfxTypes.executionCache(key));
    }
    return contexts;
  }

  private static ExecutionDraft draft(Plan.Step step, ExecutionState state) {
    return new ExecutionDraft(
        TfxTypes.execution(step.spec().name()),
        UUID.randomUUID().toString(),
        state,
        Properties.custom(PropertyMapping.parameters(step.parameters().fields())));
  }

  private static SequencedMap<String, List<ArtifactId>> ids(Map<String, List<Artifact>> inputs) {
    SequencedMap<String, List<ArtifactId>> ids = new LinkedHashMap<>();
    inputs.forEach(
        (port, artifacts) -> {
          if (!artifacts.isEmpty()) {
            ids.put(port, artifacts.stream().map(a -> new ArtifactId(a.id())).toList());
          }
        });
    return ids;
  }

  /// Records that a node begins to work.
  long start(Plan.Step step, String key, Map<String, List<Artifact>> inputs) {
    return store
        .put(
            Publication.start(
                draft(step, ExecutionState.RUNNING), contexts(step.id(), key), ids(inputs)))
        .execution()
        .value();
  }

  /// Records that a node has made its outputs, which are in place.
  SequencedMap<String, List<OutputArtifact>> done(
      Plan.Step step, long execution, String key, SequencedMap<String, Made> made) {
    SequencedMap<String, List<Output>> outputs = new LinkedHashMap<>();
    made.forEach((port, output) -> outputs.put(port, List.of(new Output.Made(draft(output, 0)))));
    Published published =
        store.finish(
            new ExecutionId(execution),
            ExecutionState.COMPLETE,
            Map.of(),
            contexts(step.id(), key),
            outputs);
    SequencedMap<String, List<OutputArtifact>> artifacts = new LinkedHashMap<>();
    published.outputs().forEach((port, ids) -> artifacts.put(port, read(ids)));
    return artifacts;
  }

  private List<OutputArtifact> read(List<ArtifactId> ids) {
    return ids.stream().map(id -> output(store.artifact(id).orElseThrow())).toList();
  }

  /// Something that lies in its place and is to be an artifact.
  record Made(
      ArtifactType type, Path uri, Content content, Map<String, ParameterValue> properties) {}

  private static ArtifactDraft draft(Made made, int isExternal) {
    MetadataType type = TfxTypes.artifact(made.type.name());
    Map<String, ParameterValue> values = new TreeMap<>(made.properties);
    values.put("tfx_version", ParameterValue.of(TFX_VERSION));
    values.put(EXTERNAL, ParameterValue.of(isExternal));
    values.put(FINGERPRINT, ParameterValue.of(made.content.fingerprint()));
    values.put(FILES, ParameterValue.of(made.content.files()));
    values.put(BYTES, ParameterValue.of(made.content.bytes()));
    return new ArtifactDraft(
        type, made.uri.toString(), ArtifactState.LIVE, PropertyMapping.artifact(type, values));
  }

  /// Records that a node ended without outputs.
  void failed(long execution, ExecutionState state, Failure reason) {
    store.finish(
        new ExecutionId(execution),
        state,
        StoredFailure.properties(reason),
        List.of(),
        new LinkedHashMap<>());
  }

  /// Records that a node's outputs were there.
  long cached(
      Plan.Step step,
      String key,
      Map<String, List<Artifact>> inputs,
      SequencedMap<String, List<OutputArtifact>> found) {
    SequencedMap<String, List<Output>> outputs = new LinkedHashMap<>();
    found.forEach(
        (port, artifacts) ->
            outputs.put(
                port,
                artifacts.stream()
                    .<Output>map(a -> new Output.Reused(new ArtifactId(a.artifact().id())))
                    .toList()));
    return store
        .put(
            new Publication(
                draft(step, ExecutionState.CACHED), contexts(step.id(), key), ids(inputs), outputs))
        .execution()
        .value();
  }

  /// Records that a node resolved its outputs: an execution without events, as TFX has it. What it
  /// found is kept in properties of our own.
  long resolved(Plan.Step step, SequencedMap<String, List<OutputArtifact>> found) {
    ExecutionDraft draft = draft(step, ExecutionState.COMPLETE);
    return store
        .put(
            Publication.start(
                new ExecutionDraft(
                    draft.type(),
                    draft.name(),
                    draft.state(),
                    ResolvedOutputs.add(draft.properties(), found)),
                contexts(step.id(), null),
                new LinkedHashMap<>()))
        .execution()
        .value();
  }

  /// Records what a node brought in, as an artifact of its own or one there is.
  Published imported(Plan.Step step, Imported imported) throws IOException {
    Content content = Content.of(imported.uri(), memory);
    Made made = new Made(imported.type(), imported.uri(), content, imported.properties());
    Output output =
        imported.reuse() == Imported.Reuse.NEVER
            ? new Output.Made(draft(made, 1))
            : existing(made)
                .<Output>map(Output.Reused::new)
                .orElse(new Output.Made(draft(made, 1)));
    return store.put(
        new Publication(
            draft(step, ExecutionState.COMPLETE),
            contexts(step.id(), null),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(Map.of(imported.output(), List.of(output)))));
  }

  private Optional<ArtifactId> existing(Made made) {
    ArtifactDraft wanted = draft(made, 1);
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
        .map(execution -> outputs(store.outputs(execution.id())));
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
}
