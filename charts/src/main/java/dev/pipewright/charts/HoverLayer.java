package dev.pipewright.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// The line under the pointer, a dot on each curve, and the tip beside them.
final class HoverLayer extends Region {

  private static final double TIP_GAP = 12;

  private final LinePlot plot;
  private final Line line = new Line();
  private final HoverTip tip = new HoverTip();
  private final List<Region> dots = new ArrayList<>();
  private String tipXLabel = "";
  private double tipSmoothing = -1;

  HoverLayer(LinePlot plot) {
    this.plot = plot;
    getStyleClass().add("hover");
    line.getStyleClass().add("hover-line");
    line.setManaged(false);
    setVisible(false);
  }

  /// Makes a dot and a row for each line.
  void setLines(List<LineInk> inks) {
    dots.clear();
    for (LineInk ink : inks) {
      Region dot = new Region();
      dot.getStyleClass().addAll("hover-dot", ink.line().styleClass());
      dot.setManaged(false);
      dots.add(dot);
    }
    getChildren().setAll(line);
    getChildren().addAll(dots);
    getChildren().add(tip);
    tipSmoothing = -1;
  }

  /// Puts everything where the plot's hover line stands.
  void place(Axis xAxis, Axis yAxis, List<LineInk> inks, double smoothing) {
    double x = plot.getHoverX();
    boolean isShown = x >= xAxis.low() && x <= xAxis.high() && !inks.isEmpty();
    setVisible(isShown);
    tip.setVisible(isShown);
    // The tip may reach over the chart beside this one.
    plot.setViewOrder(isShown ? -1 : 0);
    if (!isShown) {
      return;
    }
    showTip(inks, smoothing);
    double at = Math.floor(xAxis.position(x)) + 0.5;
    line.setStartX(at);
    line.setEndX(at);
    line.setStartY(yAxis.to());
    line.setEndY(yAxis.from());
    for (int index = 0; index < inks.size(); index++) {
      LineInk ink = inks.get(index);
      Points shown = ink.shown(smoothing);
      int nearest = shown.nearest(x);
      tip.setRow(index, ink.raw(), shown, nearest);
      placeDot(dots.get(index), shown, nearest, xAxis, yAxis);
    }
    placeTip(at, yAxis.to());
  }

  private void showTip(List<LineInk> inks, double smoothing) {
    if (smoothing != tipSmoothing || !tipXLabel.equals(plot.getXLabel())) {
      tipSmoothing = smoothing;
      tipXLabel = plot.getXLabel();
      tip.show(inks, tipXLabel, smoothing);
      // Its size is asked for in this very pulse.
      applyCss();
    }
  }

  private static void placeDot(Region dot, Points points, int index, Axis xAxis, Axis yAxis) {
    boolean isSeen = index >= 0 && yAxis.holds(points.y(index));
    double x = isSeen ? xAxis.position(points.x(index)) : 0;
    double y = isSeen ? yAxis.position(points.y(index)) : 0;
    isSeen = isSeen && x >= xAxis.from() && x <= xAxis.to() && y >= yAxis.to() && y <= yAxis.from();
    double size = isSeen ? dot.prefWidth(-1) : 0;
    dot.resize(size, size);
    dot.relocate(x - size / 2, y - size / 2);
  }

  /// Right of the line; left of it where the window ends before the tip does.
  private void placeTip(double at, double top) {
    tip.autosize();
    double right = localToScene(at + TIP_GAP + tip.getWidth(), 0).getX();
    boolean isRoom = getScene() == null || right <= getScene().getWidth();
    tip.relocate(Math.round(isRoom ? at + TIP_GAP : at - TIP_GAP - tip.getWidth()), top);
  }
}
