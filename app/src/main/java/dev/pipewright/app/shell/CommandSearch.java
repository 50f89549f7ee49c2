package dev.pipewright.app.shell;

import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The command search: a field over everything else, and what it finds below. Escape, or a click
/// elsewhere, closes it.
final class CommandSearch extends StackPane {

  private static final Texts TEXTS = Texts.of(CommandSearch.class);
  private static final double ROW = 32;
  private static final int ROWS = 10;
  private static final double WIDEST_HINT = 200;

  private final CommandIndex index;
  private final TextField field = new TextField();
  private final ListView<SearchEntry> list = new ListView<>();
  private @Nullable Node cameFrom;

  CommandSearch(CommandIndex index) {
    this.index = index;
    getStyleClass().add("search-layer");
    field.setPromptText(TEXTS.get("search"));
    field.setAccessibleText(TEXTS.get("view.search"));
    field.getStyleClass().add("search-field");
    field.textProperty().subscribe(text -> update());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new Cell());
    Label none = new Label(TEXTS.get("search.none"));
    none.getStyleClass().add("empty-line");
    list.setPlaceholder(none);
    VBox box = new VBox(field, list);
    box.getStyleClass().add("search-box");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    box.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> close());
    getChildren().setAll(box);
    setVisible(false);
  }

  void open() {
    if (!isVisible()) {
      cameFrom = getScene().getFocusOwner();
    }
    field.clear();
    index.prepare(this::update);
    update();
    setVisible(true);
    field.requestFocus();
  }

  /// The keys go back to where they were.
  private void close() {
    setVisible(false);
    if (cameFrom != null) {
      cameFrom.requestFocus();
    }
  }

  private void update() {
    list.getItems().setAll(index.find(field.getText()));
    list.setPrefHeight(ROW * Math.clamp(list.getItems().size(), 1, ROWS) + 8);
    list.getSelectionModel().selectFirst();
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case KeyCode.ESCAPE -> close();
      case KeyCode.ENTER -> perform(list.getSelectionModel().getSelectedItem());
      case KeyCode.DOWN -> list.getSelectionModel().selectNext();
      case KeyCode.UP -> list.getSelectionModel().selectPrevious();
      default -> {
        return;
      }
    }
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS + 1));
    event.consume();
  }

  private void perform(@Nullable SearchEntry entry) {
    if (entry != null) {
      close();
      entry.work().run();
    }
  }

  private final class Cell extends ListCell<SearchEntry> {

    Cell() {
      setPrefWidth(0);
      addEventHandler(MouseEvent.MOUSE_CLICKED, event -> perform(getItem()));
    }

    @Override
    protected void updateItem(@Nullable SearchEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      setGraphic(empty || entry == null ? null : row(entry));
    }

    private static HBox row(SearchEntry entry) {
      String icon = entry.styleClass().equals("muted") ? "muted" : "category-icon";
      Label name = new Label(entry.name(), Icons.of(entry.icon(), icon, entry.styleClass()));
      name.getStyleClass().add("search-name");
      Label kind = new Label(entry.kind());
      kind.getStyleClass().addAll("caption", "muted");
      kind.setMinWidth(Region.USE_PREF_SIZE);
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      // Of a path its end says the most.
      Label hint = new Label(entry.hint());
      hint.getStyleClass().addAll("caption", "muted");
      hint.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
      hint.setMaxWidth(WIDEST_HINT);
      HBox row = new HBox(name, kind, space, hint);
      row.getStyleClass().add("search-row");
      return row;
    }
  }
}
