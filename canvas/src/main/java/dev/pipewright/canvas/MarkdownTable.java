package dev.pipewright.canvas;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Cells in columns: as wide as their text up to a bound, and the last takes what is left.
final class MarkdownTable extends Region {

  private static final double LEAST_LAST = 160;
  private static final double MOST = 240;

  private final List<List<Region>> rows;
  private final int columns;

  MarkdownTable(List<List<Region>> rows) {
    this.rows = rows;
    columns = rows.stream().mapToInt(List::size).max().orElse(0);
    getStyleClass().add("table");
    setPickOnBounds(false);
    rows.forEach(getChildren()::addAll);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private double[] widths(double total) {
    double[] widths = new double[columns];
    double used = 0;
    for (int i = 0; i < columns - 1; i++) {
      for (List<Region> row : rows) {
        if (i < row.size()) {
          widths[i] = Math.max(widths[i], Math.min(MOST, Math.ceil(row.get(i).prefWidth(-1)) + 1));
        }
      }
      used += widths[i];
    }
    if (columns > 0) {
      widths[columns - 1] = Math.max(LEAST_LAST, total - used);
    }
    return widths;
  }

  private static double height(List<Region> row, double[] widths) {
    double height = 0;
    for (int i = 0; i < row.size(); i++) {
      height = Math.max(height, Math.ceil(row.get(i).prefHeight(widths[i])));
    }
    return height;
  }

  @Override
  protected double computePrefWidth(double height) {
    double[] widths = widths(0);
    double sum = 0;
    for (double width : widths) {
      sum += width;
    }
    return sum;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    double[] widths = widths(width);
    return rows.stream().mapToDouble(row -> height(row, widths)).sum();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double[] widths = widths(getWidth());
    double y = 0;
    for (List<Region> row : rows) {
      double height = height(row, widths);
      double x = 0;
      for (int i = 0; i < row.size(); i++) {
        row.get(i).resizeRelocate(x, y, widths[i], height);
        x += widths[i];
      }
      y += height;
    }
  }
}
