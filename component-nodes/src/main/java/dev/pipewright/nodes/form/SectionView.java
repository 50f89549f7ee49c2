package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.component.ParameterType;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A section: its title, which folds it, with the number of problems in it, and its fields.
final class SectionView extends VBox {

  private final ToggleButton fold;
  private final List<FormField> fields;

  SectionView(Section section, FieldViews views) {
    getStyleClass().add("form-section");
    VBox body = new VBox();
    body.getStyleClass().add("form-body");
    fields = section.fields();
    // What has the section to itself needs no second heading.
    if (fields.size() == 1 && fields.getFirst() instanceof StructField struct) {
      body.getChildren().addAll(views.inside(struct, 0));
    } else if (fields.size() == 1
        && fields.getFirst() instanceof ListField list
        && list.element() instanceof ParameterType.Struct) {
      body.getChildren().add(views.whole(list));
    } else {
      fields.forEach(f -> body.getChildren().add(views.of(f, 0)));
    }
    fold = fold(section);
    body.visibleProperty().bind(fold.selectedProperty());
    body.managedProperty().bind(fold.selectedProperty());
    getChildren().addAll(head(fold, fields), body);
  }

  /// Shows the fields that a person looks for, or all where the section itself is meant.
  ///
  /// @param typed what is looked for, in small letters; empty for everything
  /// @return whether there is one
  boolean filter(String typed, Labels labels) {
    boolean isWhole =
        typed.isEmpty()
            || fold.getText().toLowerCase(Locale.ROOT).contains(typed)
            || (fields.size() == 1 && labels.isFound(fields.getFirst(), typed));
    boolean isAny = filter(this, typed, labels, isWhole);
    setVisible(isWhole || isAny);
    setManaged(isWhole || isAny);
    if (!typed.isEmpty() && (isWhole || isAny)) {
      unfold();
    }
    return isWhole || isAny;
  }

  /// A row stays when it, one around it, or one in it is looked for.
  private static boolean filter(Node node, String typed, Labels labels, boolean isAroundFound) {
    boolean isFound =
        FieldViews.field(node)
            .map(field -> isAroundFound || labels.isFound(field, typed))
            .orElse(isAroundFound);
    boolean isAny = false;
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        isAny |= filter(child, typed, labels, isFound);
      }
    }
    if (FieldViews.field(node).isEmpty()) {
      return isAny;
    }
    node.setVisible(isFound || isAny);
    node.setManaged(isFound || isAny);
    return isFound || isAny;
  }

  /// Shows the fields.
  void unfold() {
    fold.setSelected(true);
  }

  private static ToggleButton fold(Section section) {
    FontIcon icon = new FontIcon("mdi2c-chevron-down");
    icon.getStyleClass().add("muted");
    ToggleButton fold = new ToggleButton(section.title(), icon);
    fold.getStyleClass().addAll("flat", "form-fold");
    fold.setSelected(true);
    fold.setMaxWidth(Double.MAX_VALUE);
    icon.rotateProperty().bind(Bindings.when(fold.selectedProperty()).then(0.0).otherwise(-90.0));
    return fold;
  }

  private HBox head(ToggleButton fold, List<FormField> fields) {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(fold, space, count(fields));
    head.getStyleClass().add("form-head");
    if (fields.size() == 1
        && fields.getFirst() instanceof StructField struct
        && struct.isSwitched()) {
      head.getChildren().add(FieldViews.presence(struct));
    }
    return head;
  }

  private static Label count(List<FormField> fields) {
    Label count = new Label();
    count.getStyleClass().addAll("badge", "warning");
    Runnable update =
        () -> {
          long problems = fields.stream().mapToLong(SectionView::problems).sum();
          count.setText(Long.toString(problems));
          count.setVisible(problems > 0);
          count.setManaged(problems > 0);
        };
    fields.forEach(f -> f.settled().subscribe(update));
    update.run();
    return count;
  }

  private static long problems(FormField field) {
    return field.problems().get().size() + field.children().mapToLong(SectionView::problems).sum();
  }
}
