package dev.pipewright.runner;

import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.ExecutionId;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.metadata.TfxTypes;
import dev.pipewright.pipeline.Location;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunHistory.LatestNode;
import dev.pipewright.runner.RunHistory.Liveness;
import dev.pipewright.runner.RunHistory.PastNode;
import dev.pipewright.runner.RunHistory.PastRun;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Goes back through a pipeline's runs until every node is found as it was left, which mostly is in
/// the last run.
final class LatestReading {

  private final MetadataReader store;
  private final RunRoot root;
  private final ContextRecord pipeline;
  private final SortedMap<String, LatestNode> nodes = new TreeMap<>();
  private final SortedMap<String, SequencedMap<String, List<OutputArtifact>>> outputs =
      new TreeMap<>();

  LatestReading(MetadataReader store, RunRoot root, ContextRecord pipeline) {
    this.store = store;
    this.root = root;
    this.pipeline = pipeline;
  }

  Latest read() {
    List<ContextRecord> runs = store.children(pipeline.id());
    List<ContextRecord> numbers = RunHistory.inOrder(store);
    long known =
        store.contextsOfType(TfxTypes.NODE.name()).stream()
            .filter(node -> node.name().startsWith(prefix()))
            .count();
    for (int i = runs.size(); i > 0 && outputs.size() < known; i--) {
      ContextRecord run = runs.get(i - 1);
      visit(store.executionsIn(run.id()), number(numbers, run));
    }
    nodes.replaceAll((name, node) -> with(node, outputs.getOrDefault(name, none())));
    ContextRecord last = runs.getLast();
    return new Latest(past(last), number(numbers, last), liveness(), nodes);
  }

  private static int number(List<ContextRecord> all, ContextRecord run) {
    return 1 + all.stream().map(ContextRecord::id).toList().lastIndexOf(run.id());
  }

  private void visit(List<ExecutionRecord> executions, int run) {
    for (ExecutionRecord execution : executions.reversed()) {
      String name = name(execution);
      nodes.computeIfAbsent(name, n -> node(execution, run));
      if (execution.state().isSuccess()) {
        outputs.computeIfAbsent(name, n -> outputs(store, root, execution));
      }
    }
  }

  private PastRun past(ContextRecord run) {
    Map<ExecutionId, String> names = new TreeMap<>();
    store.executionsIn(run.id()).forEach(e -> names.put(e.id(), name(e)));
    return RunHistory.run(store, pipeline, run, names);
  }

  private Liveness liveness() {
    boolean seemsAtWork = nodes.values().stream().anyMatch(node -> !node.last().state().isFinal());
    return seemsAtWork && RootLock.isTaken(root) ? Liveness.AT_WORK : Liveness.ENDED;
  }

  private String name(ExecutionRecord execution) {
    return store.contextsOf(execution.id()).stream()
        .filter(context -> context.type().equals(TfxTypes.NODE.name()))
        .map(ContextRecord::name)
        .filter(name -> name.startsWith(prefix()))
        .map(name -> name.substring(prefix().length()))
        .findFirst()
        .orElse(execution.type());
  }

  private String prefix() {
    return TfxTypes.nodeName(pipeline.name(), "");
  }

  private LatestNode node(ExecutionRecord execution, int run) {
    Duration elapsed = Duration.between(execution.created(), execution.updated());
    Failure failure =
        execution.state() == ExecutionState.FAILED
            ? StoredFailure.read(execution.properties().custom())
                .orElse(new Failure("It failed, and nothing tells why.", Location.NONE, ""))
            : null;
    return new LatestNode(
        new PastNode(execution.id(), execution.state(), elapsed),
        run,
        execution.updated(),
        failure,
        none());
  }

  private static LatestNode with(
      LatestNode node, SequencedMap<String, List<OutputArtifact>> outputs) {
    return new LatestNode(node.last(), node.run(), node.end(), node.failure(), outputs);
  }

  private static SequencedMap<String, List<OutputArtifact>> none() {
    return new LinkedHashMap<>();
  }

  /// What an execution made, took from the cache or found, by output.
  static SequencedMap<String, List<OutputArtifact>> outputs(
      MetadataReader store, RunRoot root, ExecutionRecord execution) {
    SequencedMap<String, List<OutputArtifact>> made = new LinkedHashMap<>();
    store
        .outputs(execution.id())
        .forEach(
            (port, records) ->
                made.put(port, records.stream().map(r -> StoredArtifacts.read(r, root)).toList()));
    ResolvedOutputs.read(execution.properties())
        .forEach(
            (port, ids) ->
                made.put(
                    port,
                    ids.stream()
                        .flatMap(id -> store.artifact(id).stream())
                        .map(r -> StoredArtifacts.read(r, root))
                        .toList()));
    return made;
  }
}
