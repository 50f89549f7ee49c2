package dev.pipewright.nodes.code;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The numbers of the lines in view, left of them.
final class CodeGutter extends Group {

  private static final double GAP = 12;

  /// How wide the numbers of so many lines are; one line has none.
  static double width(int count, Font font) {
    return count > 1 ? number(count, font).getLayoutBounds().getWidth() + GAP : 0;
  }

  private static Text number(int number, Font font) {
    Text text = new Text(String.valueOf(number));
    text.setFont(font);
    return text;
  }

  /// Shows no numbers.
  void clear() {
    getChildren().clear();
  }

  /// Shows the numbers of the lines from `first` to `last` that are whole in the view.
  ///
  /// @param width how wide the gutter is
  /// @param rowHeight how high a line is
  /// @param scrolled how far the first line of all is above the view
  /// @param height how high the view is
  void show(
      int first,
      int last,
      Font font,
      double width,
      double rowHeight,
      double scrolled,
      double height) {
    List<Node> shown = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      double y = line * rowHeight - scrolled;
      if (y > -1 && y <= height - rowHeight + 1) {
        Text number = number(line + 1, font);
        number.getStyleClass().add("code-line-number");
        number.setTextOrigin(VPos.TOP);
        number.relocate(width - GAP - number.getLayoutBounds().getWidth(), y);
        shown.add(number);
      }
    }
    getChildren().setAll(shown);
    if (getScene() != null) {
      applyCss();
    }
  }
}
