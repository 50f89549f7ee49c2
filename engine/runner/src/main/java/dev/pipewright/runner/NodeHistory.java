package dev.pipewright.runner;

import dev.pipewright.metadata.ArtifactId;
import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.EventType;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.metadata.PropertyValue;
import dev.pipewright.metadata.TfxTypes;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.file.JsonText;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What runs did with one node, read from ML Metadata: what it was given and what it made. May be
/// asked while a run is at work.
public final class NodeHistory {

  private final MetadataReader store;
  private final RunRoot root;
  private final Map<ArtifactId, String> makers = new HashMap<>();

  private NodeHistory(MetadataReader store, RunRoot root) {
    this.store = store;
    this.root = root;
  }

  /// An artifact that a node was given.
  ///
  /// @param maker the node that made it; empty where none did
  public record Given(OutputArtifact artifact, String maker) {}

  /// What else decides what a node makes.
  ///
  /// @param version the version of its component; 0 where that was not kept
  /// @param seed the pipeline's seed; null where that was not kept
  /// @param references the runtime parameter that each parameter had its value from, as
  ///   `train_args.num_steps` → `steps`
  public record Basis(long version, @Nullable Long seed, SortedMap<String, String> references) {}

  /// The node in a run.
  ///
  /// @param run the number of the run, from 1
  /// @param start when the node began
  /// @param parameters its parameters with defaults, as the run resolved them
  /// @param inputs what it was given, by input
  /// @param outputs what it made or took from the cache, by output
  /// @param basis what else decided it
  /// @param failure why it failed; null when it did not
  public record Past(
      int run,
      Instant start,
      Duration elapsed,
      ExecutionState state,
      SortedMap<String, ParameterValue> parameters,
      SequencedMap<String, List<Given>> inputs,
      SequencedMap<String, List<OutputArtifact>> outputs,
      Basis basis,
      @Nullable Failure failure) {}

  /// The runs under a root that came to a node, the newest first, under whatever name it and the
  /// pipeline ran.
  ///
  /// @throws dev.pipewright.pipeline.EngineException when the metadata store cannot be read
  public static List<Past> of(RunRoot root, Pipeline pipeline, NodeId node) {
    if (!Files.exists(root.metadata())) {
      return List.of();
    }
    try (MetadataReader store = MetadataReader.open(root.metadata())) {
      return new NodeHistory(store, root).read(pipeline, node);
    }
  }

  private List<Past> read(Pipeline pipeline, NodeId node) {
    PipelineRuns runs = PipelineRuns.of(store, root, pipeline.name());
    List<Past> found = new ArrayList<>();
    for (int number = runs.runs().size(); number > 0; number--) {
      PipelineRuns.Entry run = runs.runs().get(number - 1);
      Map<String, List<ExecutionRecord>> executions =
          store.executionsIn(run.run().id()).reversed().stream()
              .collect(Collectors.groupingBy(each -> runs.node(run, each)));
      int which = number;
      pipeline
          .nameIn(node, executions.keySet())
          .map(name -> executions.getOrDefault(name, List.of()))
          .ifPresent(mine -> mine.forEach(each -> found.add(past(each, which))));
    }
    return List.copyOf(found);
  }

  private Past past(ExecutionRecord execution, int run) {
    SortedMap<String, PropertyValue> custom = execution.properties().custom();
    SequencedMap<String, List<Given>> inputs = new LinkedHashMap<>();
    store
        .inputs(execution.id())
        .forEach((port, records) -> inputs.put(port, records.stream().map(this::given).toList()));
    return new Past(
        run,
        execution.created(),
        Duration.between(execution.created(), execution.updated()),
        execution.state(),
        parameters(execution),
        inputs,
        LatestReading.outputs(store, root, execution),
        new Basis(
            custom.get(Ledger.VERSION) instanceof PropertyValue.Int(long version) ? version : 0,
            custom.get(Ledger.SEED) instanceof PropertyValue.Int(long seed) ? seed : null,
            RuntimeReferences.read(custom)),
        execution.state() == ExecutionState.FAILED
            ? StoredFailure.read(custom).orElse(null)
            : null);
  }

  private Given given(ArtifactRecord record) {
    return new Given(
        StoredArtifacts.read(record, root), makers.computeIfAbsent(record.id(), this::maker));
  }

  private String maker(ArtifactId artifact) {
    return store.events(artifact).stream()
        .filter(event -> event.type() == EventType.OUTPUT)
        .map(event -> node(store.contextsOf(event.execution())))
        .findFirst()
        .orElse("");
  }

  private static String node(List<ContextRecord> contexts) {
    String prefix = name(contexts, TfxTypes.PIPELINE.name()) + ".";
    String node = name(contexts, TfxTypes.NODE.name());
    return node.startsWith(prefix) ? node.substring(prefix.length()) : node;
  }

  private static String name(List<ContextRecord> contexts, String type) {
    return contexts.stream()
        .filter(context -> context.type().equals(type))
        .map(ContextRecord::name)
        .findFirst()
        .orElse("");
  }

  /// Lists and objects are kept as JSON text.
  private static SortedMap<String, ParameterValue> parameters(ExecutionRecord execution) {
    SortedMap<String, ParameterValue> parameters = new TreeMap<>();
    PropertyMapping.read(execution.properties())
        .forEach((name, value) -> parameters.put(name, json(value).orElse(value)));
    return parameters;
  }

  private static Optional<ParameterValue> json(ParameterValue value) {
    if (!(value instanceof ParameterValue.Text(String text))
        || !(text.startsWith("{") || text.startsWith("["))) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonText.parse(text));
    } catch (ProjectException e) {
      return Optional.empty(); // It is a text that begins so.
    }
  }
}
