package dev.pipewright.canvas;

import java.util.List;

/// A node of the graph.
///
/// @param key tells it from the others, for as long as it lives
/// @param title what stands in its header
/// @param kind what sort of node it is, in words for a screen reader; its content is made anew when
///   it changes
/// @param category a style class that sets the looked-up colour `-graph-category`
/// @param x the left edge in document pixels; NaN where the view shall find a place
/// @param y the top edge in document pixels; NaN where the view shall find a place
/// @param width how wide its card is in document pixels
/// @param inputs the ports at its left edge, from the top
/// @param outputs the ports at its right edge, from the top
/// @param mode what part it takes
/// @param shape how much of its card is there
public record GraphNode(
    String key,
    String title,
    String kind,
    String category,
    double x,
    double y,
    double width,
    List<GraphPort> inputs,
    List<GraphPort> outputs,
    NodeMode mode,
    NodeShape shape) {

  /// How wide a card is that has nothing special.
  public static final double WIDTH = 172;

  /// @throws IllegalArgumentException when the width is not positive, or one coordinate is NaN and
  ///   the other is not
  public GraphNode {
    if (!(width > 0)) {
      throw new IllegalArgumentException(key + " is " + width + " wide");
    }
    if (Double.isNaN(x) != Double.isNaN(y)) {
      throw new IllegalArgumentException(key + " stands at " + x + ", " + y);
    }
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /// A node that does its work and is seen in full.
  public GraphNode(
      String key,
      String title,
      String kind,
      String category,
      double x,
      double y,
      double width,
      List<GraphPort> inputs,
      List<GraphPort> outputs) {
    this(key, title, kind, category, x, y, width, inputs, outputs, NodeMode.NORMAL, NodeShape.FULL);
  }

  /// Whether it has a place of its own.
  public boolean isPlaced() {
    return !Double.isNaN(x);
  }

  /// The same node somewhere else.
  public GraphNode at(double newX, double newY) {
    return new GraphNode(
        key, title, kind, category, newX, newY, width, inputs, outputs, mode, shape);
  }

  /// The same node with another title.
  public GraphNode withTitle(String value) {
    return new GraphNode(key, value, kind, category, x, y, width, inputs, outputs, mode, shape);
  }

  /// The same node that takes another part.
  public GraphNode with(NodeMode value) {
    return new GraphNode(key, title, kind, category, x, y, width, inputs, outputs, value, shape);
  }

  /// The same node in another shape.
  public GraphNode with(NodeShape value) {
    return new GraphNode(key, title, kind, category, x, y, width, inputs, outputs, mode, value);
  }
}
