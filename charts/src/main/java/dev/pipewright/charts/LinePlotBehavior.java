package dev.pipewright.charts;

import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What a [LinePlot] does with mouse and keys.
final class LinePlotBehavior {

  private static final double WHEEL_ZOOM = 1.005;
  private static final double KEY_ZOOM = 1.25;
  private static final double KEY_PAN = 40;
  private static final double LEAST_DRAG = 4;

  private final LinePlot plot;
  private final PlotArea area;
  private final EventHandler<KeyEvent> onKey = this::keyPressed;
  private double pressX;
  private double pressY;
  private boolean isPanning;
  private boolean isBoxing;

  LinePlotBehavior(LinePlot plot, PlotArea area) {
    this.plot = plot;
    this.area = area;
    area.setPickOnBounds(true);
    area.setOnMousePressed(this::pressed);
    area.setOnMouseDragged(this::dragged);
    area.setOnMouseReleased(this::released);
    area.setOnMouseClicked(this::clicked);
    area.setOnMouseMoved(event -> hover(event.getX()));
    area.setOnMouseExited(event -> plot.setHoverX(Double.NaN));
    area.setOnScroll(this::scrolled);
    plot.addEventHandler(KeyEvent.KEY_PRESSED, onKey);
  }

  void dispose() {
    plot.removeEventHandler(KeyEvent.KEY_PRESSED, onKey);
  }

  private void pressed(MouseEvent event) {
    plot.requestFocus();
    pressX = event.getX();
    pressY = event.getY();
    isPanning =
        event.getButton() == MouseButton.MIDDLE
            || (event.getButton() == MouseButton.PRIMARY && event.isShiftDown());
    isBoxing = event.getButton() == MouseButton.PRIMARY && !isPanning && area.hasPoints();
    area.setCursor(isPanning ? Cursor.CLOSED_HAND : Cursor.DEFAULT);
  }

  private void dragged(MouseEvent event) {
    if (isPanning) {
      pan(pressX - event.getX(), pressY - event.getY());
      pressX = event.getX();
      pressY = event.getY();
    } else if (isBoxing) {
      plot.setHoverX(Double.NaN);
      area.showZoomBox(left(event), top(event), right(event), bottom(event));
    }
  }

  private void released(MouseEvent event) {
    area.hideZoomBox();
    area.setCursor(Cursor.DEFAULT);
    boolean isFar =
        right(event) - left(event) > LEAST_DRAG && bottom(event) - top(event) > LEAST_DRAG;
    if (isBoxing && isFar) {
      show(left(event), top(event), right(event), bottom(event));
    }
    isBoxing = false;
    isPanning = false;
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      plot.showAll();
    }
  }

  private void scrolled(ScrollEvent event) {
    if (area.hasPoints() && event.getDeltaY() != 0) {
      zoom(Math.pow(WHEEL_ZOOM, event.getDeltaY()), event.getX(), event.getY());
      event.consume();
    }
  }

  private void keyPressed(KeyEvent event) {
    boolean isPan = event.isShiftDown();
    switch (event.getCode()) {
      case LEFT -> horizontally(isPan, -1);
      case RIGHT -> horizontally(isPan, 1);
      case UP -> pan(0, -KEY_PAN);
      case DOWN -> pan(0, KEY_PAN);
      case PLUS, EQUALS, ADD -> zoomAtHover(KEY_ZOOM);
      case MINUS, SUBTRACT -> zoomAtHover(1 / KEY_ZOOM);
      case HOME -> plot.showAll();
      case ESCAPE -> {
        if (Double.isNaN(plot.getHoverX())) {
          return;
        }
        plot.setHoverX(Double.NaN);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void horizontally(boolean isPan, int direction) {
    if (isPan) {
      pan(direction * KEY_PAN, 0);
    } else {
      plot.setHoverX(Steps.next(area.inks(), plot.getHoverX(), direction, area.xAxis()));
    }
  }

  private void hover(double pixel) {
    Axis axis = area.xAxis();
    boolean isInside = pixel >= axis.from() && pixel <= axis.to();
    plot.setHoverX(isInside ? Steps.nearest(area.inks(), axis.value(pixel)) : Double.NaN);
  }

  private void zoomAtHover(double factor) {
    Axis x = area.xAxis();
    double hover = plot.getHoverX();
    double atX = Double.isNaN(hover) ? (x.from() + x.to()) / 2 : x.position(hover);
    zoom(factor, atX, (area.yAxis().from() + area.yAxis().to()) / 2);
  }

  private void zoom(double factor, double atX, double atY) {
    Axis x = area.xAxis();
    Axis y = area.yAxis();
    show(
        atX - (atX - x.from()) / factor,
        atY - (atY - y.to()) / factor,
        atX + (x.to() - atX) / factor,
        atY + (y.from() - atY) / factor);
  }

  private void pan(double dx, double dy) {
    Axis x = area.xAxis();
    Axis y = area.yAxis();
    if (plot.getZoom().isPresent()) {
      show(x.from() + dx, y.to() + dy, x.to() + dx, y.from() + dy);
    }
  }

  /// Shows what is between two corners; where that is more than there is, everything.
  private void show(double left, double top, double right, double bottom) {
    if (!area.hasPoints()) {
      return;
    }
    Optional<Viewport> part =
        Viewport.between(area.xAxis(), area.yAxis(), left, top, right, bottom);
    part.ifPresent(
        viewport -> {
          if (viewport.contains(area.all())) {
            plot.showAll();
          } else {
            plot.setZoom(viewport);
          }
        });
  }

  private double left(MouseEvent event) {
    return Math.max(area.xAxis().from(), Math.min(pressX, event.getX()));
  }

  private double right(MouseEvent event) {
    return Math.min(area.xAxis().to(), Math.max(pressX, event.getX()));
  }

  private double top(MouseEvent event) {
    return Math.max(area.yAxis().to(), Math.min(pressY, event.getY()));
  }

  private double bottom(MouseEvent event) {
    return Math.min(area.yAxis().from(), Math.max(pressY, event.getY()));
  }
}
