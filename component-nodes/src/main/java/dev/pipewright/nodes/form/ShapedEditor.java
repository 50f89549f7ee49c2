package dev.pipewright.nodes.form;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A JSON value by its fields, or as text; a button changes between the two.
final class ShapedEditor extends VBox {

  private final ShapedField field;
  private final FieldViews views;

  ShapedEditor(ShapedField field, FieldViews views) {
    this.field = field;
    this.views = views;
    getStyleClass().add("form-fields");
    field.shaped().subscribe(isShaped -> draw());
    // Whether the text takes one line or several is decided when it is drawn.
    field
        .value()
        .subscribe(
            () -> {
              if (!field.shaped().get()) {
                draw();
              }
            });
  }

  private void draw() {
    List<Node> nodes = new ArrayList<>();
    if (field.shaped().get()) {
      nodes.addAll(shape(field.shape()));
    } else {
      nodes.add(views.of(field.json(), 0));
    }
    nodes.add(Findings.of(field.problems()));
    if (field.isFit()) {
      nodes.add(new HBox(toggle()));
    }
    boolean hadFocus = isFocusWithin();
    getChildren().setAll(nodes);
    if (hadFocus) {
      FieldViews.enter(this);
    }
  }

  private List<Node> shape(FormField shape) {
    return shape instanceof StructField struct
        ? struct.fields().stream().flatMap(f -> flat(f).stream()).toList()
        : List.of(views.of(shape, 0));
  }

  /// An object within the shape needs no heading: its fields stand with the others.
  private List<Node> flat(FormField field) {
    return field instanceof StructField struct
        ? struct.fields().stream().map(f -> views.of(f, 0)).toList()
        : List.of(views.of(field, 0));
  }

  private Button toggle() {
    Button toggle = new Button(Messages.text(field.shaped().get() ? "json.edit" : "json.done"));
    toggle.getStyleClass().addAll("flat", "small", "form-json");
    toggle.setOnAction(event -> field.toggleText());
    return toggle;
  }
}
