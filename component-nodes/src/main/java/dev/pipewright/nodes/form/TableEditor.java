package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A list of small objects as a table with a column a field, as the outputs of a Transform. Rows
/// can be edited in place; what is wrong with one stands below it.
final class TableEditor extends VBox {

  private static final int MOST_COLUMNS = 3;

  /// The room that the column of expressions gets beside one of 1.
  private static final double LONG_SHARE = 2;

  /// Where expressions have less room than this, they go below the other cells.
  private static final double ROOM_FOR_EXPRESSIONS = 440;

  private final ListField list;
  private final ParameterType.Struct type;
  private final FieldViews views;
  private final VBox rows = new VBox();
  private final ObservableValue<Boolean> stacked;

  TableEditor(ListField list, ParameterType.Struct type, FieldViews views) {
    this.list = list;
    this.type = type;
    this.views = views;
    getStyleClass().addAll("list-editor", "table-editor");
    boolean hasLong = type.fields().stream().anyMatch(TableEditor::isLong);
    stacked = widthProperty().map(width -> hasLong && width.doubleValue() < ROOM_FOR_EXPRESSIONS);
    rows.getStyleClass().add("list-rows");
    list.items().addListener((ListChangeListener<FormField>) this::update);
    list.items().forEach(item -> rows.getChildren().add(row(item)));
    HBox head = head();
    FieldViews.showWhile(
        head,
        Bindings.createBooleanBinding(
            () -> !list.items().isEmpty() && !stacked.getValue(), list.items(), stacked));
    getChildren().addAll(head, rows, Buttons.add(views.labels().add(list), this::add));
  }

  /// Whether objects of the type make rows: a few values that are typed.
  static boolean fits(ParameterType.Struct type) {
    return type.fields().size() <= MOST_COLUMNS
        && type.fields().stream()
            .map(ParameterSpec::type)
            .allMatch(
                t ->
                    t instanceof ParameterType.Text
                        || t instanceof ParameterType.Int
                        || t instanceof ParameterType.Real);
  }

  private void update(ListChangeListener.Change<? extends FormField> change) {
    while (change.next()) {
      rows.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
      List<Node> added = new ArrayList<>();
      change.getAddedSubList().forEach(item -> added.add(row(item)));
      rows.getChildren().addAll(change.getFrom(), added);
    }
  }

  private HBox head() {
    HBox head = new HBox();
    head.getStyleClass().addAll("table-editor-head");
    Region start = new Region();
    start.getStyleClass().add("table-editor-end");
    head.getChildren().add(start);
    for (ParameterSpec column : type.fields()) {
      Label label = new Label(Labels.words(column.name()));
      head.getChildren().add(column(label, column));
    }
    Region end = new Region();
    end.getStyleClass().add("table-editor-end");
    head.getChildren().add(end);
    return head;
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
    List<Region> cells = new ArrayList<>();
    VBox findings = new VBox(Findings.of(item.problems()));
    item.children()
        .forEach(
            cell -> {
              if (cell instanceof TextualField field) {
                TextEditor editor = new TextEditor(field, views.chooser());
                FieldViews.name(editor.control(), Labels.words(field.spec().name()), field);
                cells.add(column(editor, field.spec()));
                findings.getChildren().add(Findings.of(field, editor.control()));
              }
            });
    HBox line = new HBox();
    line.getStyleClass().add("table-editor-row");
    VBox row = new VBox(line);
    Node grip = ListEditor.grip(list, rows, row, views);
    Node remove = ListEditor.remove(list, item, views);
    row.getStyleClass().add("table-editor-cells");
    stacked.subscribe(
        isStacked -> {
          // The last cell goes below the others, over the whole width.
          List<Node> first = new ArrayList<>(cells);
          row.getChildren().setAll(line);
          line.getChildren().clear();
          if (isStacked) {
            row.getChildren().add(first.removeLast());
          }
          first.addFirst(grip);
          first.add(remove);
          line.getChildren().setAll(first);
          row.getChildren().add(findings);
        });
    return row;
  }

  private static Region column(Region cell, ParameterSpec column) {
    cell.setPrefWidth(isLong(column) ? 100 * LONG_SHARE : 100);
    cell.setMinWidth(0);
    cell.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(cell, Priority.ALWAYS);
    return cell;
  }

  private static boolean isLong(ParameterSpec column) {
    return column.type() instanceof ParameterType.Text(var language)
        && language != ParameterType.Text.Language.PLAIN;
  }
}
