package dev.pipewright.nodes.form;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A map, an entry a row: the key, the value, and a button that removes it.
final class MapEditor extends VBox {

  private final MapField map;
  private final FieldViews views;
  private final VBox rows = new VBox();

  MapEditor(MapField map, FieldViews views) {
    this.map = map;
    this.views = views;
    getStyleClass().add("list-editor");
    rows.getStyleClass().add("list-rows");
    map.entries().addListener((ListChangeListener<MapField.Entry>) change -> update());
    update();
    getChildren().addAll(rows, Buttons.add(Messages.text("add"), map::add));
  }

  private void update() {
    List<Node> nodes = map.entries().stream().map(this::row).toList();
    rows.getChildren().setAll(nodes);
  }

  private Node row(MapField.Entry entry) {
    TextField key = new TextField();
    key.setPrefColumnCount(5);
    key.setAccessibleText(Messages.text("map.key"));
    key.textProperty().bindBidirectional(entry.keyText());
    key.focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is) {
                entry.commitKey();
              }
            });
    key.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            entry.commitKey();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            entry.revertKey();
          }
        });
    Node value = views.bare(entry.value());
    HBox.setHgrow(key, Priority.ALWAYS);
    HBox.setHgrow(value, Priority.ALWAYS);
    String name = views.labels().of(map);
    HBox row =
        new HBox(
            key, value, Buttons.icon("mdi2c-close", Messages.text("remove", name), entry::remove));
    row.getStyleClass().add("list-row");
    return new VBox(row, Findings.of(entry.message(), key));
  }
}
