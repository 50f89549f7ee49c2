package dev.pipewright.canvas;

/// What is at a point of the view.
sealed interface Spot {

  /// A port.
  record OnPort(NodeItem node, PortSide side, int index) implements Spot {
    PortEnd end() {
      return node.end(side, index);
    }
  }

  /// The rest of a card.
  record OnNode(NodeItem node) implements Spot {}

  /// A link near its end at an input or an output.
  record OnEnd(LinkItem link, PortSide side) implements Spot {}

  /// A knot, counted from the source.
  record OnKnot(LinkItem link, int index) implements Spot {}

  /// The rest of a link.
  record OnLink(LinkItem link) implements Spot {}

  /// A note, or the title or edge of a frame.
  record OnBox(BoxItem box, Grip grip) implements Spot {}

  /// Nothing.
  record OnCanvas() implements Spot {}
}
