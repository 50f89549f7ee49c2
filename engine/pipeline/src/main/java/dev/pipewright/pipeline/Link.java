package dev.pipewright.pipeline;

/// A link: an output that feeds an input.
///
/// @param source the output
/// @param node the node that is fed
/// @param port the name of its input
public record Link(Source source, NodeId node, String port) {

  /// Whether it comes from this node or goes to it.
  public boolean touches(NodeId id) {
    return node.equals(id) || source.node().equals(id);
  }

  Link renamed(NodeId from, NodeId to) {
    return new Link(source.renamed(from, to), node.equals(from) ? to : node, port);
  }

  /// `CsvExampleGen.examples → StatisticsGen.examples`.
  @Override
  public String toString() {
    return source + " → " + node + "." + port;
  }
}
