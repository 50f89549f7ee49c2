package dev.pipewright.app.run;

import dev.pipewright.app.text.Texts;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Topology;
import dev.pipewright.runner.Failure;
import dev.pipewright.runner.OutputArtifact;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunHistory.LatestNode;
import dev.pipewright.runner.RunHistory.Liveness;
import dev.pipewright.runner.RunHistory.PastNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Tells of a pipeline's earlier runs in the words in which a run at work is told.
///
/// @param latest how the runs have left the pipeline
/// @param document the pipeline as it is now
record PastRuns(Latest latest, Pipeline document) {

  private static final Texts TEXTS = Texts.of(PastRuns.class);

  /// Whether a run goes on, in another process.
  boolean isAtWork() {
    return latest.liveness() == Liveness.AT_WORK;
  }

  /// How a node is. One that the last run did not come to, since a node that it needs was not done,
  /// has left no trace there: it is told from that node.
  NodeStatus status(NodeId id) {
    if (document.nameIn(id, latest.run().nodes().keySet()).isEmpty()) {
      Optional<NodeStatus> stopped = stopped(id);
      if (stopped.isPresent()) {
        return stopped.get();
      }
    }
    return left(id).map(this::status).orElse(NodeStatus.NEW);
  }

  /// How runs have left a node, under whatever name it ran.
  private Optional<LatestNode> left(NodeId id) {
    return document
        .nameIn(id, latest.nodes().keySet())
        .map(name -> Objects.requireNonNull(latest.nodes().get(name)));
  }

  /// What a node is called now that ran under this name.
  NodeId node(String recorded) {
    return document.nodes().stream()
        .map(Node::id)
        .filter(id -> document.nameIn(id, latest.nodes().keySet()).equals(Optional.of(recorded)))
        .findFirst()
        .orElseGet(() -> new NodeId(recorded));
  }

  private Optional<NodeStatus> stopped(NodeId id) {
    return new Topology(document)
        .withUpstream(List.of(id)).stream()
            .filter(other -> !other.equals(id))
            .flatMap(other -> stoppedBy(other).stream())
            .findFirst();
  }

  private Optional<NodeStatus> stoppedBy(NodeId other) {
    PastNode node =
        document
            .nameIn(other, latest.run().nodes().keySet())
            .map(name -> latest.run().nodes().get(name))
            .orElse(null);
    if (node == null || node.state().isSuccess() || isAtWork()) {
      return Optional.empty();
    }
    boolean isFailed = node.state() == ExecutionState.FAILED;
    return Optional.of(
        new NodeStatus(
            isFailed ? State.SKIPPED : State.CANCELLED,
            latest.number(),
            Duration.ZERO,
            Double.NaN,
            isFailed ? TEXTS.get("node.needs", other.value()) : "",
            null));
  }

  private NodeStatus status(LatestNode node) {
    Duration elapsed = node.last().elapsed();
    return switch (node.last().state()) {
      case COMPLETE -> status(State.DONE, node, elapsed, "");
      case CACHED -> status(State.CACHED, node, elapsed, "");
      case CANCELED -> status(State.CANCELLED, node, elapsed, "");
      case FAILED -> failed(node, Objects.requireNonNull(node.failure()));
      case RUNNING, NEW, UNKNOWN ->
          isAtWork()
              ? status(State.RUNNING, node, elapsed, TEXTS.get("node.elsewhere"))
              : failed(node, cutOff());
    };
  }

  private static NodeStatus status(State state, LatestNode node, Duration elapsed, String message) {
    return new NodeStatus(state, node.run(), elapsed, Double.NaN, message, null);
  }

  private static NodeStatus failed(LatestNode node, Failure failure) {
    return new NodeStatus(State.FAILED, node.run(), node.last().elapsed(), Double.NaN, "", failure);
  }

  private static Failure cutOff() {
    return new Failure(TEXTS.get("node.cutoff"), Location.NONE, TEXTS.get("node.resume"));
  }

  /// What a node made or found last.
  List<ArtifactRow> rows(NodeId id) {
    List<ArtifactRow> rows = new ArrayList<>();
    left(id)
        .ifPresent(
            node ->
                node.outputs()
                    .forEach(
                        (port, made) ->
                            made.forEach(output -> rows.add(row(id, node, port, output)))));
    return rows;
  }

  private static ArtifactRow row(NodeId id, LatestNode node, String port, OutputArtifact output) {
    return new ArtifactRow(
        output.artifact().id(),
        id,
        port,
        output.artifact().type(),
        output.artifact().uri(),
        output.bytes(),
        node.end(),
        node.run());
  }

  /// How the last run ended, or how far it is.
  RunProgress progress() {
    List<NodeStatus> nodes =
        document.nodes().stream()
            .map(node -> status(node.id()))
            .filter(status -> status.run() == latest.number())
            .toList();
    List<NodeId> running =
        document.nodes().stream()
            .map(Node::id)
            .filter(id -> status(id).state() == State.RUNNING)
            .toList();
    return new RunProgress(
        outcome(),
        latest.number(),
        nodes.size() - running.size(),
        nodes.size(),
        count(nodes, State.CACHED),
        count(nodes, State.FAILED),
        running,
        latest.run().elapsed());
  }

  private static int count(List<NodeStatus> nodes, State state) {
    return (int) nodes.stream().filter(status -> status.state() == state).count();
  }

  /// How the run ended.
  RunProgress.Outcome outcome() {
    List<ExecutionState> states =
        latest.run().nodes().values().stream().map(PastNode::state).toList();
    if (isAtWork()) {
      return RunProgress.Outcome.UNDER_WAY;
    }
    if (states.stream().anyMatch(state -> !state.isFinal())) {
      return RunProgress.Outcome.ENGINE_ENDED;
    }
    if (states.contains(ExecutionState.CANCELED)) {
      return RunProgress.Outcome.CANCELLED;
    }
    return states.contains(ExecutionState.FAILED)
        ? RunProgress.Outcome.FAILED
        : RunProgress.Outcome.DONE;
  }
}
