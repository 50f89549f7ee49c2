package dev.pipewright.app.graph;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.text.Ranking;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The list that opens on the canvas where a new node is asked for: a field to type in, and the
/// components that come into question, the best first.
final class NodeSearch extends VBox {

  private static final Texts TEXTS = Texts.of(NodeSearch.class);
  private static final double WIDTH = 280;
  private static final double ROW = 28;
  private static final int ROWS = 9;
  private static final double EDGE = 8;

  /// A component that may be chosen.
  ///
  /// @param port the port of it that would be linked; empty for none
  record Choice(ComponentSpec spec, String port) {}

  private final Components components;
  private final TextField field = new TextField();
  private final ListView<Choice> list = new ListView<>();
  private final Label none = new Label();
  private List<Choice> choices = List.of();
  private Consumer<Choice> onChosen = choice -> {};
  private @Nullable Node cameFrom;

  NodeSearch(Components components) {
    this.components = components;
    getStyleClass().add("node-search");
    field.textProperty().subscribe(text -> update());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    field.focusedProperty().subscribe((before, isFocused) -> left(isFocused));
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new Cell());
    none.getStyleClass().add("empty-line");
    list.setPlaceholder(none);
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    getChildren().setAll(field, list);
    setManaged(false);
    setVisible(false);
  }

  /// Opens the list.
  ///
  /// @param corner its left top corner, in the coordinates of its parent, which it stays within
  /// @param prompt what stands in the empty field
  /// @param onChosen takes what is chosen
  void open(Point2D corner, List<Choice> offered, String prompt, Consumer<Choice> chosen) {
    cameFrom = getScene() == null ? null : getScene().getFocusOwner();
    choices = offered;
    onChosen = chosen;
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    field.clear();
    update();
    setVisible(true);
    place(corner);
    field.requestFocus();
  }

  private void place(Point2D corner) {
    double height = prefHeight(WIDTH);
    Region parent = (Region) getParent();
    double x = Math.clamp(corner.getX(), EDGE, Math.max(EDGE, parent.getWidth() - WIDTH - EDGE));
    double y = Math.clamp(corner.getY(), EDGE, Math.max(EDGE, parent.getHeight() - height - EDGE));
    resizeRelocate(x, y, WIDTH, height);
  }

  void close() {
    if (isVisible()) {
      setVisible(false);
      if (cameFrom != null) {
        cameFrom.requestFocus();
      }
    }
  }

  private void left(boolean isFocused) {
    if (!isFocused && isVisible()) {
      cameFrom = null;
      close();
    }
  }

  private void update() {
    String typed = field.getText();
    none.setText(TEXTS.get(typed.isBlank() ? "search.none" : "search.none.typed"));
    list.getItems()
        .setAll(
            choices.stream()
                .filter(choice -> Components.rank(choice.spec(), typed) < Ranking.NONE)
                .sorted(Comparator.comparingInt(c -> Components.rank(c.spec(), typed)))
                .toList());
    list.getSelectionModel().selectFirst();
    list.setPrefHeight(ROW * Math.clamp(list.getItems().size(), 1, ROWS) + 2);
    if (isVisible()) {
      resize(WIDTH, prefHeight(WIDTH));
    }
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case KeyCode.ESCAPE -> close();
      case KeyCode.ENTER -> choose(list.getSelectionModel().getSelectedItem());
      case KeyCode.DOWN -> list.getSelectionModel().selectNext();
      case KeyCode.UP -> list.getSelectionModel().selectPrevious();
      case KeyCode.TAB -> list.getSelectionModel().selectNext();
      default -> {
        return;
      }
    }
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS + 1));
    event.consume();
  }

  private void choose(@Nullable Choice choice) {
    if (choice != null) {
      close();
      onChosen.accept(choice);
    }
  }

  private final class Cell extends ListCell<Choice> {

    Cell() {
      getStyleClass().add("palette-cell");
      setPrefWidth(0);
      addEventHandler(MouseEvent.MOUSE_CLICKED, event -> choose(getItem()));
    }

    @Override
    protected void updateItem(@Nullable Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      setGraphic(empty || choice == null ? null : row(choice));
      setAccessibleText(empty || choice == null ? null : choice.spec().name());
    }

    private HBox row(Choice choice) {
      ComponentSpec spec = choice.spec();
      String category = CategoryStyle.of(spec.category()).styleClass();
      Label name =
          new Label(
              spec.name(),
              Icons.of(components.binding(spec.name()).icon(), "category-icon", category));
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      Label port = new Label(choice.port());
      port.getStyleClass().addAll("caption", "muted");
      HBox row = new HBox(name, space, port);
      row.getStyleClass().add("search-row");
      return row;
    }
  }
}
