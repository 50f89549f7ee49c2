package dev.pipewright.canvas;

import org.jspecify.annotations.Nullable;

/// Moves the view with the mouse.
final class Pan implements Gesture {

  private final GraphView view;
  private double lastX;
  private double lastY;

  Pan(GraphView view, Pointer start) {
    this.view = view;
    lastX = start.viewX();
    lastY = start.viewY();
  }

  @Override
  public void drag(Pointer at) {
    view.panBy(lastX - at.viewX(), lastY - at.viewY());
    lastX = at.viewX();
    lastY = at.viewY();
  }

  @Override
  public @Nullable GraphIntent drop(Pointer at) {
    return null;
  }

  @Override
  public void cancel() {}

  @Override
  public boolean autoPans() {
    return false;
  }
}
