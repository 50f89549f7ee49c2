package dev.pipewright.runner;

import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.metadata.TfxTypes;
import dev.pipewright.pipeline.Location;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunHistory.LatestNode;
import dev.pipewright.runner.RunHistory.Liveness;
import dev.pipewright.runner.RunHistory.PastNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Goes back through a pipeline's runs until every node is found as it was left, which mostly is in
/// the last run.
final class LatestReading {

  private final MetadataReader store;
  private final RunRoot root;
  private final PipelineRuns runs;
  private final SortedMap<String, LatestNode> nodes = new TreeMap<>();
  private final SortedMap<String, SequencedMap<String, List<OutputArtifact>>> outputs =
      new TreeMap<>();

  /// @param runs one or more
  LatestReading(MetadataReader store, RunRoot root, PipelineRuns runs) {
    this.store = store;
    this.root = root;
    this.runs = runs;
  }

  /// How all runs have left the pipeline.
  Latest read() {
    int known = known();
    for (int number = runs.runs().size(); number > 0 && outputs.size() < known; number--) {
      visit(number);
    }
    return told(runs.runs().size());
  }

  /// One run as it was, whatever came later.
  Latest read(int number) {
    visit(number);
    return told(number);
  }

  private Latest told(int number) {
    nodes.replaceAll((name, node) -> with(node, outputs.getOrDefault(name, none())));
    return new Latest(runs.past(runs.runs().get(number - 1)), number, liveness(), nodes);
  }

  /// How many nodes there are to be found.
  private int known() {
    Set<String> prefixes =
        runs.runs().stream()
            .map(run -> TfxTypes.nodeName(run.pipeline().name(), ""))
            .collect(Collectors.toSet());
    return (int)
        store.contextsOfType(TfxTypes.NODE.name()).stream()
            .map(ContextRecord::name)
            .filter(name -> prefixes.stream().anyMatch(name::startsWith))
            .count();
  }

  private void visit(int number) {
    PipelineRuns.Entry run = runs.runs().get(number - 1);
    for (ExecutionRecord execution : store.executionsIn(run.run().id()).reversed()) {
      String name = runs.node(run, execution);
      nodes.computeIfAbsent(name, n -> node(execution, number));
      if (execution.state().isSuccess()) {
        outputs.computeIfAbsent(name, n -> outputs(store, root, execution));
      }
    }
  }

  private Liveness liveness() {
    boolean seemsAtWork = nodes.values().stream().anyMatch(node -> !node.last().state().isFinal());
    return seemsAtWork && RootLock.isTaken(root) ? Liveness.AT_WORK : Liveness.ENDED;
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
