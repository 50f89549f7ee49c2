package dev.pipewright.runner.root;

import dev.pipewright.metadata.ArtifactId;
import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.EventRecord;
import dev.pipewright.metadata.ExecutionId;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.metadata.TfxTypes;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.runner.RunHistory.Latest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Reads a pipeline from an ML Metadata store.
final class StoreReading {

  private final MetadataReader store;
  private final PipelineRoot root;
  private final ContextRecord pipeline;
  private final ComponentRegistry registry;
  private final Map<ArtifactId, ArtifactRecord> artifacts = new HashMap<>();
  private final Map<ExecutionId, Step> steps = new LinkedHashMap<>();
  private final Map<ExecutionId, NodeId> names = new HashMap<>();

  StoreReading(
      MetadataReader store, PipelineRoot root, ContextRecord pipeline, ComponentRegistry registry) {
    this.store = store;
    this.root = root;
    this.pipeline = pipeline;
    this.registry = registry;
  }

  RootPipeline read() {
    store.artifacts().forEach(each -> artifacts.put(each.id(), each));
    nameNodes();
    for (ExecutionRecord execution : store.executionsIn(pipeline.id())) {
      steps.put(execution.id(), step(execution));
    }
    SequencedMap<ContextRecord, List<Step>> runs = runs();
    List<List<Step>> newestFirst = new ArrayList<>(runs.values()).reversed();
    List<Node> nodes = nodes(newestFirst, new Wires(newestFirst).links());
    StoredRuns told = new StoredRuns(root, artifacts, new Relocation(root));
    List<Latest> latest = new ArrayList<>();
    runs.forEach((run, done) -> latest.addFirst(told.run(pipeline, run, done, latest.size() + 1)));
    return new RootPipeline(
        Pipeline.of(pipeline.name(), nodes),
        specs(nodes),
        told.withLiveness(latest),
        told.missing(),
        RootPipeline.Basis.METADATA);
  }

  /// Each run with its steps, the oldest first.
  private SequencedMap<ContextRecord, List<Step>> runs() {
    Collection<ContextRecord> all = store.children(pipeline.id());
    Predicate<ContextRecord> isRun =
        context ->
            context.type().equals(TfxTypes.PIPELINE_RUN.name()) || context.type().equals("run");
    if (all.stream().noneMatch(isRun)) {
      // Stores without parents of contexts: the run of an execution is one that it is in itself.
      Set<ContextRecord> found = new LinkedHashSet<>();
      steps.keySet().forEach(id -> found.addAll(store.contextsOf(id)));
      all = found;
    }
    SequencedMap<ContextRecord, List<Step>> runs = new LinkedHashMap<>();
    all.stream()
        .filter(isRun)
        .forEach(
            run ->
                runs.put(
                    run,
                    store.executionsIn(run.id()).stream()
                        .flatMap(each -> Optional.ofNullable(steps.get(each.id())).stream())
                        .toList()));
    return runs;
  }

  private void nameNodes() {
    String prefix = TfxTypes.nodeName(pipeline.name(), "");
    Set<String> taken = new HashSet<>();
    for (ContextRecord node : store.contextsOfType(TfxTypes.NODE.name())) {
      if (node.name().startsWith(prefix)) {
        NodeId id = NodeNames.free(node.name().substring(prefix.length()), taken);
        store.executionsIn(node.id()).forEach(each -> names.put(each.id(), id));
      }
    }
  }

  private Step step(ExecutionRecord execution) {
    List<EventRecord> events = store.events(execution.id());
    return new Step(
        names.computeIfAbsent(
            execution.id(),
            id -> NodeNames.free(NodeNames.simple(execution.type()), new HashSet<>())),
        execution,
        slots(events, event -> event.type().isInput()),
        slots(events, event -> event.type().isOutput()));
  }

  private static SequencedMap<String, List<ArtifactId>> slots(
      List<EventRecord> events, Predicate<EventRecord> wanted) {
    SequencedMap<String, TreeMap<Long, ArtifactId>> slots = new LinkedHashMap<>();
    events.stream()
        .filter(wanted)
        .forEach(
            event ->
                event
                    .path()
                    .forEach(
                        slot ->
                            slots
                                .computeIfAbsent(NodeNames.port(slot.key()), key -> new TreeMap<>())
                                .put(slot.index(), event.artifact())));
    SequencedMap<String, List<ArtifactId>> lists = new LinkedHashMap<>();
    slots.forEach((key, found) -> lists.put(key, List.copyOf(found.values())));
    return lists;
  }

  private List<Node> nodes(
      List<List<Step>> newestFirst, Map<NodeId, SequencedMap<String, List<Source>>> links) {
    SequencedMap<NodeId, Step> last = new LinkedHashMap<>();
    newestFirst.forEach(run -> run.forEach(step -> last.putIfAbsent(step.node(), step)));
    return last.values().stream()
        .map(
            step ->
                Node.of(step.node(), component(step))
                    .withParameters(parameters(step, newestFirst))
                    .withInputs(links.getOrDefault(step.node(), new LinkedHashMap<>())))
        .toList();
  }

  private String component(Step step) {
    return NodeNames.component(step.execution().type(), registry);
  }

  /// Those of the newest execution that has some: a failed one may have none.
  private Fields parameters(Step step, List<List<Step>> newestFirst) {
    Optional<ComponentSpec> spec = registry.find(component(step)).map(Component::spec);
    return newestFirst.stream()
        .flatMap(List::stream)
        .filter(each -> each.node().equals(step.node()))
        .map(each -> RecordedParameters.read(each.execution().properties(), spec))
        .filter(fields -> !fields.values().isEmpty())
        .findFirst()
        .orElse(Fields.EMPTY);
  }

  private java.util.SortedMap<String, ComponentSpec> specs(List<Node> nodes) {
    KnownSpecs specs = new KnownSpecs(registry);
    nodes.forEach(specs::node);
    for (Step step : steps.values()) {
      String component = component(step);
      step.inputs()
          .forEach(
              (port, found) -> type(found).ifPresent(type -> specs.input(component, port, type)));
      step.outputs()
          .forEach(
              (port, found) -> type(found).ifPresent(type -> specs.output(component, port, type)));
    }
    return specs.specs();
  }

  private Optional<ArtifactType> type(List<ArtifactId> found) {
    return found.stream()
        .flatMap(id -> Optional.ofNullable(artifacts.get(id)).stream())
        .map(record -> new ArtifactType(record.type()))
        .findFirst();
  }
}
