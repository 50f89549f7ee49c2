package dev.pipewright.app.inspector;

import dev.pipewright.app.inspector.ConditionCompletion.Completion;
import dev.pipewright.app.text.Texts;
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
final class CompletionList {

  private static final Texts TEXTS = Texts.of(CompletionList.class);
  private static final double WIDTH = 380;
  private static final double ROW = 26;
  private static final int ROWS = 8;

  private final TextInputControl field;
  private final Consumer<Completion> onChosen;
  private final ListView<Completion> list = new ListView<>();
  private final Popup popup = new Popup();

  CompletionList(TextInputControl field, Consumer<Completion> onChosen) {
    this.field = field;
    this.onChosen = onChosen;
    list.getStyleClass().add("completion-list");
    list.setFixedCellSize(ROW);
    list.setPrefWidth(WIDTH);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new Cell());
    list.setAccessibleText(TEXTS.get("completions"));
    popup.getContent().setAll(list);
    popup.setAutoFix(true);
    popup.setHideOnEscape(false);
  }

  void offer(List<Completion> completions) {
    if (completions.isEmpty() || field.getScene() == null) {
      hide();
      return;
    }
    list.getItems().setAll(completions);
    list.getSelectionModel().clearSelection();
    list.setPrefHeight(ROW * Math.min(ROWS, completions.size()) + 4);
    if (!popup.isShowing()) {
      Bounds bounds = field.localToScreen(field.getBoundsInLocal());
      if (bounds != null) {
        double right = bounds.getMaxX() - WIDTH;
        popup.show(field, Math.min(right, bounds.getMinX()), bounds.getMaxY() + 2);
      }
    }
  }

  void hide() {
    popup.hide();
  }

  /// Whether a key was meant for the list: Enter is once something in it is chosen.
  boolean pressed(KeyEvent event) {
    if (!popup.isShowing()) {
      return false;
    }
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case ESCAPE -> hide();
      case TAB -> choose(0);
      case ENTER -> {
        if (list.getSelectionModel().getSelectedItem() == null) {
          return false;
        }
        choose(0);
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

  private void choose(int otherwise) {
    int index = Math.max(otherwise, list.getSelectionModel().getSelectedIndex());
    if (index < list.getItems().size()) {
      onChosen.accept(list.getItems().get(index));
    }
  }

  private final class Cell extends ListCell<Completion> {

    Cell() {
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
      setGraphic(empty || item == null ? null : row(item));
      setAccessibleText(empty || item == null ? null : item.text());
    }

    private static HBox row(Completion item) {
      Label text = new Label(item.text());
      text.getStyleClass().addAll("mono", "completion-text");
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      boolean isKey = List.of("sign", "word", "value").contains(item.says());
      Label says = new Label(isKey ? TEXTS.get("completion." + item.says()) : item.says());
      says.getStyleClass().addAll("caption", "muted");
      says.setMinWidth(Region.USE_PREF_SIZE);
      HBox row = new HBox(text, space, says);
      row.getStyleClass().add("completion-row");
      return row;
    }
  }
}
