package dev.pipewright.pipeline;

import java.util.Optional;

/// Where an input's artifacts come from: an output of another node. Written `node.port`; a port has
/// no dots and a node may, so the last dot divides them.
///
/// @param node the node that makes the artifacts
/// @param port the name of its output
public record Source(NodeId node, String port) {

  public Source {
    if (port.isBlank() || port.indexOf('.') >= 0) {
      throw new IllegalArgumentException("not a port: " + port);
    }
  }

  /// The source that `text` names, as `CsvExampleGen.examples`; empty when it names none.
  public static Optional<Source> parse(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 0 || text.substring(dot + 1).isBlank() || !NodeId.isValid(text.substring(0, dot))) {
      return Optional.empty();
    }
    return Optional.of(new Source(new NodeId(text.substring(0, dot)), text.substring(dot + 1)));
  }

  Source renamed(NodeId from, NodeId to) {
    return node.equals(from) ? new Source(to, port) : this;
  }

  @Override
  public String toString() {
    return node + "." + port;
  }
}
