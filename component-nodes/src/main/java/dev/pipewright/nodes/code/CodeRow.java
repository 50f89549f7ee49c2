package dev.pipewright.nodes.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A line as it is drawn: its text in colours, over what is selected and marked.
final class CodeRow extends Pane {

  private static final double WAVE = 2;

  private final String line;
  private final List<Token> tokens;
  private final Font font;
  private final TextFlow flow = new TextFlow();
  private final Path selection = path("code-selection");
  private final Path pair = path("code-pair");
  private final Path wave = path("code-wave");

  CodeRow(String line, List<Token> tokens, Font font) {
    this.line = line;
    this.tokens = tokens;
    this.font = font;
    int at = 0;
    for (Token token : tokens) {
      add(at, token.start(), "code-plain");
      add(
          token.start(),
          token.end(),
          "code-" + token.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      at = token.end();
    }
    add(at, line.length(), "code-plain");
    if (line.isEmpty()) {
      // An empty flow has no height, and no place for the caret.
      flow.getChildren().add(text("", "code-plain"));
    }
    flow.setManaged(false);
    setManaged(false);
    getChildren().setAll(selection, pair, flow, wave);
  }

  private static Path path(String styleClass) {
    Path path = new Path();
    path.getStyleClass().add(styleClass);
    path.setManaged(false);
    return path;
  }

  private void add(int start, int end, String styleClass) {
    if (end > start) {
      flow.getChildren().add(text(line.substring(start, end), styleClass));
    }
  }

  private Text text(String content, String styleClass) {
    Text text = new Text(content);
    text.setFont(font);
    text.getStyleClass().addAll("code-text", styleClass);
    return text;
  }

  /// Parts with its texts, to be drawn no more.
  void letGo() {
    flow.getChildren().clear();
  }

  /// Whether it draws just this.
  boolean draws(String otherLine, List<Token> otherTokens, Font otherFont) {
    return line.equals(otherLine) && tokens.equals(otherTokens) && font.equals(otherFont);
  }

  /// Where the token ends that begins there; there where none does.
  int tokenEnd(int start) {
    return tokens.stream()
        .filter(token -> token.start() == start)
        .mapToInt(Token::end)
        .findFirst()
        .orElse(start);
  }

  /// Lays the line out: wrapped to a width, or as wide as it is.
  void fit(double wrapWidth) {
    double width = wrapWidth > 0 ? wrapWidth : Math.ceil(flow.prefWidth(-1)) + 1;
    flow.resize(width, flow.prefHeight(width));
    resize(width, flow.getHeight());
  }

  /// Where the caret stands before a character.
  Rectangle2D caret(int column) {
    var info = flow.getLayoutInfo().caretInfoAt(Math.min(column, line.length()), true);
    return info.getSegmentAt(0);
  }

  /// The character whose left edge is nearest to the point.
  int column(double x, double y) {
    int index = flow.getHitInfo(new Point2D(x, y)).getInsertionIndex();
    return Math.clamp(index, 0, line.length());
  }

  /// Where the characters stand.
  List<Rectangle2D> range(int start, int end) {
    int last = Math.min(end, line.length());
    return start >= last
        ? List.of()
        : flow.getLayoutInfo().getSelectionGeometry(start, last, false);
  }

  /// Shows these characters as selected.
  ///
  /// @param more how far the selection goes beyond the line's end
  void select(int start, int end, double more) {
    List<Rectangle2D> boxes = new ArrayList<>(range(start, end));
    if (more > 0) {
      Rectangle2D last = caret(line.length());
      boxes.add(new Rectangle2D(last.getMinX(), last.getMinY(), more, last.getHeight()));
    }
    selection.getElements().setAll(outline(boxes));
  }

  /// Marks these characters as a pair of brackets.
  void mark(List<Integer> columns) {
    List<Rectangle2D> boxes = new ArrayList<>();
    columns.forEach(column -> boxes.addAll(range(column, column + 1)));
    pair.getElements().setAll(outline(boxes));
  }

  /// Underlines these characters; past the end, the place where one is missing.
  void underline(int start, int end) {
    List<PathElement> elements = new ArrayList<>();
    List<Rectangle2D> boxes = end < 0 ? List.of() : range(start, end);
    if (end >= 0 && boxes.isEmpty()) {
      Rectangle2D caret = caret(start);
      boxes = List.of(new Rectangle2D(caret.getMinX(), caret.getMinY(), 6, caret.getHeight()));
    }
    for (Rectangle2D box : boxes) {
      double y = box.getMaxY() - WAVE;
      elements.add(new MoveTo(box.getMinX(), y));
      boolean isUp = true;
      for (double x = box.getMinX() + WAVE; x <= box.getMaxX(); x += WAVE) {
        elements.add(new LineTo(x, isUp ? y + WAVE : y));
        isUp = !isUp;
      }
    }
    wave.getElements().setAll(elements);
  }

  /// The outlines of boxes.
  static List<PathElement> outline(List<Rectangle2D> boxes) {
    List<PathElement> elements = new ArrayList<>();
    for (Rectangle2D box : boxes) {
      elements.add(new MoveTo(box.getMinX(), box.getMinY()));
      elements.add(new LineTo(box.getMaxX(), box.getMinY()));
      elements.add(new LineTo(box.getMaxX(), box.getMaxY()));
      elements.add(new LineTo(box.getMinX(), box.getMaxY()));
      elements.add(new ClosePath());
    }
    return elements;
  }
}
