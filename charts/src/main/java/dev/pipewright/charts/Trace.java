package dev.pipewright.charts;

import dev.pipewright.charts.Pen.Mark;
import java.util.Arrays;

/// Draws points with no more vertices than can be seen: of consecutive points within one pixel
/// column the first, the lowest, the highest and the last, in their order (M4: Jugel et al., "M4: A
/// Visualization-Oriented Time Series Data Aggregation", 2014). Blocks of points within a column
/// are taken whole. A value that cannot be drawn leaves a gap and a mark. One instance draws many
/// series and allocates nothing.
final class Trace {

  /// A line wider than a pixel shows where in its column a point lies.
  private static final int COLUMNS_PER_PIXEL = 2;

  private static final int NONE = Integer.MIN_VALUE;

  private final int[] markedColumns = new int[Mark.values().length];
  private Axis xAxis = Axis.UNIT;
  private Axis yAxis = Axis.UNIT;
  private double scale = 1;
  private double columnsPerX = 1;
  private final Pen pen;
  private int column = NONE;
  private boolean isPenDown;
  private int verticesOfRun;
  private int pointsOfColumn;
  private double firstX;
  private double firstY;
  private double lastX;
  private double lastY;
  private double lowX;
  private double lowY;
  private double highX;
  private double highY;
  private boolean isLowBeforeHigh;

  /// A trace that draws with this pen.
  Trace(Pen pen) {
    this.pen = pen;
  }

  /// Sets the axes, whose ends are in points, and how many pixels a point is wide. The x axis is
  /// linear.
  void aim(Axis x, Axis y, double pixelsPerPoint) {
    xAxis = x;
    yAxis = y;
    scale = pixelsPerPoint;
    double pixels = (x.to() - x.from()) * pixelsPerPoint;
    columnsPerX = pixels * COLUMNS_PER_PIXEL / (x.high() - x.low());
  }

  /// Draws the points that are within the x axis, and the nearest beside it so that lines leave the
  /// picture.
  void draw(Points points) {
    Arrays.fill(markedColumns, NONE);
    int from = points.isAscending() ? Math.max(0, points.firstFrom(xAxis.low()) - 1) : 0;
    int to = points.size();
    if (points.isAscending()) {
      to = Math.min(to, points.firstAbove(xAxis.high()) + 1);
    }
    int index = from;
    while (index < to) {
      index = step(points, index, to);
    }
    endRun();
  }

  /// Takes a block or a point, and returns the index after it.
  private int step(Points points, int index, int to) {
    Block block = points.block(index >>> Block.SHIFT);
    int start = index & Block.MASK;
    if (start == 0 && index + block.size() <= to && isWithinColumn(block)) {
      takeWhole(block);
      return index + block.size();
    }
    int end = Math.min(block.size(), start + to - index);
    for (int at = start; at < end; at++) {
      take(block.x(at), block.y(at));
    }
    return index + end - start;
  }

  private boolean isWithinColumn(Block block) {
    return block.isFinite()
        && yAxis.holds(block.yMin())
        && columnOf(block.xMin()) == columnOf(block.xMax());
  }

  private void takeWhole(Block block) {
    int low = block.lowest();
    int high = block.highest();
    int last = block.size() - 1;
    take(block.x(0), block.y(0));
    take(block.x(Math.min(low, high)), block.y(Math.min(low, high)));
    take(block.x(Math.max(low, high)), block.y(Math.max(low, high)));
    take(block.x(last), block.y(last));
  }

  private void take(double x, double y) {
    if (!yAxis.holds(y)) {
      endRun();
      mark(x, y);
      return;
    }
    int at = columnOf(x);
    if (at != column || pointsOfColumn == 0) {
      flush();
      column = at;
      open(x, y);
      return;
    }
    pointsOfColumn++;
    lastX = x;
    lastY = y;
    if (y < lowY) {
      lowX = x;
      lowY = y;
      isLowBeforeHigh = false;
    }
    if (y > highY) {
      highX = x;
      highY = y;
      isLowBeforeHigh = true;
    }
  }

  private void open(double x, double y) {
    pointsOfColumn = 1;
    firstX = x;
    firstY = y;
    lastX = x;
    lastY = y;
    lowX = x;
    lowY = y;
    highX = x;
    highY = y;
  }

  private void flush() {
    if (pointsOfColumn == 0) {
      return;
    }
    vertex(firstX, firstY);
    if (pointsOfColumn > 2) {
      if (isLowBeforeHigh) {
        inner(lowX, lowY);
        inner(highX, highY);
      } else {
        inner(highX, highY);
        inner(lowX, lowY);
      }
    }
    if (pointsOfColumn > 1) {
      vertex(lastX, lastY);
    }
    pointsOfColumn = 0;
  }

  private void inner(double x, double y) {
    boolean isEnd = (x == firstX && y == firstY) || (x == lastX && y == lastY);
    if (!isEnd) {
      vertex(x, y);
    }
  }

  private void vertex(double x, double y) {
    double px = xPixel(x);
    double py = yPixel(y);
    if (isPenDown) {
      pen.line(px, py);
    } else {
      pen.move(px, py);
      isPenDown = true;
    }
    verticesOfRun++;
  }

  private void endRun() {
    flush();
    if (verticesOfRun == 1) {
      pen.line(xPixel(lastX), yPixel(lastY));
    }
    isPenDown = false;
    verticesOfRun = 0;
  }

  private void mark(double x, double y) {
    Mark mark = Double.isNaN(y) ? Mark.NAN : y > 0 ? Mark.ABOVE : Mark.BELOW;
    int at = columnOf(x);
    if (markedColumns[mark.ordinal()] != at) {
      markedColumns[mark.ordinal()] = at;
      pen.mark(xPixel(x), mark);
    }
  }

  /// The pixel column, those beside the picture taken as one on each side.
  private int columnOf(double x) {
    if (x < xAxis.low()) {
      return -1;
    }
    if (x > xAxis.high()) {
      return Integer.MAX_VALUE;
    }
    return (int) ((x - xAxis.low()) * columnsPerX);
  }

  private double xPixel(double x) {
    return xAxis.position(x) * scale;
  }

  private double yPixel(double y) {
    return yAxis.position(y) * scale;
  }
}
