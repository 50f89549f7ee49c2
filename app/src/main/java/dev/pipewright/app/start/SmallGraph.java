package dev.pipewright.app.start;

import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A pipeline as a small drawing shows it: nodes in columns, and of the links one between two nodes
/// unless a longer way leads there too.
///
/// @param depths the column of each node, in the order of the document
/// @param links the links to draw
record SmallGraph(Map<NodeId, Integer> depths, List<Link> links) {

  static SmallGraph of(Pipeline pipeline) {
    Map<NodeId, Set<NodeId>> sources = new LinkedHashMap<>();
    pipeline.nodes().forEach(node -> sources.put(node.id(), new HashSet<>()));
    List<Link> all = new ArrayList<>();
    for (Node node : pipeline.nodes()) {
      node.links()
          .filter(link -> sources.containsKey(link.source().node()))
          .filter(link -> !link.source().node().equals(node.id()))
          .forEach(
              link -> {
                if (Objects.requireNonNull(sources.get(node.id())).add(link.source().node())) {
                  all.add(link);
                }
              });
    }
    Map<NodeId, Integer> depths = depths(sources);
    return new SmallGraph(depths, all.stream().filter(link -> !isShortcut(link, sources)).toList());
  }

  /// The longest way from a node without sources. A cycle, which has none, ends after as many steps
  /// as there are nodes.
  private static Map<NodeId, Integer> depths(Map<NodeId, Set<NodeId>> sources) {
    Map<NodeId, Integer> depths = new LinkedHashMap<>();
    sources.keySet().forEach(id -> depths.put(id, 0));
    boolean isChanged = true;
    for (int step = 0; isChanged && step < sources.size(); step++) {
      isChanged = false;
      for (Map.Entry<NodeId, Set<NodeId>> each : sources.entrySet()) {
        int depth =
            each.getValue().stream().mapToInt(id -> depths.getOrDefault(id, 0) + 1).max().orElse(0);
        int bounded = Math.min(depth, sources.size());
        isChanged |= depths.put(each.getKey(), bounded) != bounded;
      }
    }
    sources.forEach((id, own) -> delay(id, own, sources, depths));
    return depths;
  }

  /// What has no sources stands right before the first that needs it.
  private static void delay(
      NodeId id, Set<NodeId> own, Map<NodeId, Set<NodeId>> sources, Map<NodeId, Integer> depths) {
    if (own.isEmpty()) {
      sources.entrySet().stream()
          .filter(other -> other.getValue().contains(id))
          .mapToInt(other -> depths.getOrDefault(other.getKey(), 1) - 1)
          .min()
          .ifPresent(depth -> depths.put(id, Math.max(0, depth)));
    }
  }

  private static boolean isShortcut(Link link, Map<NodeId, Set<NodeId>> sources) {
    return sources.getOrDefault(link.node(), Set.of()).stream()
        .filter(other -> !other.equals(link.source().node()))
        .anyMatch(other -> leads(link.source().node(), other, sources));
  }

  private static boolean leads(NodeId from, NodeId to, Map<NodeId, Set<NodeId>> sources) {
    Set<NodeId> seen = new HashSet<>();
    List<NodeId> open = new ArrayList<>(List.of(to));
    while (!open.isEmpty()) {
      for (NodeId source : sources.getOrDefault(open.removeLast(), Set.of())) {
        if (source.equals(from)) {
          return true;
        }
        if (seen.add(source)) {
          open.add(source);
        }
      }
    }
    return false;
  }
}
