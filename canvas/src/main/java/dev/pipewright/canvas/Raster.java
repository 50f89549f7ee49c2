package dev.pipewright.canvas;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A picture painted pixel by pixel: lines and blocks by the thousand, which shapes of the scene
/// graph are too slow for without a graphics card. Colours are premultiplied ARGB. Nothing is
/// allocated while painting.
final class Raster {

  private final int width;
  private final int height;
  private final int[] pixels;
  private final PixelBuffer<IntBuffer> buffer;
  private final WritableImage image;

  Raster(int width, int height) {
    this.width = width;
    this.height = height;
    pixels = new int[width * height];
    buffer =
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(buffer);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  WritableImage image() {
    return image;
  }

  int pixel(int x, int y) {
    return pixels[y * width + x];
  }

  /// Shows what was painted since.
  void show() {
    buffer.updateBuffer(_ -> null);
  }

  void clear(int color) {
    Arrays.fill(pixels, color);
  }

  /// Paints a rectangle of whole pixels, as much of it as is within.
  void rect(int x, int y, int w, int h, int color) {
    int fromX = Math.max(0, x);
    int toX = Math.min(width, x + w);
    int toY = Math.min(height, y + h);
    if (fromX >= toX) {
      return;
    }
    boolean opaque = color >>> 24 == 255;
    for (int row = Math.max(0, y); row < toY; row++) {
      if (opaque) {
        Arrays.fill(pixels, row * width + fromX, row * width + toX, color);
      } else {
        for (int column = fromX; column < toX; column++) {
          blend(column, row, color, 255);
        }
      }
    }
  }

  /// Paints a rectangle whose corners are rounded by a pixel or so.
  void block(int x, int y, int w, int h, int color) {
    if (w < 8 || h < 8) {
      rect(x, y, w, h, color);
      return;
    }
    rect(x + 1, y, w - 2, 1, color);
    rect(x, y + 1, w, h - 2, color);
    rect(x + 1, y + h - 1, w - 2, 1, color);
  }

  /// Paints dots of a radius at every point `first + step * n`.
  void dots(double firstX, double firstY, double step, double radius, int color) {
    for (double y = firstY; y < height + radius; y += step) {
      for (double x = firstX; x < width + radius; x += step) {
        dot(x, y, radius, color);
      }
    }
  }

  private void dot(double x, double y, double radius, int color) {
    double reach = radius + 0.5;
    int toX = Math.min(width - 1, (int) Math.floor(x + reach));
    int toY = Math.min(height - 1, (int) Math.floor(y + reach));
    for (int row = Math.max(0, (int) Math.floor(y - reach)); row <= toY; row++) {
      for (int column = Math.max(0, (int) Math.floor(x - reach)); column <= toX; column++) {
        double dx = column + 0.5 - x;
        double dy = row + 0.5 - y;
        double cover = reach - Math.sqrt(dx * dx + dy * dy);
        if (cover > 0) {
          blend(column, row, color, (int) (Math.min(1, cover) * 255));
        }
      }
    }
  }

  /// Paints a cubic curve as lines.
  void cubic(
      double x1,
      double y1,
      double cx1,
      double cx2,
      double x2,
      double y2,
      double thickness,
      int color) {
    double span = Math.abs(x2 - x1) + Math.abs(y2 - y1) + Math.abs(cx1 - x1);
    int steps = (int) Math.clamp(span / 8, 4, 64);
    double fromX = x1;
    double fromY = y1;
    for (int i = 1; i <= steps; i++) {
      double t = (double) i / steps;
      double u = 1 - t;
      double a = u * u * u;
      double b = 3 * u * u * t;
      double c = 3 * u * t * t;
      double d = t * t * t;
      double toX = a * x1 + b * cx1 + c * cx2 + d * x2;
      double toY = (a + b) * y1 + (c + d) * y2;
      line(fromX, fromY, toX, toY, thickness, color);
      fromX = toX;
      fromY = toY;
    }
  }

  /// Paints a line with smooth edges: along its longer side, in each column (or row) the part of
  /// each pixel that it covers. Lines that follow one another meet without an overlap.
  void line(double x1, double y1, double x2, double y2, double thickness, int color) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double length = Math.sqrt(dx * dx + dy * dy);
    if (length == 0) {
      return;
    }
    if (Math.abs(dx) >= Math.abs(dy)) {
      double half = thickness / 2 * length / Math.abs(dx);
      boolean forth = dx > 0;
      along(forth ? x1 : x2, forth ? x2 : x1, forth ? y1 : y2, dy / dx, half, color, true);
    } else {
      double half = thickness / 2 * length / Math.abs(dy);
      boolean forth = dy > 0;
      along(forth ? y1 : y2, forth ? y2 : y1, forth ? x1 : x2, dx / dy, half, color, false);
    }
  }

  private void along(
      double from, double to, double start, double slope, double half, int color, boolean columns) {
    int first = Math.max(0, (int) Math.ceil(from - 0.5));
    int end = Math.min(columns ? width : height, (int) Math.ceil(to - 0.5));
    int limit = (columns ? height : width) - 1;
    for (int major = first; major < end; major++) {
      double middle = start + (major + 0.5 - from) * slope;
      double low = middle - half;
      double high = middle + half;
      int last = Math.min(limit, (int) Math.floor(high));
      for (int minor = Math.max(0, (int) Math.floor(low)); minor <= last; minor++) {
        double cover = Math.min(high, minor + 1) - Math.max(low, minor);
        int amount = (int) (cover * 255);
        if (columns) {
          blend(major, minor, color, amount);
        } else {
          blend(minor, major, color, amount);
        }
      }
    }
  }

  private void blend(int x, int y, int color, int amount) {
    int at = y * width + x;
    int under = pixels[at];
    int keep = 255 - (color >>> 24) * amount / 255;
    // Two channels at a time; x/255 as (x * 257 + 256) >> 16 would overflow them, >> 8 is near
    // enough.
    int scale = amount + 1;
    int share = keep + 1;
    int redBlue =
        (((color & 0xff00ff) * scale >>> 8) & 0xff00ff)
            + (((under & 0xff00ff) * share >>> 8) & 0xff00ff);
    int alphaGreen =
        ((((color >>> 8) & 0xff00ff) * scale) & 0xff00ff00)
            + ((((under >>> 8) & 0xff00ff) * share) & 0xff00ff00);
    pixels[at] = redBlue | alphaGreen;
  }
}
