package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.component.ParameterType;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A list, an item a row, or a card where items are objects. Rows are moved by their grips.
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
    getChildren().addAll(rows, Buttons.add(views.labels().add(list), this::add));
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

  /// Who adds an item fills it in next.
  private void add() {
    int before = rows.getChildren().size();
    list.add();
    if (rows.getChildren().size() > before) {
      FieldViews.enter(rows.getChildren().getLast());
    }
  }

  private Node row(FormField item) {
    return list.element() instanceof ParameterType.Struct ? card(item) : line(item);
  }

  private Region line(FormField item) {
    Node control = views.bare(item);
    HBox.setHgrow(control, Priority.ALWAYS);
    HBox line = new HBox();
    line.getChildren().addAll(grip(list, rows, line, views), control, remove(list, item, views));
    line.getStyleClass().add("list-row");
    return line;
  }

  private Region card(FormField item) {
    VBox card = new VBox();
    // A field belongs to its place: the number in its path is its place for good.
    String path = item.path();
    int index = Integer.parseInt(path.substring(path.lastIndexOf('[') + 1, path.length() - 1));
    Label title = new Label(views.labels().item(list, index));
    title.getStyleClass().add("list-card-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(grip(list, rows, card, views), title, space, remove(list, item, views));
    head.getStyleClass().add("list-card-head");
    card.getChildren().add(head);
    card.getChildren()
        .addAll(item instanceof StructField struct ? views.inside(struct, 1) : List.of());
    card.getStyleClass().add("list-card");
    return card;
  }

  /// The grip by which the item of a row is moved.
  static Button grip(ListField list, VBox rows, Node row, FieldViews views) {
    return new RowGrip(
        rows,
        row,
        Messages.text("order", views.labels().of(list)),
        new RowGrip.Mover() {
          @Override
          public int place(int from, int to) {
            return to;
          }

          @Override
          public void move(int from, int to) {
            list.move(from, to);
          }
        });
  }

  static Button remove(ListField list, FormField item, FieldViews views) {
    return Buttons.icon(
        "mdi2c-close",
        Messages.text("remove", views.labels().of(list)),
        () -> list.remove(list.items().indexOf(item)));
  }
}
