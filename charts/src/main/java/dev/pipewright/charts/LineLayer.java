package dev.pipewright.charts;

import java.nio.IntBuffer;
import java.util.List;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// The picture of all lines of a chart, drawn in pixels.
final class LineLayer extends ImageView {

  private static final double MARK_SIZE = 7;

  private Raster raster = new Raster(MARK_SIZE);
  private Trace strokes = new Trace(raster);
  private Trace below = new Trace(raster.belowPen());
  private double scale = 1;
  private @Nullable PixelBuffer<IntBuffer> buffer;

  LineLayer() {
    getStyleClass().setAll("lines");
    setMouseTransparent(true);
  }

  /// Makes room for a picture of so many points, each of `pixelsPerPoint` squared pixels.
  void resize(double width, double height, double pixelsPerPoint) {
    int columns = Math.max(1, (int) Math.ceil(width * pixelsPerPoint));
    int rows = Math.max(1, (int) Math.ceil(height * pixelsPerPoint));
    if (pixelsPerPoint == scale && columns == raster.width() && rows == raster.height()) {
      return;
    }
    scale = pixelsPerPoint;
    raster = new Raster(MARK_SIZE * scale);
    strokes = new Trace(raster);
    below = new Trace(raster.belowPen());
    raster.resize(columns, rows);
    IntBuffer pixels = IntBuffer.wrap(raster.pixels());
    buffer = new PixelBuffer<>(columns, rows, pixels, PixelFormat.getIntArgbPreInstance());
    setImage(new WritableImage(buffer));
    setFitWidth(columns / scale);
    setFitHeight(rows / scale);
  }

  /// Draws the lines anew; the axes begin at this layer's top left corner.
  void draw(List<LineInk> inks, Axis xAxis, Axis yAxis, double smoothing) {
    begin(xAxis, yAxis);
    for (int index = 0; index < inks.size(); index++) {
      LineInk ink = inks.get(index);
      Points shown = ink.shown(smoothing);
      if (shown != ink.raw()) {
        stroke(ink.raw(), ink.rawWidth(), ink.argb(ink.rawOpacity()));
      }
      stroke(shown, ink.width(), ink.argb(1));
    }
    end();
  }

  /// Draws the lines anew as they are, and fills what is below the first.
  void drawFilled(List<LineInk> inks, Axis xAxis, Axis yAxis) {
    begin(xAxis, yAxis);
    for (int index = 0; index < inks.size(); index++) {
      LineInk ink = inks.get(index);
      if (index == 0) {
        raster.begin(0);
        below.draw(ink.raw());
        raster.ink(ink.argb(ink.fillOpacity()));
      }
      stroke(ink.raw(), ink.width(), ink.argb(1));
    }
    end();
  }

  private void begin(Axis xAxis, Axis yAxis) {
    raster.clear();
    strokes.aim(xAxis, yAxis, scale);
    below.aim(xAxis, yAxis, scale);
  }

  private void stroke(Points points, double width, int argb) {
    raster.begin(width * scale);
    strokes.draw(points);
    raster.ink(argb);
  }

  private void end() {
    if (buffer != null) {
      buffer.updateBuffer(all -> null);
    }
  }
}
