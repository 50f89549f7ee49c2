package dev.pipewright.nodes;

/// A view that can show something else of its artifact while it stands there.
public interface Focusable {

  /// Shows this, whatever was shown. JavaFX thread.
  void focus(Focus focus);
}
