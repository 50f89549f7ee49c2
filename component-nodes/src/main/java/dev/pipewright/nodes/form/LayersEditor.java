package dev.pipewright.nodes.form;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The layers of a model, a row each: number, class, units, activation.
final class LayersEditor extends VBox {

  private final LayersField field;
  private final VBox rows = new VBox();
  private final HBox foot = new HBox();

  LayersEditor(LayersField field) {
    this.field = field;
    getStyleClass().add("layers-editor");
    rows.getStyleClass().add("list-rows");
    foot.getStyleClass().add("layers-foot");
    field.rows().addListener((ListChangeListener<LayersField.Row>) change -> draw());
    draw();
    getChildren().addAll(head(), rows, foot);
  }

  private static Node head() {
    Label layer = new Label(Messages.text("layers.layer"));
    Label units = new Label(Messages.text("layers.units"));
    Label activation = new Label(Messages.text("layers.activation"));
    layer.getStyleClass().add("layers-name");
    units.getStyleClass().add("layers-number");
    Region start = new Region();
    start.getStyleClass().add("table-editor-end");
    HBox head = new HBox(start, layer, units, activation);
    head.getStyleClass().add("table-editor-head");
    return head;
  }

  private void draw() {
    List<Node> nodes = field.rows().stream().map(this::row).toList();
    rows.getChildren().setAll(nodes);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label inputs = new Label(Messages.text("layers.inputs", field.inputCount()));
    inputs.getStyleClass().addAll("muted", "caption");
    Button add = Buttons.add(Messages.text("layers.add"), field::add);
    add.setVisible(field.canAdd());
    foot.getChildren().setAll(add, space, inputs);
  }

  private Node row(LayersField.Row row) {
    HBox line = new HBox();
    VBox whole = new VBox();
    RowGrip grip =
        new RowGrip(rows, whole, Messages.text("layers.order", row.layer().name()), mover());
    grip.setVisible(field.canRemove(row));
    line.getChildren().addAll(grip, name(row));
    line.getStyleClass().addAll("list-row", "layers-row");
    VBox findings = new VBox();
    row.number()
        .ifPresentOrElse(
            number -> line.getChildren().add(FieldViews.at(number(row, number, findings), number)),
            () -> line.getChildren().add(summary(row)));
    row.activation()
        .ifPresent(
            activation -> {
              ComboBox<String> choice = FieldViews.choice(activation);
              choice.setPrefWidth(80);
              choice.setMinWidth(0);
              choice.setAccessibleText(Messages.text("layers.activation.of", row.layer().name()));
              HBox.setHgrow(choice, Priority.ALWAYS);
              line.getChildren().add(FieldViews.at(choice, activation));
            });
    if (row.number().isPresent() && row.activation().isEmpty()) {
      line.getChildren().add(summary(row));
    }
    Button remove =
        Buttons.icon(
            "mdi2c-close", Messages.text("remove", row.layer().name()), () -> field.remove(row));
    remove.setVisible(field.canRemove(row));
    line.getChildren().add(remove);
    whole.getChildren().setAll(line, findings);
    return whole;
  }

  private RowGrip.Mover mover() {
    return new RowGrip.Mover() {
      @Override
      public int place(int from, int to) {
        return field.place(from, to);
      }

      @Override
      public void move(int from, int to) {
        field.move(from, to);
      }
    };
  }

  private Node name(LayersField.Row row) {
    Label name = new Label(row.layer().className());
    // Without a number beside it a name takes the room it needs.
    name.getStyleClass()
        .addAll("medium", row.number().isPresent() ? "layers-name" : "layers-whole-name");
    name.setTooltip(new Tooltip(row.layer().name()));
    return name;
  }

  private static Node number(LayersField.Row row, TextualField number, VBox findings) {
    TextEditor editor = new TextEditor(number, PathChooser.ofSystem());
    editor.getStyleClass().add("layers-number");
    editor
        .control()
        .setAccessibleText(
            Messages.text("layers.number.of", number.spec().name(), row.layer().name()));
    findings.getChildren().add(Findings.of(number, editor.control()));
    return editor;
  }

  private static Node summary(LayersField.Row row) {
    Label summary = new Label(row.summary());
    summary.getStyleClass().addAll("muted", "caption");
    summary.setMinWidth(0);
    summary.setMaxWidth(Double.MAX_VALUE);
    summary.setTooltip(new Tooltip(row.layer().name() + ": " + row.summary()));
    HBox.setHgrow(summary, Priority.ALWAYS);
    return summary;
  }
}
