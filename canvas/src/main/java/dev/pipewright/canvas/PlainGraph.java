package dev.pipewright.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// A document that is just its lists.
record PlainGraph(
    List<GraphNode> nodes, List<GraphLink> links, List<GraphFrame> frames, List<GraphNote> notes)
    implements GraphDocument {

  PlainGraph {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
    frames = List.copyOf(frames);
    notes = List.copyOf(notes);
    Map<String, GraphNode> byKey = new HashMap<>();
    nodes.forEach(node -> byKey.put(node.key(), node));
    unique("nodes", nodes, GraphNode::key);
    unique("links", links, GraphLink::key);
    unique("frames", frames, GraphFrame::key);
    Set<String> noteKeys = unique("notes", notes, GraphNote::key);
    for (GraphLink link : links) {
      GraphNode from = byKey.get(link.from().node());
      GraphNode to = byKey.get(link.to().node());
      if (from == null || from.outputs().stream().noneMatch(link.from()::isPort)) {
        throw new IllegalArgumentException("No output " + link.from() + " for " + link.key());
      }
      if (to == null || to.inputs().stream().noneMatch(link.to()::isPort)) {
        throw new IllegalArgumentException("No input " + link.to() + " for " + link.key());
      }
    }
    members(frames, GraphFrame::nodes, byKey.keySet());
    members(frames, GraphFrame::notes, noteKeys);
    nested(frames);
  }

  private static void nested(List<GraphFrame> frames) {
    Set<String> before = new HashSet<>();
    for (GraphFrame frame : frames) {
      if (!frame.outer().isEmpty() && !before.contains(frame.outer())) {
        throw new IllegalArgumentException(
            "No frame " + frame.outer() + " before " + frame.key() + ", which lies in it");
      }
      before.add(frame.key());
    }
  }

  private static <T> Set<String> unique(String what, List<T> items, Function<T, String> key) {
    Set<String> keys = new HashSet<>();
    for (T item : items) {
      if (!keys.add(key.apply(item))) {
        throw new IllegalArgumentException("Two " + what + " have the key " + key.apply(item));
      }
    }
    return keys;
  }

  private static void members(
      List<GraphFrame> frames, Function<GraphFrame, List<String>> members, Set<String> there) {
    Set<String> framed = new HashSet<>();
    for (GraphFrame frame : frames) {
      for (String member : members.apply(frame)) {
        if (!there.contains(member)) {
          throw new IllegalArgumentException("No " + member + " for the frame " + frame.key());
        }
        if (!framed.add(member)) {
          throw new IllegalArgumentException(member + " is in two frames");
        }
      }
    }
  }
}
