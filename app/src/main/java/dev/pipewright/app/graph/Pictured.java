package dev.pipewright.app.graph;

import dev.pipewright.canvas.GraphDocument;
import dev.pipewright.canvas.GraphFrame;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphNote;
import dev.pipewright.canvas.GraphSelection;
import dev.pipewright.canvas.GraphView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What of a graph is in a picture.
final class Pictured {

  private Pictured() {}

  static GraphDocument of(PipelineView.Extent part, GraphView graph) {
    return part == PipelineView.Extent.ALL
        ? graph.getDocument()
        : selected(graph.getDocument(), graph.getSelection());
  }

  /// What is selected, what is in the frames among it, and the links between.
  private static GraphDocument selected(GraphDocument all, GraphSelection selection) {
    List<GraphFrame> within = all.framesWithin(selection.frames());
    Set<String> keys = within.stream().map(GraphFrame::key).collect(Collectors.toSet());
    List<GraphFrame> frames =
        within.stream().map(f -> keys.contains(f.outer()) ? f : f.withOuter("")).toList();
    Set<String> nodes = new HashSet<>(selection.nodes());
    Set<String> notes = new HashSet<>(selection.notes());
    frames.forEach(frame -> nodes.addAll(frame.nodes()));
    frames.forEach(frame -> notes.addAll(frame.notes()));
    List<GraphNode> shown = all.nodes().stream().filter(n -> nodes.contains(n.key())).toList();
    List<GraphNote> written = all.notes().stream().filter(n -> notes.contains(n.key())).toList();
    return GraphDocument.of(
        shown,
        all.links().stream()
            .filter(link -> nodes.contains(link.from().node()))
            .filter(link -> nodes.contains(link.to().node()))
            .toList(),
        frames,
        written);
  }
}
