package dev.pipewright.app.shell;

import dev.pipewright.testing.Fx;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Finds texts that are not drawn as they are: of buttons anywhere, and of all there is in what
/// stands over the window. Where a tip says all, nothing is cut.
final class CutTexts {

  private static final List<String> OVER = List.of("banner", "notice", "welcome", "dialog-pane");

  private CutTexts() {}

  /// The texts below a node that are cut, each with what is drawn.
  static List<String> of(Node root) {
    List<String> cut = new ArrayList<>();
    Fx.run(() -> collect(root, false, cut));
    return cut;
  }

  private static void collect(Node node, boolean isOver, List<String> cut) {
    boolean isTold = node instanceof ButtonBase button && button.getTooltip() != null;
    if (!node.isVisible() || (isOver && isTold)) {
      return;
    }
    boolean isAll = isOver || OVER.stream().anyMatch(node.getStyleClass()::contains);
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && (isAll || labeled instanceof ButtonBase)) {
      for (Node child : labeled.getChildrenUnmodifiable()) {
        boolean isText = child instanceof Text && !(child instanceof FontIcon);
        if (isText && child instanceof Text text && !text.getText().equals(labeled.getText())) {
          cut.add(labeled.getText() + " as " + text.getText());
        }
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, isAll, cut));
    }
  }
}
