package dev.pipewright.charts;

import dev.pipewright.charts.Ticks.Tick;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

/// The grid lines and labels of one axis, made anew only when the ticks are others.
final class TickMarks {

  private static final double LABEL_GAP = 6;

  private final Group grid = new Group();
  private final Group labels = new Group();
  private final Side side;
  private List<Tick> ticks = List.of();
  private AxisScale scale = AxisScale.LINEAR;
  private double low = Double.NaN;
  private double high;
  private int most;

  /// @param side [Side#LEFT] of a vertical axis, [Side#BOTTOM] of a horizontal one
  TickMarks(Side side) {
    this.side = side;
    for (Group group : List.of(grid, labels)) {
      group.setManaged(false);
      group.setMouseTransparent(true);
      group.getStyleClass().add(side == Side.LEFT ? "y-axis" : "x-axis");
    }
  }

  Group grid() {
    return grid;
  }

  Group labels() {
    return labels;
  }

  /// Takes over the ticks of an axis.
  void update(AxisScale newScale, double newLow, double newHigh, int newMost) {
    if (newScale == scale && newLow == low && newHigh == high && newMost == most) {
      return;
    }
    scale = newScale;
    low = newLow;
    high = newHigh;
    most = newMost;
    setTicks(Ticks.of(newScale, newLow, newHigh, newMost));
  }

  void clear() {
    low = Double.NaN;
    setTicks(List.of());
  }

  /// Shows these ticks.
  void setTicks(List<Tick> newTicks) {
    if (newTicks.equals(ticks)) {
      return;
    }
    ticks = newTicks;
    List<Line> lines = new ArrayList<>();
    List<Text> texts = new ArrayList<>();
    for (Tick tick : newTicks) {
      Line line = new Line();
      line.getStyleClass().add("grid-line");
      lines.add(line);
      Text text = new Text(tick.label());
      text.getStyleClass().add("tick-label");
      texts.add(text);
    }
    grid.getChildren().setAll(lines);
    labels.getChildren().setAll(texts);
    // How wide they are is asked for before the next pulse.
    labels.applyCss();
  }

  /// How wide the widest label is.
  double labelWidth() {
    double widest = 0;
    for (int index = 0; index < ticks.size(); index++) {
      widest = Math.max(widest, labels.getChildren().get(index).getLayoutBounds().getWidth());
    }
    return widest;
  }

  /// Puts lines and labels where the axis has its values; grid lines run from `start` to `end`
  /// across.
  void place(Axis axis, double start, double end) {
    for (int index = 0; index < ticks.size(); index++) {
      double at = Math.floor(axis.position(ticks.get(index).value())) + 0.5;
      Line line = (Line) grid.getChildren().get(index);
      Text text = (Text) labels.getChildren().get(index);
      switch (side) {
        case LEFT -> placeLeft(line, text, at, start, end);
        default -> placeBelow(line, text, at, start, end, axis);
      }
    }
  }

  private static void placeLeft(Line line, Text text, double at, double start, double end) {
    line.setStartX(start);
    line.setEndX(end);
    line.setStartY(at);
    line.setEndY(at);
    text.setX(Math.round(start - LABEL_GAP - text.getLayoutBounds().getWidth()));
    text.setY(Math.round(at + 3.5));
  }

  /// Labels keep within the ends of the axis, as the space beside it may be another chart's.
  private static void placeBelow(
      Line line, Text text, double at, double start, double end, Axis axis) {
    line.setStartX(at);
    line.setEndX(at);
    line.setStartY(start);
    line.setEndY(end);
    double width = text.getLayoutBounds().getWidth();
    double left = Math.max(axis.from(), at - width / 2);
    text.setX(Math.round(Math.min(left, axis.to() + LABEL_GAP - width)));
    text.setY(Math.round(end + 16));
  }
}
