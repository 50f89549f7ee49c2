package dev.pipewright.canvas;

/// A note on the canvas.
///
/// @param key tells it from the other notes, for as long as it lives
/// @param text Markdown: headings, bold, italic, code, lists, links
/// @param x the left edge in document pixels
/// @param y the top edge in document pixels
/// @param width how wide it is
/// @param height how high it is
/// @param footer what stands below the text, as who wrote it when; may be empty
/// @param style a style class of its own; may be empty
public record GraphNote(
    String key,
    String text,
    double x,
    double y,
    double width,
    double height,
    String footer,
    String style) {

  /// The smallest width and height.
  public static final double LEAST = 60;

  /// @throws IllegalArgumentException when it has no size
  public GraphNote {
    if (!(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException(key + " is " + width + " by " + height);
    }
  }

  /// A note that looks as notes do.
  public GraphNote(
      String key, String text, double x, double y, double width, double height, String footer) {
    this(key, text, x, y, width, height, footer, "");
  }

  /// The same note somewhere else.
  public GraphNote at(double newX, double newY) {
    return in(newX, newY, width, height);
  }

  /// The same note in other bounds.
  public GraphNote in(double newX, double newY, double newWidth, double newHeight) {
    return new GraphNote(key, text, newX, newY, newWidth, newHeight, footer, style);
  }

  /// The same note with another text.
  public GraphNote withText(String value) {
    return new GraphNote(key, value, x, y, width, height, footer, style);
  }
}
