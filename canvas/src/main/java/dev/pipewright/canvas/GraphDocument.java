package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A graph as the view draws it. A snapshot: what it returns never changes; a changed graph is
/// another document. The view compares the old and the new by key and redraws what differs.
///
/// Keys of nodes are unique, and so are keys of links; every end of a link is a port of a node of
/// the document. Frames and notes have keys of their own.
public interface GraphDocument {

  /// A graph without nodes.
  GraphDocument EMPTY = of(List.of(), List.of());

  /// The nodes; a later one is drawn over an earlier one.
  List<GraphNode> nodes();

  /// The links.
  List<GraphLink> links();

  /// The frames; a later one is drawn over an earlier one, and all below links and nodes. Each
  /// comes after the one that it lies in.
  default List<GraphFrame> frames() {
    return List.of();
  }

  /// The notes; drawn below the nodes.
  default List<GraphNote> notes() {
    return List.of();
  }

  /// These frames and all frames in them, however deep, in their order.
  default List<GraphFrame> framesWithin(Collection<String> keys) {
    Set<String> within = new HashSet<>(keys);
    List<GraphFrame> found = new ArrayList<>();
    for (GraphFrame frame : frames()) {
      boolean isInner = !frame.outer().isEmpty() && within.contains(frame.outer());
      if (isInner || within.contains(frame.key())) {
        within.add(frame.key());
        found.add(frame);
      }
    }
    return found;
  }

  /// A document of these nodes and links.
  ///
  /// @throws IllegalArgumentException when a key stands twice, or a link ends at no port
  static GraphDocument of(List<GraphNode> nodes, List<GraphLink> links) {
    return of(nodes, links, List.of(), List.of());
  }

  /// A document of these nodes, links, frames and notes.
  ///
  /// @throws IllegalArgumentException when a key stands twice, a link ends at no port, a frame has
  ///   a node or note that is not there or is in another frame, or lies in one that does not come
  ///   before it
  static GraphDocument of(
      List<GraphNode> nodes,
      List<GraphLink> links,
      List<GraphFrame> frames,
      List<GraphNote> notes) {
    return new PlainGraph(nodes, links, frames, notes);
  }
}
