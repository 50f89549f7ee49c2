package dev.pipewright.canvas;

import javafx.scene.input.MouseEvent;

/// Where the mouse is during a gesture, and which keys are down.
///
/// @param viewX in view pixels
/// @param viewY in view pixels
/// @param x in document pixels
/// @param y in document pixels
/// @param alt whether nothing shall snap
/// @param shift whether moves shall keep to one axis
record Pointer(double viewX, double viewY, double x, double y, boolean alt, boolean shift) {

  static Pointer of(GraphView view, MouseEvent event) {
    boolean isFree = event.isAltDown() == view.snappingProperty().get();
    return new Pointer(event.getX(), event.getY(), 0, 0, isFree, event.isShiftDown()).in(view);
  }

  /// The same place of the view, after what is seen has moved.
  Pointer in(GraphView view) {
    double zoom = view.getZoom();
    return new Pointer(
        viewX,
        viewY,
        view.originXProperty().get() + viewX / zoom,
        view.originYProperty().get() + viewY / zoom,
        alt,
        shift);
  }
}
