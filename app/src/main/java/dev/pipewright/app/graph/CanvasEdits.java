package dev.pipewright.app.graph;

import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.canvas.GraphLink;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The edits of what a person does on the canvas. Once a node is placed by hand all are: the others
/// stay where the canvas has put them.
final class CanvasEdits {

  private CanvasEdits() {}

  /// Nodes were dragged.
  ///
  /// @param shown where all nodes are drawn
  static Edit move(Pipeline pipeline, GraphIntent.MoveItems moved, Map<NodeId, Position> shown) {
    Layout layout = pinned(pipeline, shown);
    for (var place : moved.nodes().entrySet()) {
      layout =
          layout.with(
              new NodeId(place.getKey()),
              new Position(place.getValue().getX(), place.getValue().getY()));
    }
    return new Edit.SetLayout(layout);
  }

  private static Layout pinned(Pipeline pipeline, Map<NodeId, Position> shown) {
    Layout layout = pipeline.layout();
    for (Node node : pipeline.nodes()) {
      Position position = shown.get(node.id());
      if (position != null && !layout.positions().containsKey(node.id())) {
        layout = layout.with(node.id(), position);
      }
    }
    return layout;
  }

  /// Nodes and links are to go.
  static Edit delete(GraphIntent.Delete deleted, List<GraphLink> links) {
    List<NodeId> nodes = deleted.nodes().stream().map(NodeId::new).toList();
    List<Edit> edits = new ArrayList<>();
    for (GraphLink link : links) {
      NodeId from = new NodeId(link.from().node());
      NodeId to = new NodeId(link.to().node());
      boolean goesAnyway = nodes.contains(from) || nodes.contains(to);
      if (deleted.links().contains(link.key()) && !goesAnyway) {
        edits.add(new Edit.Disconnect(new Source(from, link.from().port()), to, link.to().port()));
      }
    }
    nodes.forEach(node -> edits.add(new Edit.RemoveNode(node)));
    return new Edit.Sequence(edits);
  }

  /// A component is to stand there.
  static Edit add(
      Pipeline pipeline, NodeId id, String component, Position place, Map<NodeId, Position> shown) {
    return new Edit.Sequence(
        List.of(
            Edit.AddNode.last(pipeline, Node.of(id, component)),
            new Edit.SetLayout(pinned(pipeline, shown).with(id, place))));
  }

  /// A name that no node has: the component's, or the component's with a number.
  static NodeId freeName(Pipeline pipeline, String component) {
    return Stream.concat(
            Stream.of(component), IntStream.iterate(2, i -> i + 1).mapToObj(i -> component + i))
        .map(NodeId::new)
        .filter(id -> pipeline.node(id).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /// All nodes are to stand where the canvas would put them.
  static Edit arrange(Pipeline pipeline, SequencedMap<NodeId, Position> places) {
    return new Edit.SetLayout(pipeline.layout().withPositionsOnly(places));
  }
}
