package dev.pipewright.nodes.form;

import atlantafx.base.controls.ToggleSwitch;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws fields: a label on the left, the control on the right, what is wrong below.
///
/// @param labels how fields are called
/// @param chooser asks for paths
/// @param features the features that there are to choose from; null for none
/// @param references the runtime parameters that there are to refer to; null where a value stands
///   for itself
record FieldViews(
    Labels labels,
    PathChooser chooser,
    @Nullable Features features,
    @Nullable References references) {

  /// How far the fields of an object stand to the right of its heading.
  private static final double INDENT = 9;

  private static final double LABEL_WIDTH = 104;

  /// What stays free below a row that is scrolled to.
  private static final double BELOW = 12;

  /// The key of a row's property that holds its field.
  private static final String FIELD = FieldViews.class.getName() + ".field";

  /// The key of a control's property that says which field it edits.
  private static final String PATH = FieldViews.class.getName() + ".path";

  /// A field with its label.
  ///
  /// @param depth how many objects it stands in, below the section
  Node of(FormField field, int depth) {
    Node row = draw(field, depth);
    row.getProperties().put(FIELD, field);
    if (references != null) {
      ReferenceMenu.openByKey(row, field, references);
    }
    return row;
  }

  /// The field that the node is the row of.
  static Optional<FormField> field(Node node) {
    return node.hasProperties() && node.getProperties().get(FIELD) instanceof FormField field
        ? Optional.of(field)
        : Optional.empty();
  }

  private Node draw(FormField field, int depth) {
    return switch (field) {
      case TextualField f when f.isLong() -> block(f, depth, editor(f));
      case TextualField f -> row(f, depth, editor(f));
      case SwitchField f -> row(f, depth, toggle(f));
      case ChoiceField f -> row(f, depth, choice(f));
      case ListField f when f.element() instanceof ParameterType.Struct -> at(titled(f, depth), f);
      case ListField f -> row(f, depth, new ListEditor(f, this));
      case MapField f -> row(f, depth, new MapEditor(f, this));
      case StructField f -> at(nested(f, depth), f);
      case LayersField f -> at(new LayersEditor(f), f);
      case ShapedField f -> at(new ShapedEditor(f, this), f);
    };
  }

  private TextEditor editor(TextualField field) {
    TextEditor editor = new TextEditor(field, chooser);
    if (features != null && Features.isName(field)) {
      editor.offer(features.names());
    }
    return editor;
  }

  /// The control of an item of a list or map: what it is called stands elsewhere.
  Node bare(FormField field) {
    return switch (field) {
      case TextualField f -> {
        TextEditor editor = editor(f);
        name(editor.control(), labels.of(f), f);
        yield new VBox(editor, Findings.of(f, editor.control()));
      }
      case SwitchField f -> toggle(f);
      case ChoiceField f -> choice(f);
      case StructField f -> new VBox(inside(f, 0).toArray(Node[]::new));
      case ListField f -> new ListEditor(f, this);
      case MapField f -> new MapEditor(f, this);
      case LayersField f -> new LayersEditor(f);
      case ShapedField f -> new ShapedEditor(f, this);
    };
  }

  /// The fields of an object, without a heading.
  List<Node> inside(StructField struct, int depth) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(Findings.of(struct.problems()));
    nodes.add(reference(struct));
    VBox fields = new VBox();
    fields.getStyleClass().add("form-fields");
    struct.fields().forEach(f -> fields.getChildren().add(of(f, depth)));
    showWhile(fields, struct.on());
    nodes.add(fields);
    return nodes;
  }

  /// A list that has a section to itself.
  Node whole(ListField list) {
    Region editor = listOfObjects(list);
    return at(new VBox(6, reference(list), editor, Findings.of(list.problems())), list);
  }

  /// The switch that puts an object there, or takes it away.
  static Node presence(StructField struct) {
    ToggleSwitch control = onOff();
    struct.value().subscribe(now -> control.setSelected(now != null && !struct.isMixed()));
    control
        .selectedProperty()
        .addListener(
            (property, was, is) -> {
              if (is != (struct.isSet() && !struct.isMixed())) {
                struct.toggle();
              }
            });
    name(control, Labels.words(struct.spec().name()), struct);
    return control;
  }

  /// Tells a control's name and help to tips and screen readers.
  static void name(Node control, String name, FormField field) {
    control.setAccessibleText(name);
    control.setAccessibleHelp(Labels.help(field));
    at(control, field);
  }

  /// Says which field the node edits.
  static Node at(Node node, FormField field) {
    node.getProperties().put(PATH, field.path());
    return node;
  }

  /// Which field the node edits; empty where it is no field's control.
  static String path(Node node) {
    return node.hasProperties() && node.getProperties().get(PATH) instanceof String path
        ? path
        : "";
  }

  /// Puts the focus on the first control of a field in the node, or else on what adds an item, and
  /// brings the node into view.
  static void enter(Node node) {
    first(node)
        .ifPresent(
            control -> {
              control.requestFocus();
              if (control instanceof TextInputControl text) {
                text.selectAll();
              }
              scrollTo(node);
            });
  }

  /// Scrolls what is around a node no farther than it must, its end before its beginning.
  private static void scrollTo(Node node) {
    Stream.iterate(node.getParent(), Objects::nonNull, Node::getParent)
        .filter(ScrollPane.class::isInstance)
        .map(ScrollPane.class::cast)
        .findFirst()
        .ifPresent(
            scroll -> {
              scroll.applyCss();
              scroll.layout();
              Node content = scroll.getContent();
              Bounds seen = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
              double height = scroll.getViewportBounds().getHeight();
              double room = content.getBoundsInLocal().getHeight() - height;
              double top = scroll.getVvalue() * room;
              double wanted =
                  Math.min(Math.max(top, seen.getMaxY() + BELOW - height), seen.getMinY());
              scroll.setVvalue(room <= 0 ? 0 : Math.clamp(wanted / room, 0, 1));
            });
  }

  private static Optional<Node> first(Node node) {
    boolean isEntry = !path(node).isEmpty() || node.getStyleClass().contains("form-add");
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (isEntry && node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> first(child).stream())
            .findFirst()
        : Optional.empty();
  }

  static void showWhile(Node node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  private Node row(FormField field, int depth, Region control) {
    name(focusable(control), labels.of(field), field);
    HBox.setHgrow(control, Priority.ALWAYS);
    HBox row = new HBox(label(field, depth), control);
    row.getStyleClass().add("form-row");
    field.value().subscribe(now -> show(control, field.reference().isEmpty()));
    row.getChildren().add(reference(field));
    Node findings =
        field instanceof TextualField f
            ? Findings.of(f, focusable(control))
            : Findings.of(field, control);
    VBox all = new VBox(row, findings);
    all.getStyleClass().add("form-field");
    return all;
  }

  private static void show(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }

  private static Node focusable(Region control) {
    return control instanceof TextEditor editor ? editor.control() : control;
  }

  /// A long text below its label.
  private Node block(TextualField field, int depth, TextEditor editor) {
    Region label = wide(label(field, depth));
    name(editor.control(), labels.of(field), field);
    VBox all = new VBox(4, label, editor, Findings.of(field, editor.control()));
    all.getStyleClass().add("form-field");
    return all;
  }

  private Node titled(ListField list, int depth) {
    Region label = wide(label(list, depth));
    VBox all =
        new VBox(4, label, reference(list), listOfObjects(list), Findings.of(list.problems()));
    all.getStyleClass().addAll("form-field", "form-titled");
    return all;
  }

  private Region listOfObjects(ListField list) {
    return list.element() instanceof ParameterType.Struct struct && TableEditor.fits(struct)
        ? new TableEditor(list, struct, this)
        : new ListEditor(list, this);
  }

  private Node nested(StructField struct, int depth) {
    Label title = new Label(labels.of(struct));
    title.getStyleClass().add("section");
    tip(title, struct);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, space);
    head.getStyleClass().add("form-nested-head");
    if (struct.isSwitched()) {
      head.getChildren().add(presence(struct));
    }
    VBox inside = new VBox(inside(struct, depth + 1).toArray(Node[]::new));
    inside.getStyleClass().add("form-nested-body");
    VBox all = new VBox(head, inside);
    all.getStyleClass().add("form-nested");
    return all;
  }

  /// The label, with the button that resets the field over its right end.
  private Region label(FormField field, int depth) {
    Label label = new Label(labels.of(field));
    label.getStyleClass().add("form-label");
    label.setMaxWidth(Double.MAX_VALUE);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    tip(label, field);
    Button reset = Buttons.icon("mdi2r-restore", Messages.text("reset"), field::reset);
    reset.getStyleClass().add("form-reset");
    Region changed = new Region();
    changed.getStyleClass().add("form-changed");
    changed.setAccessibleText(Messages.text("changed"));
    field
        .value()
        .subscribe(
            now -> {
              show(reset, field.canReset());
              changed.setVisible(field.isChanged());
            });
    StackPane pane = new StackPane(label, changed, reset);
    pane.getStyleClass().add("form-label-pane");
    StackPane.setAlignment(changed, Pos.CENTER_LEFT);
    StackPane.setAlignment(reset, Pos.CENTER_RIGHT);
    if (references != null) {
      offerReferences(pane, field, references);
    }
    double width = LABEL_WIDTH - depth * INDENT;
    pane.setMinWidth(width);
    pane.setMaxWidth(width);
    // Beside the first line of a list, not in the middle of it.
    pane.setMaxHeight(Region.USE_PREF_SIZE);
    return pane;
  }

  /// The button beside that which resets, and the label's menu.
  private static void offerReferences(StackPane pane, FormField field, References references) {
    Button refer = ReferenceMenu.button(field, references);
    pane.getChildren().add(refer);
    StackPane.setAlignment(refer, Pos.CENTER_RIGHT);
    field
        .value()
        .subscribe(
            now -> StackPane.setMargin(refer, new Insets(0, field.canReset() ? 20 : 0, 0, 0)));
    pane.setOnContextMenuRequested(
        event ->
            ReferenceMenu.of(field, references).show(pane, event.getScreenX(), event.getScreenY()));
  }

  private static Region wide(Region label) {
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private static void tip(Control control, FormField field) {
    Tooltip tip = new Tooltip(Labels.help(field));
    tip.setWrapText(true);
    tip.setMaxWidth(320);
    control.setTooltip(tip);
  }

  /// Says which runtime parameter gives the value, and lets go of it.
  private Node reference(FormField field) {
    Label name = new Label();
    name.setGraphic(new FontIcon("mdi2l-link-variant"));
    name.getStyleClass().add("form-reference");
    name.setMinWidth(0);
    name.setTooltip(new Tooltip());
    name.getTooltip().textProperty().bind(name.textProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox chip =
        new HBox(
            name,
            resolved(field),
            space,
            Buttons.icon("mdi2c-close", Messages.text("reset.unset"), field::reset));
    chip.getStyleClass().add("form-reference-row");
    HBox.setHgrow(chip, Priority.ALWAYS);
    field
        .value()
        .subscribe(
            now -> {
              String parameter = field.reference().orElse("");
              boolean saysItself = field instanceof ChoiceField || field instanceof TextualField;
              boolean isMixed = field.isMixed() && !saysItself;
              name.setText(isMixed ? Messages.text("mixed") : "${" + parameter + "}");
              name.getGraphic().setVisible(!isMixed);
              name.getGraphic().setManaged(!isMixed);
              name.setAccessibleText(isMixed ? null : Messages.text("reference", parameter));
              show(chip, isMixed || !parameter.isEmpty());
            });
    return chip;
  }

  /// What the runtime parameter gives that the field refers to.
  private Node resolved(FormField field) {
    Label value = new Label();
    if (references == null) {
      show(value, false);
      return value;
    }
    References known = references;
    value.getStyleClass().add("form-resolved");
    value.setMinWidth(Region.USE_PREF_SIZE);
    Runnable update =
        () -> {
          String parameter = field.reference().orElse("");
          value.setText(parameter.isEmpty() ? "" : known.value(parameter));
          show(value, !parameter.isEmpty());
        };
    field.value().subscribe(now -> update.run());
    known.parameters().subscribe(now -> update.run());
    return value;
  }

  /// AtlantaFX's switch listens to the mouse alone.
  private static ToggleSwitch onOff() {
    ToggleSwitch control = new ToggleSwitch();
    control.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    control.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            control.setSelected(!control.isSelected());
            event.consume();
          }
        });
    return control;
  }

  private static Region toggle(SwitchField field) {
    ToggleSwitch control = onOff();
    field.on().subscribe(control::setSelected);
    control
        .selectedProperty()
        .addListener(
            (property, was, is) -> {
              if (is != field.on().get()) {
                field.toggle();
              }
            });
    return control;
  }

  static ComboBox<String> choice(ChoiceField field) {
    ComboBox<String> control = new ComboBox<>();
    control.getItems().setAll(field.options());
    control.setMaxWidth(Double.MAX_VALUE);
    field
        .value()
        .subscribe(
            now ->
                control.setPromptText(Messages.text(field.isMixed() ? "mixed" : "unset.choice")));
    field.choice().subscribe(now -> control.setValue(now.isEmpty() ? null : now));
    control
        .valueProperty()
        .addListener(
            (property, was, is) -> {
              if (is != null) {
                field.choose(is);
              }
            });
    return control;
  }
}
