package dev.pipewright.canvas;

import javafx.animation.AnimationTimer;

/// Moves the view on while something is dragged to its edge: the faster, the nearer. Not for what
/// begins at the edge, before it has been further in or out of the view.
final class AutoPan extends AnimationTimer {

  private static final double EDGE = 28;
  private static final double FASTEST = 18;

  private final GraphView view;
  private final Runnable moved;
  private boolean armed;
  private boolean running;
  private double dx;
  private double dy;

  /// @param moved run after each move
  AutoPan(GraphView view, Runnable moved) {
    this.view = view;
    this.moved = moved;
  }

  /// The mouse is here now, in the view.
  void follow(double x, double y) {
    dx = speed(x, view.getWidth());
    dy = speed(y, view.getHeight());
    boolean outside = x < 0 || y < 0 || x > view.getWidth() || y > view.getHeight();
    armed |= outside || dx == 0 && dy == 0;
    boolean wanted = armed && (dx != 0 || dy != 0);
    if (wanted && !running) {
      running = true;
      start();
    } else if (!wanted && running) {
      running = false;
      super.stop();
    }
  }

  private static double speed(double at, double size) {
    double before = EDGE - at;
    double after = at - (size - EDGE);
    double depth = before > 0 ? -before : Math.max(0, after);
    return Math.clamp(depth / EDGE, -1, 1) * FASTEST;
  }

  @Override
  public void handle(long now) {
    view.panBy(dx, dy);
    moved.run();
  }

  @Override
  public void stop() {
    armed = false;
    running = false;
    super.stop();
  }
}
