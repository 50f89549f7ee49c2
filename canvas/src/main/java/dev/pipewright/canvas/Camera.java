package dev.pipewright.canvas;

import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Which part of the document is seen. The origin is kept on whole view pixels, for sharp text.
final class Camera {

  private static final double[] PRESETS = {
    0.1, 0.18, 0.25, 0.33, 0.4, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4
  };
  private static final double MARGIN = 24;

  private final GraphView view;

  Camera(GraphView view) {
    this.view = view;
  }

  static Rectangle2D union(Rectangle2D a, Rectangle2D b) {
    double x = Math.min(a.getMinX(), b.getMinX());
    double y = Math.min(a.getMinY(), b.getMinY());
    return new Rectangle2D(
        x, y, Math.max(a.getMaxX(), b.getMaxX()) - x, Math.max(a.getMaxY(), b.getMaxY()) - y);
  }

  void panBy(double dx, double dy) {
    double zoom = view.getZoom();
    moveTo(view.originXProperty().get() + dx / zoom, view.originYProperty().get() + dy / zoom);
  }

  void moveTo(double x, double y) {
    double zoom = view.getZoom();
    view.originXProperty().set(Math.rint(x * zoom) / zoom);
    view.originYProperty().set(Math.rint(y * zoom) / zoom);
  }

  void zoomAt(double value, double viewX, double viewY) {
    double before = view.getZoom();
    double after = Math.clamp(value, GraphView.MIN_ZOOM, GraphView.MAX_ZOOM);
    double x = view.originXProperty().get() + viewX / before - viewX / after;
    double y = view.originYProperty().get() + viewY / before - viewY / after;
    view.zoomProperty().set(after);
    moveTo(x, y);
  }

  void step(int direction) {
    double zoom = view.getZoom();
    double target = direction > 0 ? GraphView.MAX_ZOOM : GraphView.MIN_ZOOM;
    for (double preset : PRESETS) {
      if (direction > 0 && preset > zoom * 1.001) {
        target = Math.min(target, preset);
      } else if (direction < 0 && preset < zoom * 0.999) {
        target = Math.max(target, preset);
      }
    }
    view.zoomTo(target);
  }

  void show(@Nullable Rectangle2D area) {
    if (area == null || view.getWidth() <= 0 || view.getHeight() <= 0) {
      return;
    }
    double zoom =
        Math.min(
            (view.getWidth() - 2 * MARGIN) / area.getWidth(),
            (view.getHeight() - 2 * MARGIN) / area.getHeight());
    view.zoomProperty().set(Math.clamp(zoom, GraphView.MIN_ZOOM, 1));
    center(area.getMinX() + area.getWidth() / 2, area.getMinY() + area.getHeight() / 2);
  }

  void center(double x, double y) {
    double zoom = view.getZoom();
    moveTo(x - view.getWidth() / zoom / 2, y - view.getHeight() / zoom / 2);
  }

  void reveal(@Nullable Rectangle2D area) {
    if (area == null) {
      return;
    }
    double zoom = view.getZoom();
    double x = view.originXProperty().get();
    double y = view.originYProperty().get();
    double margin = MARGIN / zoom;
    moveTo(
        nearest(x, view.getWidth() / zoom, area.getMinX() - margin, area.getMaxX() + margin),
        nearest(y, view.getHeight() / zoom, area.getMinY() - margin, area.getMaxY() + margin));
  }

  private static double nearest(double origin, double size, double from, double to) {
    double moved = Math.max(origin, to - size);
    return Math.min(moved, from);
  }
}
