package dev.pipewright.canvas;

/// A port of a node and its side: the name alone may stand for an input and for an output.
///
/// @param side which of the two
/// @param port the port
public record PortEnd(PortSide side, PortRef port) {

  /// An input.
  public static PortEnd input(PortRef port) {
    return new PortEnd(PortSide.INPUT, port);
  }

  /// An output.
  public static PortEnd output(PortRef port) {
    return new PortEnd(PortSide.OUTPUT, port);
  }
}
