package dev.pipewright.app.outline;

import dev.pipewright.pipeline.NodeId;

/// Something in the outline.
sealed interface OutlineItem {

  /// Where others hang that have nothing else in common.
  enum Heading implements OutlineItem {
    /// The runtime parameters.
    PARAMETERS,
    /// The notes that are in no frame.
    NOTES
  }

  /// A node.
  record OfNode(NodeId id) implements OutlineItem {}

  /// A frame.
  record OfFrame(String id) implements OutlineItem {}

  /// A note.
  record OfNote(String id) implements OutlineItem {}

  /// A runtime parameter.
  record OfParameter(String name) implements OutlineItem {}
}
