package dev.pipewright.charts;

import java.util.Arrays;

/// A picture of lines in premultiplied ARGB pixels. A stroke is first gathered as coverage, so that
/// it does not darken where it crosses itself however transparent it is, and then inked in a
/// colour. Nothing is allocated but when the size changes.
final class Raster implements Pen {

  private static final int OPAQUE = 255;
  private static final byte FULL = (byte) OPAQUE;

  private final double markSize;
  private final Pen belowPen = new BelowPen();
  private int width;
  private int height;
  private int[] pixels = new int[0];
  private byte[] coverage = new byte[0];
  private double reach;
  private double penX;
  private double penY;

  /// @param markSize how high the triangle of a value that cannot be drawn is
  Raster(double markSize) {
    this.markSize = markSize;
  }

  /// Makes room for a picture of this size, which is then empty.
  void resize(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    pixels = new int[newWidth * newHeight];
    coverage = new byte[newWidth * newHeight];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// The rows of the picture from the top.
  int[] pixels() {
    return pixels;
  }

  void clear() {
    Arrays.fill(pixels, 0);
  }

  /// Begins to gather a stroke.
  void begin(double strokeWidth) {
    Arrays.fill(coverage, (byte) 0);
    reach = strokeWidth / 2 + 0.5;
  }

  /// A pen that gathers what lies below its lines, down to the ground.
  Pen belowPen() {
    return belowPen;
  }

  @Override
  public void move(double x, double y) {
    penX = x;
    penY = y;
  }

  @Override
  public void line(double x, double y) {
    stroke(penX, penY, x, y);
    penX = x;
    penY = y;
  }

  @Override
  public void mark(double x, Mark mark) {
    boolean pointsUp = mark != Mark.BELOW;
    double top = mark == Mark.ABOVE ? 0 : height - markSize;
    for (int row = (int) Math.max(0, top); row < Math.min(height, top + markSize); row++) {
      double along = (row + 0.5 - top) / markSize;
      double half = markSize / 2 * (pointsUp ? along : 1 - along);
      for (int at = column(x - half - 1); at <= column(x + half + 1); at++) {
        cover(row * width + at, half + 0.5 - Math.abs(at + 0.5 - x));
      }
    }
  }

  /// Lays the gathered stroke over the picture, in a colour that is not premultiplied.
  void ink(int argb) {
    int alpha = argb >>> 24;
    int red = argb >> 16 & 0xff;
    int green = argb >> 8 & 0xff;
    int blue = argb & 0xff;
    for (int index = 0; index < coverage.length; index++) {
      int covered = coverage[index] & 0xff;
      if (covered != 0) {
        int over = (alpha * covered + OPAQUE / 2) / OPAQUE;
        pixels[index] = over(over, red, green, blue, pixels[index]);
      }
    }
  }

  private static int over(int alpha, int red, int green, int blue, int below) {
    int rest = OPAQUE - alpha;
    return (alpha + scaled(below >>> 24, rest)) << 24
        | (scaled(red, alpha) + scaled(below >> 16 & 0xff, rest)) << 16
        | (scaled(green, alpha) + scaled(below >> 8 & 0xff, rest)) << 8
        | (scaled(blue, alpha) + scaled(below & 0xff, rest));
  }

  private static int scaled(int part, int of) {
    return (part * of + OPAQUE / 2) / OPAQUE;
  }

  /// Covers each pixel by how near its middle is to the line.
  private void stroke(double ax, double ay, double bx, double by) {
    double left = Math.min(ax, bx) - reach;
    double right = Math.max(ax, bx) + reach;
    double top = Math.min(ay, by) - reach;
    double bottom = Math.max(ay, by) + reach;
    if (right < 0 || left > width || bottom < 0 || top > height) {
      return;
    }
    double length = Math.hypot(bx - ax, by - ay);
    double alongX = length == 0 ? 1 : (bx - ax) / length;
    double alongY = length == 0 ? 0 : (by - ay) / length;
    double slope = alongX == 0 ? 0 : alongY / alongX;
    double spread = alongX == 0 ? Double.MAX_VALUE : reach / Math.abs(alongX);
    int lastColumn = column(right);
    for (int at = column(left); at <= lastColumn; at++) {
      double middle = ay + (at + 0.5 - ax) * slope;
      int from = row(Math.max(top, middle - spread));
      int to = row(Math.min(bottom, middle + spread));
      double x = at + 0.5 - ax;
      for (int row = from; row <= to; row++) {
        int index = row * width + at;
        if (coverage[index] != FULL) {
          double y = row + 0.5 - ay;
          double along = x * alongX + y * alongY;
          double across = x * alongY - y * alongX;
          double beyond = along < 0 ? along : Math.max(0, along - length);
          cover(
              index,
              reach
                  - (beyond == 0
                      ? Math.abs(across)
                      : Math.sqrt(across * across + beyond * beyond)));
        }
      }
    }
  }

  private int column(double x) {
    return (int) Math.clamp(Math.floor(x), 0, width - 1);
  }

  private int row(double y) {
    return (int) Math.clamp(Math.floor(y), 0, height - 1);
  }

  private void cover(int index, double share) {
    if (share <= 0) {
      return;
    }
    int covered = share >= 1 ? OPAQUE : (int) (share * OPAQUE + 0.5);
    if (covered > (coverage[index] & 0xff)) {
      coverage[index] = (byte) covered;
    }
  }

  private final class BelowPen implements Pen {

    private double fromX;
    private double fromY;

    @Override
    public void move(double x, double y) {
      fromX = x;
      fromY = y;
    }

    @Override
    public void line(double x, double y) {
      int last = Math.min(width - 1, (int) Math.ceil(x - 0.5) - 1);
      for (int at = Math.max(0, (int) Math.ceil(fromX - 0.5)); at <= last; at++) {
        double top = fromY + (y - fromY) * ((at + 0.5 - fromX) / (x - fromX));
        for (int row = (int) Math.clamp(Math.floor(top), 0, height); row < height; row++) {
          cover(row * width + at, row + 1 - top);
        }
      }
      move(x, y);
    }

    @Override
    public void mark(double x, Mark mark) {
      // There is nothing below a value that has no place.
    }
  }
}
