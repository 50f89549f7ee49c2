package dev.pipewright.runner;

import dev.pipewright.metadata.ArtifactDraft;
import dev.pipewright.metadata.ArtifactId;
import dev.pipewright.metadata.ArtifactState;
import dev.pipewright.metadata.ContextDraft;
import dev.pipewright.metadata.ExecutionDraft;
import dev.pipewright.metadata.ExecutionId;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.metadata.MetadataStore;
import dev.pipewright.metadata.MetadataType;
import dev.pipewright.metadata.Output;
import dev.pipewright.metadata.Properties;
import dev.pipewright.metadata.PropertyValue;
import dev.pipewright.metadata.Publication;
import dev.pipewright.metadata.Published;
import dev.pipewright.metadata.TfxTypes;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Importation.Imported;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
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
  static final String VERSION = PropertyMapping.OWN + "component_version";
  static final String SEED = PropertyMapping.OWN + "seed";
  static final String ERROR = PropertyMapping.OWN + "error";
  static final String EXTERNAL = "is_external";

  private final MetadataStore store;
  private final RunRoot root;
  private final String pipeline;
  private final long seed;
  private final String run;
  private final FingerprintMemory memory;
  private final MadeArtifacts made;

  Ledger(
      MetadataStore store,
      RunRoot root,
      Pipeline pipeline,
      String run,
      FingerprintMemory memory,
      MadeArtifacts made) {
    this.store = store;
    this.root = root;
    this.pipeline = pipeline.name();
    this.seed = pipeline.seed();
    this.run = run;
    this.memory = memory;
    this.made = made;
  }

  /// What earlier runs and this one made.
  MadeArtifacts made() {
    return made;
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

  private ExecutionDraft draft(Plan.Step step, ExecutionState state) {
    Map<String, PropertyValue> properties = PropertyMapping.parameters(step.parameters().fields());
    properties.put(VERSION, PropertyValue.of(step.spec().version()));
    properties.put(SEED, PropertyValue.of(seed));
    RuntimeReferences.keep(step.node().parameters(), properties);
    return new ExecutionDraft(
        TfxTypes.execution(step.spec().name()),
        UUID.randomUUID().toString(),
        state,
        Properties.custom(properties));
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
    return ids.stream().map(made::artifact).toList();
  }

  /// Something that lies in its place and is to be an artifact.
  record Made(
      ArtifactType type, Path uri, Content content, Map<String, ParameterValue> properties) {}

  /// The draft of something that lies outside the root.
  static ArtifactDraft external(Made made) {
    return draft(made, 1);
  }

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

  /// Records that a node begins that neither reads nor makes artifacts.
  long begun(Plan.Step step) {
    return store
        .put(
            Publication.start(
                draft(step, ExecutionState.RUNNING),
                contexts(step.id(), null),
                new LinkedHashMap<>()))
        .execution()
        .value();
  }

  /// Records that such a node has ended well.
  void ended(long execution) {
    store.finish(
        new ExecutionId(execution),
        ExecutionState.COMPLETE,
        Map.of(),
        List.of(),
        new LinkedHashMap<>());
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
    Made brought = new Made(imported.type(), imported.uri(), content, imported.properties());
    Output output =
        imported.reuse() == Imported.Reuse.NEVER
            ? new Output.Made(external(brought))
            : made.existing(external(brought))
                .<Output>map(Output.Reused::new)
                .orElse(new Output.Made(external(brought)));
    return store.put(
        new Publication(
            draft(step, ExecutionState.COMPLETE),
            contexts(step.id(), null),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(Map.of(imported.output(), List.of(output)))));
  }
}
