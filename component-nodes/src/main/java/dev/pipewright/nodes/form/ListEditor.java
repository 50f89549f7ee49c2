package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.component.ParameterType;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A list, an item a row, or a card where items are objects. Alt with the arrows moves an item.
final class ListEditor extends VBox {

  private final ListField list;
  private final FieldViews views;
  private final VBox rows = new VBox();

  ListEditor(ListField list, FieldViews views) {
    this.list = list;
    this.views = views;
    getStyleClass().add("list-editor");
    rows.getStyleClass().add("list-rows");
    list.items().addListener((ListChangeListener<FormField>) change -> update(change));
    list.items().forEach(item -> rows.getChildren().add(row(item)));
    getChildren().addAll(rows, Buttons.add(views.labels().add(list), list::add));
  }

  /// Rows stay with their fields: the one that has the focus keeps it.
  private void update(ListChangeListener.Change<? extends FormField> change) {
    while (change.next()) {
      rows.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
      List<Node> added = new ArrayList<>();
      change.getAddedSubList().forEach(item -> added.add(row(item)));
      rows.getChildren().addAll(change.getFrom(), added);
    }
  }

  private Node row(FormField item) {
    Region row = list.element() instanceof ParameterType.Struct ? card(item) : line(item);
    row.addEventFilter(KeyEvent.KEY_PRESSED, event -> moveByKey(event, list, item));
    return row;
  }

  private Region line(FormField item) {
    Node control = views.bare(item);
    HBox.setHgrow(control, Priority.ALWAYS);
    HBox line = new HBox(control, grip(list, item, views), remove(list, item, views));
    line.getStyleClass().add("list-row");
    return line;
  }

  private Region card(FormField item) {
    // A field belongs to its place: the number in its path is its place for good.
    String path = item.path();
    int index = Integer.parseInt(path.substring(path.lastIndexOf('[') + 1, path.length() - 1));
    Label title = new Label(views.labels().item(list, index));
    title.getStyleClass().add("list-card-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, space, grip(list, item, views), remove(list, item, views));
    head.getStyleClass().add("list-card-head");
    VBox card = new VBox(head);
    card.getChildren()
        .addAll(item instanceof StructField struct ? views.inside(struct, 1) : List.of());
    card.getStyleClass().add("list-card");
    return card;
  }

  /// The button with which an item is moved.
  static Button grip(ListField list, FormField item, FieldViews views) {
    MenuItem up = new MenuItem(Messages.text("move.up"));
    up.setOnAction(event -> move(list, item, -1));
    MenuItem down = new MenuItem(Messages.text("move.down"));
    down.setOnAction(event -> move(list, item, 1));
    ContextMenu menu = new ContextMenu(up, down);
    Button grip =
        Buttons.icon(
            "mdi2d-drag-vertical", Messages.text("order", views.labels().of(list)), () -> {});
    grip.getStyleClass().add("list-grip");
    grip.setOnAction(event -> menu.show(grip, Side.BOTTOM, 0, 0));
    return grip;
  }

  static Button remove(ListField list, FormField item, FieldViews views) {
    return Buttons.icon(
        "mdi2c-close",
        Messages.text("remove", views.labels().of(list)),
        () -> list.remove(list.items().indexOf(item)));
  }

  static void moveByKey(KeyEvent event, ListField list, FormField item) {
    if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
      move(list, item, event.getCode() == KeyCode.UP ? -1 : 1);
      event.consume();
    }
  }

  private static void move(ListField list, FormField item, int by) {
    int at = list.items().indexOf(item);
    list.move(at, at + by);
  }
}
