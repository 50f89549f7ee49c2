package dev.pipewright.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// Who feeds whom in a pipeline. Links from nodes that are not there are passed over.
public final class Topology {

  private final SequencedMap<NodeId, SequencedSet<NodeId>> upstream = new LinkedHashMap<>();
  private final SequencedMap<NodeId, SequencedSet<NodeId>> downstream = new LinkedHashMap<>();

  /// The links of this pipeline.
  public Topology(Pipeline pipeline) {
    for (Node node : pipeline.nodes()) {
      upstream.putIfAbsent(node.id(), new LinkedHashSet<>());
      downstream.putIfAbsent(node.id(), new LinkedHashSet<>());
    }
    for (Node node : pipeline.nodes()) {
      node.needs().filter(upstream::containsKey).forEach(source -> link(source, node.id()));
    }
  }

  private void link(NodeId from, NodeId to) {
    upstream.getOrDefault(to, new LinkedHashSet<>()).add(from);
    downstream.getOrDefault(from, new LinkedHashSet<>()).add(to);
  }

  /// The nodes that feed this one directly.
  public Collection<NodeId> upstream(NodeId node) {
    return List.copyOf(upstream.getOrDefault(node, new LinkedHashSet<>()));
  }

  /// These nodes and all that feed them, however far off.
  public SequencedSet<NodeId> withUpstream(Collection<NodeId> nodes) {
    return closure(nodes, upstream);
  }

  /// These nodes and all that they feed, however far off.
  public SequencedSet<NodeId> withDownstream(Collection<NodeId> nodes) {
    return closure(nodes, downstream);
  }

  private static SequencedSet<NodeId> closure(
      Collection<NodeId> nodes, Map<NodeId, SequencedSet<NodeId>> next) {
    SequencedSet<NodeId> found = new LinkedHashSet<>(nodes);
    Deque<NodeId> open = new ArrayDeque<>(nodes);
    while (!open.isEmpty()) {
      for (NodeId node : next.getOrDefault(open.remove(), new LinkedHashSet<>())) {
        if (found.add(node)) {
          open.add(node);
        }
      }
    }
    return found;
  }

  /// All nodes, each after those that feed it; among those that are free, in the document's order.
  ///
  /// @throws IllegalStateException when there is a cycle
  public List<NodeId> order() {
    List<NodeId> order = new ArrayList<>();
    SequencedSet<NodeId> rest = new LinkedHashSet<>(upstream.sequencedKeySet());
    while (!rest.isEmpty()) {
      NodeId next =
          rest.stream()
              .filter(node -> upstream(node).stream().noneMatch(rest::contains))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("cycle among " + rest));
      rest.remove(next);
      order.add(next);
    }
    return order;
  }

  /// A cycle, as the nodes along it, each feeding the next and the last feeding the first; empty
  /// when there is none.
  public Optional<List<NodeId>> cycle() {
    SequencedSet<NodeId> rest = new LinkedHashSet<>(upstream.sequencedKeySet());
    while (rest.removeIf(node -> upstream(node).stream().noneMatch(rest::contains))) {
      // Peels off the nodes that nothing in the rest feeds.
    }
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    // Each node left is fed by one that is left: walking up must come back to a node seen before.
    List<NodeId> walk = new ArrayList<>(List.of(rest.getFirst()));
    while (true) {
      NodeId above =
          upstream(walk.getLast()).stream().filter(rest::contains).findFirst().orElseThrow();
      int seen = walk.indexOf(above);
      if (seen >= 0) {
        return Optional.of(walk.subList(seen, walk.size()).reversed());
      }
      walk.add(above);
    }
  }
}
