package dev.pipewright.canvas;

/// What a menu is asked for.
public sealed interface GraphTarget {

  /// A node; it is selected, perhaps with others.
  ///
  /// @param key its key
  record OnNode(String key) implements GraphTarget {}

  /// A port.
  ///
  /// @param end which
  record OnPort(PortEnd end) implements GraphTarget {}

  /// A link; it is selected, perhaps with others.
  ///
  /// @param key its key
  record OnLink(String key) implements GraphTarget {}

  /// A frame, open or folded; it is selected, perhaps with others.
  ///
  /// @param key its key
  record OnFrame(String key) implements GraphTarget {}

  /// A note; it is selected, perhaps with others.
  ///
  /// @param key its key
  record OnNote(String key) implements GraphTarget {}

  /// Empty canvas.
  record OnCanvas() implements GraphTarget {}
}
