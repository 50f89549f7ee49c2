package dev.pipewright.charts;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;

/// Draws a [LinePlot]: title and latest values above, the plot below.
final class LinePlotSkin extends SkinBase<LinePlot> {

  private static final double PREF_WIDTH = 320;
  private static final double PREF_HEIGHT = 180;
  private static final double COMPACT_BELOW = 300;

  private final HBox header = new HBox();
  private final ValueLegend legend = new ValueLegend();
  private final PlotArea area;
  private final LinePlotBehavior behavior;
  private final Pace pace;
  private final InvalidationListener grown;
  private final WeakInvalidationListener weakGrown;
  private final ListChangeListener<PlotLine> linesChanged = this::linesChanged;

  LinePlotSkin(LinePlot plot) {
    super(plot);
    area = new PlotArea(plot);
    pace = new Pace(area::redraw);
    grown = series -> pace.dataChanged();
    weakGrown = new WeakInvalidationListener(grown);
    behavior = new LinePlotBehavior(plot, area);
    fillHeader(plot);
    getChildren().setAll(header, area);
    plot.lines().addListener(linesChanged);
    plot.lines().forEach(line -> line.series().addListener(weakGrown));
    for (Observable property : picture(plot)) {
      registerInvalidationListener(property, changed -> area.redraw());
    }
    registerInvalidationListener(plot.hoverXProperty(), changed -> area.hoverMoved());
  }

  private static Observable[] picture(LinePlot plot) {
    return new Observable[] {
      plot.smoothingProperty(),
      plot.yScaleProperty(),
      plot.zoomProperty(),
      plot.expectedLastXProperty(),
      plot.xLabelProperty()
    };
  }

  private void fillHeader(LinePlot plot) {
    Label title = new Label();
    title.getStyleClass().add("title");
    title.textProperty().bind(plot.titleProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    header.getStyleClass().add("header");
    header.getChildren().setAll(title, space, legend);
    header.visibleProperty().bind(plot.titleProperty().isNotEmpty());
    header.managedProperty().bind(header.visibleProperty());
    legend.lines().setAll(plot.lines());
  }

  private void linesChanged(ListChangeListener.Change<? extends PlotLine> change) {
    while (change.next()) {
      change.getRemoved().forEach(line -> line.series().removeListener(weakGrown));
      change.getAddedSubList().forEach(line -> line.series().addListener(weakGrown));
    }
    legend.lines().setAll(getSkinnable().lines());
    area.setLines();
  }

  /// The plot as it is, with so many pixels a point.
  WritableImage picture(double pixelsPerPoint) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(pixelsPerPoint, pixelsPerPoint));
    area.drawWith(pixelsPerPoint);
    try {
      return getSkinnable().snapshot(parameters, null);
    } finally {
      area.drawWith(0);
    }
  }

  @Override
  protected void layoutChildren(double left, double top, double width, double height) {
    getSkinnable().pseudoClassStateChanged(Stylesheet.COMPACT, width < COMPACT_BELOW);
    double headerHeight = header.isManaged() ? snapSizeY(header.prefHeight(width)) : 0;
    header.resizeRelocate(left, top, width, headerHeight);
    area.resizeRelocate(left, top + headerHeight, width, height - headerHeight);
    area.redraw();
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
  protected double computeMinWidth(
      double height, double top, double right, double bottom, double left) {
    return left + right;
  }

  @Override
  protected double computeMinHeight(
      double width, double top, double right, double bottom, double left) {
    return top + bottom;
  }

  @Override
  protected double computeMaxWidth(
      double height, double top, double right, double bottom, double left) {
    return Double.MAX_VALUE;
  }

  @Override
  protected double computeMaxHeight(
      double width, double top, double right, double bottom, double left) {
    return Double.MAX_VALUE;
  }

  @Override
  public void dispose() {
    if (getSkinnable() != null) {
      pace.stop();
      getSkinnable().lines().removeListener(linesChanged);
      getSkinnable().lines().forEach(line -> line.series().removeListener(weakGrown));
      legend.lines().clear();
      behavior.dispose();
    }
    super.dispose();
  }
}
