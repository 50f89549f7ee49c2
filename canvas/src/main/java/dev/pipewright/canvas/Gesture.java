package dev.pipewright.canvas;

import org.jspecify.annotations.Nullable;

/// What a person does between pressing a button of the mouse and letting it go.
sealed interface Gesture permits Pan, RubberBand, ItemDrag, KnotDrag, BoxResize, LinkDrag {

  /// The mouse has moved, or what is under it has.
  void drag(Pointer at);

  /// Ends it.
  ///
  /// @return what the person wants; null for nothing
  @Nullable GraphIntent drop(Pointer at);

  /// Ends it as if it had not begun.
  void cancel();

  /// Draws what it carries where it is, after the document was drawn anew.
  default void carry() {}

  /// Whether what it is done to is still there, after the document was drawn anew.
  default boolean lives() {
    return true;
  }

  /// Whether the view moves on when the mouse is at its edge.
  default boolean autoPans() {
    return true;
  }
}
