package dev.pipewright.charts;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// How style sheets want a line drawn, and the dot at its latest point.
final class LineInk extends Region {

  private static final StyleablePropertyFactory<LineInk> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private final StyleableProperty<Color> color =
      FACTORY.createStyleableColorProperty(
          this, "line", "-pw-line", ink -> ink.color, Color.TRANSPARENT);
  private final StyleableProperty<Number> width =
      FACTORY.createStyleableNumberProperty(
          this, "lineWidth", "-pw-line-width", ink -> ink.width, 1.5);
  private final StyleableProperty<Number> rawWidth =
      FACTORY.createStyleableNumberProperty(
          this, "rawWidth", "-pw-raw-width", ink -> ink.rawWidth, 1);
  private final StyleableProperty<Number> rawOpacity =
      FACTORY.createStyleableNumberProperty(
          this, "rawOpacity", "-pw-raw-opacity", ink -> ink.rawOpacity, 0.24);
  private final StyleableProperty<Number> fillOpacity =
      FACTORY.createStyleableNumberProperty(
          this, "fillOpacity", "-pw-fill-opacity", ink -> ink.fillOpacity, 0.1);

  private final PlotLine line;
  private @Nullable SmoothedPoints smoothed;

  /// @param restyled called when style sheets say something else
  LineInk(PlotLine line, Runnable restyled) {
    this.line = line;
    getStyleClass().addAll("line-ink", line.styleClass());
    setMouseTransparent(true);
    InvalidationListener listener = property -> restyled.run();
    for (StyleableProperty<?> property : List.of(color, width, rawWidth, rawOpacity, fillOpacity)) {
      ((javafx.beans.Observable) property).addListener(listener);
    }
  }

  PlotLine line() {
    return line;
  }

  Points raw() {
    return line.series().points();
  }

  /// The points of the line itself: smoothed, or with a weight of 0 as they are.
  Points shown(double smoothing) {
    if (smoothing == 0) {
      smoothed = null;
      return raw();
    }
    SmoothedPoints points = smoothed;
    if (points == null || points.weight() != smoothing) {
      points = new SmoothedPoints(raw(), smoothing);
      smoothed = points;
    }
    return points.upToDate();
  }

  int argb(double opacity) {
    Color value = color.getValue();
    return part(value.getOpacity() * opacity) << 24
        | part(value.getRed()) << 16
        | part(value.getGreen()) << 8
        | part(value.getBlue());
  }

  double width() {
    return width.getValue().doubleValue();
  }

  double rawWidth() {
    return rawWidth.getValue().doubleValue();
  }

  double rawOpacity() {
    return rawOpacity.getValue().doubleValue();
  }

  double fillOpacity() {
    return fillOpacity.getValue().doubleValue();
  }

  private static int part(double share) {
    return (int) Math.round(share * 255);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }
}
