package dev.pipewright.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// What is between and beside the axes of a [LinePlot]. It lays itself out alone, so that live data
/// never moves the window around it.
final class PlotArea extends Region {

  private static final double TOP = 6;
  private static final double RIGHT = 8;
  private static final double BOTTOM = 20;
  private static final double LEAST_LEFT = 34;
  private static final double LEFT_STEP = 6;
  private static final double MOST_SMOOTHING = 0.999;

  private final LinePlot plot;
  private final LineLayer layer = new LineLayer();
  private final TickMarks xTicks = new TickMarks(Side.BOTTOM);
  private final TickMarks yTicks = new TickMarks(Side.LEFT);
  private final Line base = new Line();
  private final Label empty = new Label();
  private final HoverLayer hover;
  private final Region zoomBox = new Region();
  private final List<LineInk> inks = new ArrayList<>();
  private final Domain domain = new Domain();
  private Axis xAxis = Axis.UNIT;
  private Axis yAxis = Axis.UNIT;
  private Axis xLocal = Axis.UNIT;
  private Axis yLocal = Axis.UNIT;
  private boolean isPictureDue = true;
  private double forcedScale;

  PlotArea(LinePlot plot) {
    this.plot = plot;
    hover = new HoverLayer(plot);
    getStyleClass().add("plot-area");
    base.getStyleClass().add("base-line");
    zoomBox.getStyleClass().add("zoom-box");
    zoomBox.setVisible(false);
    empty.getStyleClass().add("empty-text");
    empty.textProperty().bind(plot.emptyTextProperty());
    for (var each : List.of(layer, base, zoomBox, empty, hover)) {
      each.setManaged(false);
      each.setMouseTransparent(true);
    }
    setManaged(false);
    setLines();
  }

  /// Takes over the plot's lines.
  void setLines() {
    inks.clear();
    for (PlotLine line : plot.lines()) {
      inks.add(new LineInk(line, this::redraw));
    }
    getChildren().setAll(xTicks.grid(), yTicks.grid(), base, layer);
    getChildren().addAll(inks);
    getChildren().addAll(xTicks.labels(), yTicks.labels(), zoomBox, empty, hover);
    inks.forEach(ink -> ink.setManaged(false));
    hover.setLines(inks);
    redraw();
  }

  /// Draws the picture at the next pulse.
  void redraw() {
    isPictureDue = true;
    requestLayout();
  }

  /// Draws what lies over the picture at the next pulse.
  void hoverMoved() {
    requestLayout();
  }

  /// The x axis of what is to be drawn, also before it is: several events may come in a pulse.
  Axis xAxis() {
    updateAxes();
    return xAxis;
  }

  /// The y axis of what is to be drawn.
  Axis yAxis() {
    updateAxes();
    return yAxis;
  }

  private void updateAxes() {
    if (isPictureDue && isLargeEnough()) {
      measureDomain();
      setAxes();
    }
  }

  private boolean isLargeEnough() {
    return getWidth() > LEAST_LEFT + RIGHT && getHeight() > TOP + BOTTOM;
  }

  List<LineInk> inks() {
    return inks;
  }

  /// Whether there is a point to show.
  boolean hasPoints() {
    return domain.hasX() && inks.stream().anyMatch(ink -> ink.raw().size() > 0);
  }

  /// Everything there is to show, where there is anything.
  Viewport all() {
    measureDomain();
    AxisScale scale = plot.getYScale();
    return new Viewport(domain.xLow(), domain.xHigh(), domain.yLow(scale), domain.yHigh(scale));
  }

  void showZoomBox(double left, double top, double right, double bottom) {
    zoomBox.resizeRelocate(left, top, right - left, bottom - top);
    zoomBox.setVisible(true);
  }

  void hideZoomBox() {
    zoomBox.setVisible(false);
  }

  /// Draws at once with so many pixels a point; with 0 again as the screen has them.
  void drawWith(double pixelsPerPoint) {
    forcedScale = pixelsPerPoint;
    redraw();
    layout();
  }

  @Override
  protected void layoutChildren() {
    if (!isLargeEnough()) {
      return;
    }
    if (isPictureDue) {
      drawPicture();
      isPictureDue = false;
    }
    hover.place(xAxis, yAxis, inks, smoothing());
  }

  private void drawPicture() {
    updateAxes();
    double scale = pixelsPerPoint();
    layer.resize(xAxis.length(), yAxis.length(), scale);
    layer.relocate(xAxis.from(), yAxis.to());
    layer.draw(inks, xLocal, yLocal, smoothing());
    xTicks.place(xAxis, yAxis.to(), yAxis.from());
    yTicks.place(yAxis, xAxis.from(), xAxis.to());
    double ground = Math.floor(yAxis.from()) + 0.5;
    base.setStartX(xAxis.from());
    base.setEndX(xAxis.to());
    base.setStartY(ground);
    base.setEndY(ground);
    placeDots();
    placeEmptyText();
  }

  private void measureDomain() {
    domain.clear();
    for (int index = 0; index < inks.size(); index++) {
      domain.include(inks.get(index).raw());
    }
    double expected = plot.getExpectedLastX();
    if (Double.isFinite(expected)) {
      domain.includeX(expected);
      domain.includeX(Math.min(expected, 0));
    }
  }

  private void setAxes() {
    AxisScale scale = plot.getYScale();
    Viewport zoom = plot.zoomProperty().get();
    boolean isZoomed = zoom != null && (scale == AxisScale.LINEAR || zoom.yLow() > 0);
    double xLow = isZoomed ? zoom.xLow() : domain.xLow();
    double xHigh = isZoomed ? zoom.xHigh() : domain.xHigh();
    double yLow = isZoomed ? zoom.yLow() : domain.yLow(scale);
    double yHigh = isZoomed ? zoom.yHigh() : domain.yHigh(scale);
    double bottom = Math.floor(getHeight() - BOTTOM);
    updateTicks(scale, xLow, xHigh, yLow, yHigh, bottom);
    double left =
        Math.max(LEAST_LEFT, Math.ceil((yTicks.labelWidth() + 6) / LEFT_STEP) * LEFT_STEP);
    double right = Math.floor(getWidth() - RIGHT);
    xAxis = xAxis.with(AxisScale.LINEAR, xLow, xHigh, left, right);
    yAxis = yAxis.with(scale, yLow, yHigh, bottom, TOP);
    xLocal = xLocal.with(AxisScale.LINEAR, xLow, xHigh, 0, right - left);
    yLocal = yLocal.with(scale, yLow, yHigh, bottom - TOP, 0);
  }

  private void updateTicks(
      AxisScale scale, double xLow, double xHigh, double yLow, double yHigh, double bottom) {
    double height = bottom - TOP;
    double width = getWidth() - LEAST_LEFT - RIGHT;
    if (domain.hasX()) {
      xTicks.update(AxisScale.LINEAR, xLow, xHigh, room(width, Math.max(40, width / 6)));
    } else {
      xTicks.clear();
    }
    if (hasPoints()) {
      yTicks.update(scale, yLow, yHigh, room(height, Math.max(18, height / 7)));
    } else {
      yTicks.clear();
    }
  }

  /// What the plot's smoothing can be drawn with.
  private double smoothing() {
    double wanted = plot.getSmoothing();
    return wanted > 0 ? Math.min(wanted, MOST_SMOOTHING) : 0;
  }

  private static int room(double length, double each) {
    return (int) Math.max(1, Math.floor(length / each));
  }

  private void placeDots() {
    for (int index = 0; index < inks.size(); index++) {
      LineInk ink = inks.get(index);
      Points shown = ink.shown(smoothing());
      int last = shown.size() - 1;
      boolean isSeen = last >= 0 && isSeen(shown.x(last), shown.y(last));
      double size = isSeen ? ink.prefWidth(-1) : 0;
      ink.resize(size, size);
      if (isSeen) {
        ink.relocate(
            xAxis.position(shown.x(last)) - size / 2, yAxis.position(shown.y(last)) - size / 2);
      }
    }
  }

  private boolean isSeen(double x, double y) {
    return yAxis.holds(y)
        && x >= xAxis.low()
        && x <= xAxis.high()
        && y >= yAxis.low()
        && y <= yAxis.high();
  }

  private void placeEmptyText() {
    empty.setVisible(!hasPoints());
    if (empty.isVisible()) {
      empty.autosize();
      empty.relocate(
          Math.round((xAxis.from() + xAxis.to() - empty.getWidth()) / 2),
          Math.round((yAxis.from() + yAxis.to() - empty.getHeight()) / 2));
    }
  }

  private double pixelsPerPoint() {
    if (forcedScale > 0) {
      return forcedScale;
    }
    Scene scene = getScene();
    return scene == null || scene.getWindow() == null ? 1 : scene.getWindow().getRenderScaleX();
  }
}
