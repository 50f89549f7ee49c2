package dev.pipewright.canvas;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// A frame or a note as a node of the scene.
abstract sealed class Box extends Region permits FrameBox, NoteBox {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

  private final BoxItem item;

  Box(BoxItem item) {
    this.item = item;
    setManaged(false);
    setPickOnBounds(false);
  }

  BoxItem item() {
    return item;
  }

  /// Follows a new snapshot.
  abstract void update();

  /// Follows the zoom.
  void zoomed(double zoom) {}

  final void place() {
    resizeRelocate(item.x(), item.y(), item.width(), item.height());
  }

  final void selected(boolean value) {
    pseudoClassStateChanged(SELECTED, value);
  }

  /// Marks the frame that what is dragged would be in.
  final void target(boolean value) {
    pseudoClassStateChanged(TARGET, value);
  }
}
