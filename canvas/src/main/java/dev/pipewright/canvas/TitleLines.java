package dev.pipewright.canvas;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A title that is too long for its line, in two: broken behind a mark between words, or where
/// small letters are followed by a capital or a number.
final class TitleLines {

  private static final Text MEASURE = new Text();

  private TitleLines() {}

  /// The title, with a line break where it needs one and has a place for one.
  static String of(String title, Font font, double width) {
    if (width <= 0 || width(title, font) <= width) {
      return title;
    }
    for (int at = title.length() - 1; at > 0; at--) {
      if (canBreak(title, at) && width(title.substring(0, at), font) <= width) {
        return title.substring(0, at).stripTrailing() + "\n" + title.substring(at);
      }
    }
    return title;
  }

  private static double width(String text, Font font) {
    MEASURE.setFont(font);
    MEASURE.setText(text);
    return Math.ceil(MEASURE.getLayoutBounds().getWidth());
  }

  private static boolean canBreak(String title, int at) {
    char before = title.charAt(at - 1);
    char after = title.charAt(at);
    return !Character.isLetterOrDigit(before)
        || (Character.isLowerCase(before) && Character.isUpperCase(after))
        || (Character.isLetter(before) && Character.isDigit(after));
  }
}
