package dev.pipewright.nodes.examples;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Fonts and colours of what is drawn, from the style sheet: those of labels that nobody sees. And
/// how wide texts are in a font.
final class Ink extends Group {

  private final Label text = tone("ink-text");
  private final Label number = tone("ink-number");
  private final Label row = tone("ink-row");
  private final Label line = tone("ink-line");
  private final Label selected = tone("ink-selected");
  private final Label focus = tone("ink-focus");
  private final Label hover = tone("ink-hover");
  private final Label missing = tone("ink-missing");
  private final Label back = tone("ink-back");
  private final Label edge = tone("ink-edge");
  private static final int HATCH_WIDTH = 640;
  private static final int HATCH_HEIGHT = 12;

  private final Map<Font, float[]> advances = new HashMap<>();

  private @Nullable Image hatch;
  private @Nullable Paint hatched;

  Ink() {
    setManaged(false);
    setOpacity(0);
    setMouseTransparent(true);
    getChildren()
        .addAll(List.of(text, number, row, line, selected, focus, hover, missing, back, edge));
    for (int i = 0; i < 8; i++) {
      Label split = tone("ink-split");
      split.getStyleClass().add("series-train");
      getChildren().add(split);
    }
  }

  /// The colours of splits, by their style classes.
  void setSplits(List<String> styles) {
    for (int i = 0; i < styles.size() && i < 8; i++) {
      getChildren().get(10 + i).getStyleClass().setAll("ink", "ink-split", styles.get(i));
    }
  }

  private static Label tone(String style) {
    Label label = new Label();
    label.setManaged(false);
    label.setFocusTraversable(false);
    label.getStyleClass().setAll("ink", style);
    return label;
  }

  Font textFont() {
    return text.getFont();
  }

  Font numberFont() {
    return number.getFont();
  }

  Font rowFont() {
    return row.getFont();
  }

  Paint text() {
    return text.getTextFill();
  }

  Paint row() {
    return row.getTextFill();
  }

  Paint line() {
    return line.getTextFill();
  }

  Paint selected() {
    return selected.getTextFill();
  }

  Paint focus() {
    return focus.getTextFill();
  }

  Paint hover() {
    return hover.getTextFill();
  }

  /// What stands in a cell without a value: slanting lines, as wide as any column.
  Image hatch() {
    if (hatch == null || !missing.getTextFill().equals(hatched)) {
      hatched = missing.getTextFill();
      WritableImage drawn = new WritableImage(HATCH_WIDTH, HATCH_HEIGHT);
      PixelWriter pixels = drawn.getPixelWriter();
      Color color = hatched instanceof Color plain ? plain : Color.TRANSPARENT;
      Color soft = color.deriveColor(0, 1, 1, 0.35);
      for (int y = 0; y < HATCH_HEIGHT; y++) {
        for (int x = 0; x < HATCH_WIDTH; x++) {
          int place = (x + y) % 4;
          if (place < 2) {
            pixels.setColor(x, y, place == 0 ? color : soft);
          }
        }
      }
      hatch = drawn;
    }
    return hatch;
  }

  Paint back() {
    return back.getTextFill();
  }

  Paint edge() {
    return edge.getTextFill();
  }

  Paint split(int index) {
    return ((Label) getChildren().get(10 + index % 8)).getTextFill();
  }

  double width(String text, Font font) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += advance(text.charAt(i), font);
    }
    return width;
  }

  /// The text, or as much of it as has room, with a sign that it is cut.
  String fitted(String text, Font font, double room) {
    double width = 0;
    double dots = advance('\u2026', font);
    int fitting = 0;
    for (int i = 0; i < text.length(); i++) {
      width += advance(text.charAt(i), font);
      if (width + dots <= room) {
        fitting = i + 1;
      }
      if (width > room) {
        return text.substring(0, fitting) + "\u2026";
      }
    }
    return text;
  }

  private double advance(char c, Font font) {
    float[] known = advances.computeIfAbsent(font, f -> new float[0x3000]);
    if (c >= known.length) {
      return font.getSize();
    }
    if (known[c] == 0) {
      Text measured = new Text(Character.toString(c).repeat(4));
      measured.setFont(font);
      known[c] = (float) (measured.getLayoutBounds().getWidth() / 4);
    }
    return known[c];
  }
}
