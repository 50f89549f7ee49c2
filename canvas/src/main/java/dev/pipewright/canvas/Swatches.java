package dev.pipewright.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// What the style sheets say of colours, for what is painted pixel by pixel: an unseen region for
/// each, whose background colour is read.
final class Swatches extends Pane {

  private final Map<String, Integer> colors = new HashMap<>();
  private final Map<String, Region> regions = new HashMap<>();
  private final Runnable changed;

  /// @param changed run when a colour has changed, as when the theme does
  Swatches(Runnable changed) {
    this.changed = changed;
    setVisible(false);
    setManaged(false);
  }

  /// The colour of a role, as `dot`: what `.swatch-dot` has as its background.
  int role(String role) {
    return color(role, role);
  }

  /// The colour of a category's or a type's style class: what `.swatch-category.that` has.
  int of(String role, String styleClass) {
    return color(role, styleClass);
  }

  private int color(String role, String styleClass) {
    Integer known = colors.get(styleClass);
    if (known != null) {
      return known;
    }
    Region region = regions.computeIfAbsent(styleClass, _ -> swatch(role, styleClass));
    region.applyCss();
    int color = argb(region.getBackground());
    colors.put(styleClass, color);
    return color;
  }

  private Region swatch(String role, String styleClass) {
    Region region = new Region();
    region.getStyleClass().add("swatch-" + role);
    if (!role.equals(styleClass)) {
      region.getStyleClass().add(styleClass);
    }
    getChildren().add(region);
    region
        .backgroundProperty()
        .addListener(
            _ -> {
              colors.remove(styleClass);
              changed.run();
            });
    return region;
  }

  private static int argb(Background background) {
    if (background == null || background.getFills().isEmpty()) {
      return 0;
    }
    Paint paint = background.getFills().getLast().getFill();
    return paint instanceof Color color ? premultiplied(color, 1) : 0;
  }

  static int premultiplied(Color color, double opacity) {
    double alpha = color.getOpacity() * opacity;
    return (int) Math.round(alpha * 255) << 24
        | (int) Math.round(color.getRed() * alpha * 255) << 16
        | (int) Math.round(color.getGreen() * alpha * 255) << 8
        | (int) Math.round(color.getBlue() * alpha * 255);
  }

  /// A colour with less of it.
  static int faded(int color, double opacity) {
    return (int) ((color >>> 24) * opacity) << 24
        | (int) ((color >>> 16 & 0xff) * opacity) << 16
        | (int) ((color >>> 8 & 0xff) * opacity) << 8
        | (int) ((color & 0xff) * opacity);
  }
}
