package dev.pipewright.canvas;

/// A port of a node of the document.
///
/// @param node the node's key
/// @param port the port's name
public record PortRef(String node, String port) {

  boolean isPort(GraphPort candidate) {
    return candidate.name().equals(port);
  }
}
