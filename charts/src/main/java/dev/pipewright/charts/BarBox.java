package dev.pipewright.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.VLineTo;

/// The room for the bars of a histogram.
///
/// @param gap what is left free right of each bar, where it is wide enough
/// @param leastHeight how high a bar is at least that stands for something
record BarBox(
    double left, double top, double width, double height, double gap, double leastHeight) {

  double left(HistogramLayout layout, int index) {
    return left + width * layout.left(index);
  }

  /// The right edge without the gap.
  double right(HistogramLayout layout, int index) {
    double right = left + width * layout.right(index);
    double whole = right - left(layout, index);
    return whole > 2 * gap ? right - gap : Math.max(right, left(layout, index) + 1);
  }

  private double height(HistogramLayout layout, int index) {
    double share = layout.height(index);
    return share == 0 ? 0 : Math.max(leastHeight, share * height);
  }

  /// All bars as one path.
  List<PathElement> shape(HistogramLayout layout, int count) {
    List<PathElement> path = new ArrayList<>(5 * count);
    double ground = top + height;
    for (int index = 0; index < count; index++) {
      if (layout.height(index) > 0) {
        path.add(new MoveTo(left(layout, index), ground));
        path.add(new VLineTo(ground - height(layout, index)));
        path.add(new HLineTo(right(layout, index)));
        path.add(new VLineTo(ground));
        path.add(new ClosePath());
      }
    }
    return path;
  }

  void outline(HistogramLayout layout, int index, Rectangle rectangle) {
    double barHeight = height(layout, index);
    rectangle.setX(left(layout, index));
    rectangle.setY(top + height - barHeight);
    rectangle.setWidth(right(layout, index) - left(layout, index));
    rectangle.setHeight(barHeight);
  }
}
