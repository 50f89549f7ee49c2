package dev.pipewright.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A document that is just its lists.
record PlainGraph(List<GraphNode> nodes, List<GraphLink> links) implements GraphDocument {

  PlainGraph {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
    Map<String, GraphNode> byKey = new HashMap<>();
    for (GraphNode node : nodes) {
      if (byKey.put(node.key(), node) != null) {
        throw new IllegalArgumentException("Two nodes have the key " + node.key());
      }
    }
    Set<String> keys = new HashSet<>();
    for (GraphLink link : links) {
      if (!keys.add(link.key())) {
        throw new IllegalArgumentException("Two links have the key " + link.key());
      }
      GraphNode from = byKey.get(link.from().node());
      GraphNode to = byKey.get(link.to().node());
      if (from == null || from.outputs().stream().noneMatch(link.from()::isPort)) {
        throw new IllegalArgumentException("No output " + link.from() + " for " + link.key());
      }
      if (to == null || to.inputs().stream().noneMatch(link.to()::isPort)) {
        throw new IllegalArgumentException("No input " + link.to() + " for " + link.key());
      }
    }
  }
}
