package dev.pipewright.pipeline;

import dev.pipewright.pipeline.ParameterValue.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// How the pipeline is drawn. It changes neither what a run does nor any cache key.
///
/// @param positions where nodes stand on the canvas; a node without one is placed by the canvas
/// @param other notes, groups and whatever else a canvas keeps, as it stands in the project file
public record Layout(SequencedMap<NodeId, Position> positions, Fields other) {

  /// Nothing has been placed.
  public static final Layout EMPTY = new Layout(new LinkedHashMap<>(), Fields.EMPTY);

  /// The top left corner of a node, in pixels at zoom 1; y grows downwards.
  public record Position(double x, double y) {
    public Position {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("not a position: " + x + ", " + y);
      }
    }
  }

  public Layout {
    positions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(positions));
  }

  /// The same layout with this node there.
  public Layout with(NodeId node, Position position) {
    SequencedMap<NodeId, Position> changed = new LinkedHashMap<>(positions);
    changed.put(node, position);
    return new Layout(changed, other);
  }

  /// The same layout without this node.
  Layout without(NodeId node) {
    SequencedMap<NodeId, Position> changed = new LinkedHashMap<>(positions);
    changed.remove(node);
    return new Layout(changed, other);
  }

  /// The same layout with a node under its new name, at its old place in the order.
  Layout renamed(NodeId from, NodeId to) {
    SequencedMap<NodeId, Position> changed = new LinkedHashMap<>();
    positions.forEach((node, position) -> changed.put(node.equals(from) ? to : node, position));
    return new Layout(changed, other);
  }
}
