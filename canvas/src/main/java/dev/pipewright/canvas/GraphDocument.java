package dev.pipewright.canvas;

import java.util.List;

/// A graph as the view draws it. A snapshot: what it returns never changes; a changed graph is
/// another document. The view compares the old and the new by key and redraws what differs.
///
/// Keys of nodes are unique, and so are keys of links; every end of a link is a port of a node of
/// the document. What the view shall draw beside nodes and links will come as further methods with
/// defaults.
public interface GraphDocument {

  /// A graph without nodes.
  GraphDocument EMPTY = of(List.of(), List.of());

  /// The nodes; a later one is drawn over an earlier one.
  List<GraphNode> nodes();

  /// The links.
  List<GraphLink> links();

  /// A document of these nodes and links.
  ///
  /// @throws IllegalArgumentException when a key stands twice, or a link ends at no port
  static GraphDocument of(List<GraphNode> nodes, List<GraphLink> links) {
    return new PlainGraph(nodes, links);
  }
}
