package dev.pipewright.app.dock;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Charts side by side, as many in a row as are wide enough.
final class PlotGrid extends Pane {

  private static final double WIDTH = 200;
  private static final double HEIGHT = 158;
  private static final double GAP = 16;

  PlotGrid() {
    getStyleClass().add("plot-grid");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    int rows = Math.ceilDiv(Math.max(1, getChildren().size()), columns(width));
    return snappedTopInset() + snappedBottomInset() + rows * HEIGHT + (rows - 1) * GAP;
  }

  @Override
  protected void layoutChildren() {
    int columns = columns(getWidth());
    double inner = getWidth() - snappedLeftInset() - snappedRightInset();
    double width = snapSizeX((inner - GAP * (columns - 1)) / columns);
    int index = 0;
    for (Node child : getChildren()) {
      double x = snappedLeftInset() + index % columns * (width + GAP);
      double y = snappedTopInset() + Math.floorDiv(index, columns) * (HEIGHT + GAP);
      child.resizeRelocate(x, y, width, HEIGHT);
      index++;
    }
  }

  private int columns(double width) {
    double inner = width - snappedLeftInset() - snappedRightInset();
    return Math.max(1, (int) ((inner + GAP) / (WIDTH + GAP)));
  }
}
