package dev.pipewright.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// Draws a [Sparkline].
final class SparklineSkin extends SkinBase<Sparkline> {

  /// A card may be shown at twice its size.
  private static final double PIXELS_PER_POINT = 2;

  private static final double TOP = 3;
  private static final double BOTTOM = 6;
  private static final double PREF_WIDTH = 176;
  private static final double PREF_HEIGHT = 44;

  private final Well well = new Well();
  private final LineLayer layer = new LineLayer();
  private final Line end = new Line();
  private final List<LineInk> inks = new ArrayList<>();
  private final Domain domain = new Domain();
  private final Pace pace = new Pace(this::redraw);
  private final InvalidationListener grown = series -> pace.dataChanged();
  private final WeakInvalidationListener weakGrown = new WeakInvalidationListener(grown);
  private final ListChangeListener<PlotLine> linesChanged = this::linesChanged;
  private Axis xAxis = Axis.UNIT;
  private Axis yAxis = Axis.UNIT;
  private boolean isPictureDue = true;

  SparklineSkin(Sparkline sparkline) {
    super(sparkline);
    well.getStyleClass().add("well");
    end.getStyleClass().add("end-line");
    getChildren().setAll(well);
    sparkline.lines().addListener(linesChanged);
    sparkline.lines().forEach(line -> line.series().addListener(weakGrown));
    registerInvalidationListener(sparkline.expectedLastXProperty(), changed -> redraw());
    setLines();
  }

  private void linesChanged(ListChangeListener.Change<? extends PlotLine> change) {
    while (change.next()) {
      change.getRemoved().forEach(line -> line.series().removeListener(weakGrown));
      change.getAddedSubList().forEach(line -> line.series().addListener(weakGrown));
    }
    setLines();
  }

  private void setLines() {
    inks.clear();
    for (PlotLine line : getSkinnable().lines()) {
      inks.add(new LineInk(line, this::redraw));
    }
    well.show(layer, end, inks);
    redraw();
  }

  private void redraw() {
    isPictureDue = true;
    well.requestLayout();
  }

  private void draw(double width, double height) {
    domain.clear();
    for (int index = 0; index < inks.size(); index++) {
      domain.include(inks.get(index).raw());
    }
    double latest = domain.hasX() ? domain.xHigh() : Double.NaN;
    double expected = getSkinnable().getExpectedLastX();
    if (Double.isFinite(expected)) {
      domain.includeX(expected);
      domain.includeX(Math.min(expected, 0));
    }
    xAxis = xAxis.with(AxisScale.LINEAR, domain.xLow(), domain.xHigh(), 0, width);
    AxisScale linear = AxisScale.LINEAR;
    yAxis = yAxis.with(linear, domain.yLow(linear), domain.yHigh(linear), height - BOTTOM, TOP);
    layer.resize(width, height, PIXELS_PER_POINT);
    layer.drawFilled(inks, xAxis, yAxis);
    placeEnd(latest, expected, height);
  }

  private void placeEnd(double latest, double expected, double height) {
    boolean isMoreExpected = latest < expected;
    double at = isMoreExpected ? Math.floor(xAxis.position(latest)) + 0.5 : 0;
    end.setVisible(isMoreExpected);
    end.setStartX(at);
    end.setEndX(at);
    end.setEndY(height);
  }

  @Override
  protected double computePrefWidth(
      double height, double top, double right, double bottom, double left) {
    return left + PREF_WIDTH + right;
  }

  @Override
  protected double computePrefHeight(
      double width, double top, double right, double bottom, double left) {
    return top + PREF_HEIGHT + bottom;
  }

  @Override
  public void dispose() {
    if (getSkinnable() != null) {
      pace.stop();
      getSkinnable().lines().removeListener(linesChanged);
      getSkinnable().lines().forEach(line -> line.series().removeListener(weakGrown));
    }
    super.dispose();
  }

  @Override
  protected void layoutChildren(double left, double top, double width, double height) {
    well.resizeRelocate(left, top, width, height);
    redraw();
  }

  /// The ground of the lines; it lays itself out alone, so that live data does not move the card.
  private final class Well extends Region {

    Well() {
      setManaged(false);
      setMouseTransparent(true);
    }

    void show(LineLayer picture, Line line, List<LineInk> dots) {
      getChildren().setAll(picture, line);
      getChildren().addAll(dots);
      getChildren().forEach(child -> child.setManaged(false));
    }

    @Override
    protected void layoutChildren() {
      if (isPictureDue && getWidth() >= 1 && getHeight() > TOP + BOTTOM) {
        isPictureDue = false;
        draw(getWidth(), getHeight());
      }
    }
  }
}
