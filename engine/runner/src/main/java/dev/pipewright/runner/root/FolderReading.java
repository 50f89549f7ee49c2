package dev.pipewright.runner.root;

import dev.pipewright.metadata.ExecutionId;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.runner.OutputArtifact;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunHistory.LatestNode;
import dev.pipewright.runner.RunHistory.Liveness;
import dev.pipewright.runner.RunHistory.PastNode;
import dev.pipewright.runner.RunHistory.PastRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads a pipeline from the folders of a root that has no metadata store. Nodes and artifacts are
/// there; which component a node is and what it read is guessed by TFX's usual names, and no link
/// is drawn where two nodes could be meant.
final class FolderReading {

  private static final Map<String, ArtifactType> USUAL =
      Map.ofEntries(
          Map.entry("examples", ArtifactType.EXAMPLES),
          Map.entry("transformed_examples", ArtifactType.EXAMPLES),
          Map.entry("statistics", ArtifactType.EXAMPLE_STATISTICS),
          Map.entry("schema", ArtifactType.SCHEMA),
          Map.entry("anomalies", ArtifactType.EXAMPLE_ANOMALIES),
          Map.entry("transform_graph", ArtifactType.TRANSFORM_GRAPH),
          Map.entry("updated_analyzer_cache", ArtifactType.TRANSFORM_CACHE),
          Map.entry("pre_transform_schema", ArtifactType.SCHEMA),
          Map.entry("post_transform_schema", ArtifactType.SCHEMA),
          Map.entry("pre_transform_stats", ArtifactType.EXAMPLE_STATISTICS),
          Map.entry("post_transform_stats", ArtifactType.EXAMPLE_STATISTICS),
          Map.entry("post_transform_anomalies", ArtifactType.EXAMPLE_ANOMALIES),
          Map.entry("model", ArtifactType.MODEL),
          Map.entry("model_run", ArtifactType.MODEL_RUN),
          Map.entry("evaluation", ArtifactType.MODEL_EVALUATION),
          Map.entry("blessing", ArtifactType.MODEL_BLESSING),
          Map.entry("best_hyperparameters", ArtifactType.HYPER_PARAMETERS),
          Map.entry("pushed_model", ArtifactType.PUSHED_MODEL));

  private final PipelineRoot root;
  private final ComponentRegistry registry;
  private final SequencedMap<NodeId, SequencedMap<String, Path>> outputs = new LinkedHashMap<>();
  private final SequencedMap<NodeId, Long> executions = new LinkedHashMap<>();

  FolderReading(PipelineRoot root, ComponentRegistry registry) {
    this.root = root;
    this.registry = registry;
  }

  RootPipeline read(String name) {
    Set<String> taken = new HashSet<>();
    FolderNodes.of(root.folder())
        .forEach(
            (node, made) -> {
              NodeId id = NodeNames.free(node, taken);
              SequencedMap<String, Path> last = new LinkedHashMap<>();
              made.forEach(
                  (port, numbered) ->
                      last.put(NodeNames.port(port), numbered.lastEntry().getValue()));
              outputs.put(id, last);
              executions.put(
                  id, made.values().stream().mapToLong(TreeMap::lastKey).max().orElse(0));
            });
    List<NodeId> inOrder = new ArrayList<>(outputs.keySet());
    inOrder.sort((a, b) -> Long.compare(execution(a), execution(b)));
    List<Node> nodes = inOrder.stream().map(this::node).toList();
    KnownSpecs specs = new KnownSpecs(registry);
    nodes.forEach(node -> describe(node, specs));
    return new RootPipeline(
        Pipeline.of(name, nodes),
        specs.specs(),
        List.of(run(name, nodes)),
        new TreeMap<>(),
        RootPipeline.Basis.FOLDERS);
  }

  private long execution(NodeId id) {
    return Objects.requireNonNull(executions.get(id));
  }

  private SequencedMap<String, Path> outputs(NodeId id) {
    return Objects.requireNonNull(outputs.get(id));
  }

  private Node node(NodeId id) {
    String component = component(id);
    SequencedMap<String, List<Source>> inputs = new LinkedHashMap<>();
    spec(component)
        .map(ComponentSpec::inputs)
        .orElse(List.of())
        .forEach(port -> source(id, port).ifPresent(s -> inputs.put(port.name(), List.of(s))));
    return Node.of(id, component).withInputs(inputs);
  }

  private Optional<ComponentSpec> spec(String component) {
    return registry.find(component).map(Component::spec);
  }

  /// TFX names a node after its component unless it is told otherwise; `Trainer.second` is TFX's
  /// way to tell two apart.
  private String component(NodeId id) {
    String name = id.value();
    String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    return spec(first).isPresent() ? first : name;
  }

  private Optional<Source> source(NodeId id, PortSpec input) {
    boolean isTrained =
        component(id).equals("Trainer") && input.type().equals(ArtifactType.EXAMPLES);
    String wanted = isTrained ? "transformed_examples" : input.name();
    List<Source> named = named(id, isTrained ? wanted : input.name());
    if (named.isEmpty() && isTrained) {
      named = named(id, input.name());
    }
    if (named.isEmpty() && input.name().equals("model_blessing")) {
      named = named(id, "blessing");
    }
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  private List<Source> named(NodeId reader, String port) {
    return outputs.entrySet().stream()
        .filter(each -> !each.getKey().equals(reader) && each.getValue().containsKey(port))
        .filter(each -> execution(each.getKey()) < execution(reader))
        .map(each -> new Source(each.getKey(), port))
        .toList();
  }

  private void describe(Node node, KnownSpecs specs) {
    specs.node(node);
    node.inputs()
        .forEach(
            (port, sources) ->
                specs.input(
                    node.component(),
                    port,
                    type(component(sources.getFirst().node()), sources.getFirst().port())));
    outputs(node.id())
        .keySet()
        .forEach(port -> specs.output(node.component(), port, type(node.component(), port)));
  }

  private ArtifactType type(String component, String port) {
    return spec(component)
        .flatMap(spec -> spec.output(port))
        .map(PortSpec::type)
        .orElse(USUAL.getOrDefault(port, new ArtifactType("Artifact")));
  }

  private Latest run(String name, List<Node> nodes) {
    SequencedMap<String, PastNode> past = new LinkedHashMap<>();
    SortedMap<String, LatestNode> latest = new TreeMap<>();
    Instant start = Instant.MAX;
    Instant end = Instant.MIN;
    for (Node node : nodes) {
      Instant time = time(node.id());
      start = time.isBefore(start) ? time : start;
      end = time.isAfter(end) ? time : end;
      PastNode done =
          new PastNode(
              new ExecutionId(execution(node.id())), ExecutionState.COMPLETE, Duration.ZERO);
      past.put(node.id().value(), done);
      latest.put(node.id().value(), new LatestNode(done, 1, time, null, made(node)));
    }
    PastRun run = new PastRun(name, name, start, Duration.between(start, end), past);
    return new Latest(run, 1, Liveness.ENDED, latest);
  }

  private SequencedMap<String, List<OutputArtifact>> made(Node node) {
    SequencedMap<String, List<OutputArtifact>> made = new LinkedHashMap<>();
    outputs(node.id())
        .forEach(
            (port, folder) -> {
              Artifact artifact =
                  Artifact.of(
                      execution(node.id()),
                      type(node.component(), port),
                      folder,
                      folder.toString(),
                      Map.of());
              made.put(port, List.of(Sizes.of(artifact, folder)));
            });
    return made;
  }

  private Instant time(NodeId id) {
    Instant latest = Instant.EPOCH;
    for (Path folder : outputs(id).values()) {
      try {
        Instant time = Files.getLastModifiedTime(folder).toInstant();
        latest = time.isAfter(latest) ? time : latest;
      } catch (IOException e) {
        // It was there a moment ago; the others tell the time.
      }
    }
    return latest;
  }
}
