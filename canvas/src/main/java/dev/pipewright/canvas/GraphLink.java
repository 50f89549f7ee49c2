package dev.pipewright.canvas;

import java.util.List;
import javafx.geometry.Point2D;

/// A link from an output to an input.
///
/// @param key tells it from the others, for as long as it lives
/// @param from the output
/// @param to the input
/// @param state how it is drawn
/// @param label what stands at the link while it is selected, as an artifact's id; may be empty
/// @param knots the points that it is led through, from source to target, in document pixels
public record GraphLink(
    String key, PortRef from, PortRef to, LinkState state, String label, List<Point2D> knots) {

  /// Keeps a copy.
  public GraphLink {
    knots = List.copyOf(knots);
  }

  /// A link that goes its own way.
  public GraphLink(String key, PortRef from, PortRef to, LinkState state, String label) {
    this(key, from, to, state, label, List.of());
  }

  /// The same link through these points.
  public GraphLink withKnots(List<Point2D> value) {
    return new GraphLink(key, from, to, state, label, value);
  }

  /// The same link between other ports.
  public GraphLink between(PortRef newFrom, PortRef newTo) {
    return new GraphLink(key, newFrom, newTo, state, label, knots);
  }
}
