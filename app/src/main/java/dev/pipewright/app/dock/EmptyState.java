package dev.pipewright.app.dock;

import dev.pipewright.nodes.theme.Icons;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What stands where there is nothing to show: an icon, a title, one line, perhaps an action.
public final class EmptyState extends VBox {

  /// An empty state.
  ///
  /// @param icon as Ikonli names it
  /// @param title what there is not
  /// @param line how there could be
  /// @param actions none or one
  public EmptyState(String icon, String title, String line, Node... actions) {
    getStyleClass().add("empty-state");
    Label head = new Label(title);
    head.getStyleClass().add("empty-title");
    Label text = new Label(line);
    text.getStyleClass().add("empty-line");
    text.setWrapText(true);
    getChildren().addAll(Icons.of(icon), head, text);
    getChildren().addAll(actions);
  }
}
