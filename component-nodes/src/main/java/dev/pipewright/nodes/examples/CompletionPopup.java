package dev.pipewright.nodes.examples;

import dev.pipewright.nodes.examples.FilterCompletion.Completion;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// The list of what can follow, below a field that keeps the focus.
final class CompletionPopup {

  private static final double WIDTH = 360;
  private static final double ROW = 28;
  private static final int ROWS = 9;

  private final TextInputControl field;
  private final Consumer<Completion> onChosen;
  private final ListView<Completion> list = new ListView<>();
  private final Popup popup = new Popup();

  CompletionPopup(TextInputControl field, Consumer<Completion> onChosen) {
    this.field = field;
    this.onChosen = onChosen;
    list.getStyleClass().add("filter-completions");
    list.getStylesheets().add(ExamplesPane.SHEET);
    list.setFixedCellSize(ROW);
    list.setPrefWidth(WIDTH);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new Row());
    list.setAccessibleText(Messages.text("completions"));
    popup.getContent().setAll(list);
    popup.setAutoFix(true);
    popup.setHideOnEscape(false);
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  void offer(List<Completion> completions) {
    if (completions.isEmpty() || field.getScene() == null || !field.isFocused()) {
      hide();
      return;
    }
    list.getItems().setAll(completions);
    list.getSelectionModel().clearSelection();
    list.setPrefHeight(ROW * Math.min(ROWS, completions.size()) + 6);
    if (!popup.isShowing()) {
      Bounds bounds = field.localToScreen(field.getBoundsInLocal());
      if (bounds != null) {
        popup.show(field, bounds.getMinX(), bounds.getMaxY() + 6);
      }
    }
  }

  void hide() {
    popup.hide();
  }

  /// Whether a key was meant for the list: Enter is once something in it is chosen.
  boolean takes(KeyEvent event) {
    if (!popup.isShowing()) {
      return false;
    }
    boolean isChosen = list.getSelectionModel().getSelectedItem() != null;
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case ESCAPE -> hide();
      case TAB -> choose();
      case ENTER -> {
        if (!isChosen) {
          return false;
        }
        choose();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int step) {
    int size = list.getItems().size();
    int now = list.getSelectionModel().getSelectedIndex();
    int next = Math.floorMod(now < 0 && step < 0 ? size - 1 : now + step, size);
    list.getSelectionModel().select(next);
    list.scrollTo(Math.max(0, next - ROWS + 1));
  }

  private void choose() {
    int index = Math.max(0, list.getSelectionModel().getSelectedIndex());
    onChosen.accept(list.getItems().get(index));
  }

  private final class Row extends ListCell<Completion> {

    Row() {
      setPrefWidth(0);
      addEventHandler(
          MouseEvent.MOUSE_PRESSED,
          event -> {
            if (getItem() != null) {
              onChosen.accept(getItem());
              event.consume();
            }
          });
    }

    @Override
    protected void updateItem(@Nullable Completion item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty || item == null ? null : line(item));
      setAccessibleText(empty || item == null ? null : item.text());
    }

    private static HBox line(Completion item) {
      Label text = new Label(item.text().strip());
      text.getStyleClass().add("mono");
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      Label says = new Label(item.says());
      says.getStyleClass().addAll("caption", "muted");
      says.setMinWidth(Region.USE_PREF_SIZE);
      HBox row = new HBox(text, space, says);
      row.getStyleClass().add("filter-completion");
      return row;
    }
  }
}
