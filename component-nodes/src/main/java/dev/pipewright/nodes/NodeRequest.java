package dev.pipewright.nodes;

import dev.pipewright.pipeline.NodeId;

/// What a face or a panel asks of the workbench.
public sealed interface NodeRequest {

  /// The node.
  NodeId node();

  /// Show an output in a tab.
  ///
  /// @param port the output
  record OpenOutput(NodeId node, String port) implements NodeRequest {}

  /// Run the node and what it needs.
  record RunTo(NodeId node) implements NodeRequest {}

  /// Show the node's lines in the run log.
  record ShowLog(NodeId node) implements NodeRequest {}

  /// Select another node and bring it into view.
  record Reveal(NodeId node) implements NodeRequest {}
}
