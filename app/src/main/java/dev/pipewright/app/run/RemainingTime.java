package dev.pipewright.app.run;

import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.runner.Forecast;
import dev.pipewright.runner.Forecast.Action;
import dev.pipewright.runner.Forecast.NodeForecast;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How long a run will still work, from how long its nodes took the last time, and from how far the
/// nodes at work say that they are. Nodes that do not need each other work side by side, so it is
/// the longest way through what is left. Where one of its nodes was never done, nobody knows.
public final class RemainingTime {

  /// What a node at work tells before this much of it is done says little.
  private static final double TELLING = 0.05;

  private final Map<NodeId, Set<NodeId>> needs;
  private final Map<NodeId, Optional<Duration>> estimates;

  private RemainingTime(Map<NodeId, Set<NodeId>> needs, Map<NodeId, Optional<Duration>> estimates) {
    this.needs = needs;
    this.estimates = estimates;
  }

  /// The time of runs of a document.
  ///
  /// @param forecast what a run of it would do; null where nobody knows
  public static RemainingTime of(Pipeline document, @Nullable Forecast forecast) {
    Map<NodeId, Set<NodeId>> needs = new HashMap<>();
    Map<NodeId, Optional<Duration>> estimates = new HashMap<>();
    for (Node node : document.nodes()) {
      needs.put(node.id(), node.needs().collect(Collectors.toSet()));
      NodeForecast told = forecast == null ? null : forecast.nodes().get(node.id());
      estimates.put(node.id(), told == null ? Optional.empty() : estimate(told));
    }
    return new RemainingTime(needs, estimates);
  }

  private static Optional<Duration> estimate(NodeForecast node) {
    return node.action() == Action.CACHED || node.action() == Action.SKIPPED
        ? Optional.of(Duration.ZERO)
        : Optional.ofNullable(node.estimate());
  }

  /// The time of a run that has not begun; empty where nobody knows.
  public Optional<Duration> ofAll() {
    return left(estimates.keySet(), id -> NodeStatus.NEW);
  }

  /// What is left of a run.
  ///
  /// @param members the nodes that it runs
  /// @param statuses how each of them is
  /// @return empty where nobody knows
  Optional<Duration> left(Set<NodeId> members, Function<NodeId, NodeStatus> statuses) {
    Map<NodeId, Duration> ends = new HashMap<>();
    Duration longest = Duration.ZERO;
    for (NodeId id : members) {
      Optional<Duration> end = end(id, members, statuses, ends, new HashSet<>());
      if (end.isEmpty()) {
        return Optional.empty();
      }
      longest = end.get().compareTo(longest) > 0 ? end.get() : longest;
    }
    return Optional.of(longest);
  }

  private Optional<Duration> end(
      NodeId id,
      Set<NodeId> members,
      Function<NodeId, NodeStatus> statuses,
      Map<NodeId, Duration> ends,
      Set<NodeId> above) {
    Duration known = ends.get(id);
    if (known != null || !members.contains(id) || !above.add(id)) {
      return Optional.of(known == null ? Duration.ZERO : known);
    }
    Optional<Duration> own = own(id, statuses.apply(id));
    Duration before = Duration.ZERO;
    for (NodeId need : needs.getOrDefault(id, Set.of())) {
      Optional<Duration> end = end(need, members, statuses, ends, above);
      if (end.isEmpty() || own.isEmpty()) {
        return Optional.empty();
      }
      before = end.get().compareTo(before) > 0 ? end.get() : before;
    }
    Duration start = before;
    own.ifPresent(work -> ends.put(id, start.plus(work)));
    return own.map(start::plus);
  }

  private Optional<Duration> own(NodeId id, NodeStatus status) {
    Optional<Duration> estimate = estimates.getOrDefault(id, Optional.empty());
    return switch (status.state()) {
      case DONE, CACHED, FAILED, SKIPPED, CANCELLED -> Optional.of(Duration.ZERO);
      case NEW, WAITING -> estimate;
      case RUNNING -> {
        double done = status.fraction();
        if (done >= TELLING && done <= 1) {
          yield Optional.of(
              Duration.ofMillis((long) (status.elapsed().toMillis() * (1 - done) / done)));
        }
        // One that takes longer than the last time: nobody knows how much.
        yield estimate.map(last -> last.minus(status.elapsed())).filter(left -> !left.isNegative());
      }
    };
  }
}
