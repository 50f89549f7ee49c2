package dev.pipewright.canvas;

/// Tells which frame something is in.
final class Frames {

  private Frames() {}

  /// The key of the frame that a node is in; empty for none.
  static String ofNode(GraphDocument document, String node) {
    for (GraphFrame frame : document.frames()) {
      if (frame.nodes().contains(node)) {
        return frame.key();
      }
    }
    return "";
  }

  /// The key of the frame that a frame lies in; empty for none.
  static String ofFrame(GraphDocument document, String frame) {
    for (GraphFrame each : document.frames()) {
      if (each.key().equals(frame)) {
        return each.outer();
      }
    }
    return "";
  }

  /// The key of the frame that a note is in; empty for none.
  static String ofNote(GraphDocument document, String note) {
    for (GraphFrame frame : document.frames()) {
      if (frame.notes().contains(note)) {
        return frame.key();
      }
    }
    return "";
  }
}
