package dev.pipewright.canvas;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds the nodes that can be reached along links.
final class Reach {

  private Reach() {}

  /// The nodes that some nodes take from, with these.
  static Set<String> upstream(List<GraphLink> links, Collection<String> from) {
    return follow(links, from, true, false);
  }

  /// The nodes that some nodes give to, with these.
  static Set<String> downstream(List<GraphLink> links, Collection<String> from) {
    return follow(links, from, false, true);
  }

  /// The nodes that some nodes hang together with, with these.
  static Set<String> connected(List<GraphLink> links, Collection<String> from) {
    return follow(links, from, true, true);
  }

  private static Set<String> follow(
      List<GraphLink> links, Collection<String> from, boolean up, boolean down) {
    Set<String> reached = new LinkedHashSet<>(from);
    Deque<String> next = new ArrayDeque<>(from);
    while (!next.isEmpty()) {
      String node = next.remove();
      for (GraphLink link : links) {
        if (up && link.to().node().equals(node) && reached.add(link.from().node())) {
          next.add(link.from().node());
        }
        if (down && link.from().node().equals(node) && reached.add(link.to().node())) {
          next.add(link.to().node());
        }
      }
    }
    return reached;
  }
}
