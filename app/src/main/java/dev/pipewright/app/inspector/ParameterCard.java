package dev.pipewright.app.inspector;

import dev.pipewright.app.project.ParameterUses;
import dev.pipewright.app.project.ParameterUses.Use;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.form.ValueRow;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.RuntimeParameter.Kind;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A runtime parameter: name, type, default, what it is for, and where it is used. Renaming it
/// renames it wherever it is used.
final class ParameterCard extends VBox {

  private static final Texts TEXTS = Texts.of(ParameterCard.class);

  private final Project project;
  private final Kind kind;
  private final Consumer<NodeId> reveal;
  private final Label title = new Label();
  private final Button remove = new Button(null, Icons.of("mdi2d-delete-outline", "icon-14"));
  private final ValueRow name;
  private final ValueRow type;
  private final ValueRow value;
  private final ValueRow doc;
  private final FlowPane uses = new FlowPane();
  private @Nullable RuntimeParameter parameter;

  ParameterCard(Project project, Kind kind, Consumer<NodeId> reveal) {
    this.project = project;
    this.kind = kind;
    this.reveal = reveal;
    name = new ValueRow(required("name", new ParameterType.Text()), this::rename);
    List<String> kinds = Stream.of(Kind.values()).map(Kind::text).toList();
    type = new ValueRow(required("type", new ParameterType.Choice(kinds)), this::retype);
    value =
        new ValueRow(
            ParameterSpec.optional("default", RunValues.type(kind), TEXTS.get("parameter.default")),
            this::setDefault);
    doc =
        new ValueRow(
            ParameterSpec.optional(
                "description", new ParameterType.Text(), TEXTS.get("parameter.description")),
            this::describe);
    title.getStyleClass().addAll("mono", "parameter-name");
    remove.getStyleClass().addAll("flat", "small", "icon-button", "parameter-remove");
    remove.setOnAction(
        event -> project.edit(ParameterUses.remove(project.document().get(), now().name())));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, space, remove);
    head.getStyleClass().add("parameter-head");
    uses.getStyleClass().add("parameter-uses");
    getStyleClass().add("parameter-card");
    getChildren().setAll(head, name, type, value, doc, uses);
  }

  private static ParameterSpec required(String key, ParameterType type) {
    return ParameterSpec.required(key, type, TEXTS.get("parameter." + key));
  }

  Kind kind() {
    return kind;
  }

  private RuntimeParameter now() {
    return Objects.requireNonNull(parameter);
  }

  /// Puts the cursor into its name.
  void begin() {
    applyCss();
    if (name.lookup(".text-field") instanceof TextField field) {
      field.requestFocus();
      field.selectAll();
    }
  }

  void show(RuntimeParameter shown, Pipeline pipeline) {
    if (!shown.equals(parameter)) {
      name.complain("", "");
    }
    parameter = shown;
    title.setText("${" + shown.name() + "}");
    name.show(ParameterValue.of(shown.name()));
    type.show(ParameterValue.of(kind.text()));
    value.show(shown.defaultValue());
    doc.show(shown.doc().isEmpty() ? null : ParameterValue.of(shown.doc()));
    List<Use> found = ParameterUses.of(pipeline, shown.name());
    String tip =
        found.isEmpty()
            ? TEXTS.get("parameter.remove")
            : TEXTS.get(
                shown.defaultValue() == null
                    ? "parameter.remove.unset"
                    : "parameter.remove.default",
                found.stream().map(ParameterCard::words).collect(Collectors.joining("\n")));
    remove.setTooltip(new Tooltip(tip));
    remove.setAccessibleText(TEXTS.get("parameter.remove"));
    Label label = new Label(TEXTS.get(found.isEmpty() ? "parameter.unused" : "parameter.used"));
    label.getStyleClass().addAll("caption", "muted");
    uses.getChildren().setAll(label);
    found.forEach(use -> uses.getChildren().add(link(use)));
  }

  private static String words(Use use) {
    return use.node() + "." + use.path();
  }

  private Hyperlink link(Use use) {
    Hyperlink link = new Hyperlink(words(use));
    link.getStyleClass().add("caption");
    link.setOnAction(event -> reveal.accept(use.node()));
    return link;
  }

  private void rename(@Nullable ParameterValue to) {
    String text = to instanceof ParameterValue.Text(String typed) ? typed.strip() : "";
    Pipeline pipeline = project.document().get();
    if (text.equals(now().name())) {
      name.complain("", "");
    } else if (!RuntimeParameter.isValidName(text)) {
      name.complain(TEXTS.get("parameter.bad", text), TEXTS.get("parameter.bad.fix"));
    } else if (pipeline.parameter(text).isPresent()) {
      name.complain(TEXTS.get("parameter.taken", text), TEXTS.get("parameter.taken.fix"));
    } else {
      project.edit(ParameterUses.rename(pipeline, now().name(), text));
    }
  }

  private void retype(@Nullable ParameterValue to) {
    if (to instanceof ParameterValue.Text(String word)) {
      Kind.parse(word)
          .ifPresent(
              other -> set(other, RunValues.converted(other, now().defaultValue()), now().doc()));
    }
  }

  private void setDefault(@Nullable ParameterValue to) {
    set(kind, to, now().doc());
  }

  private void describe(@Nullable ParameterValue to) {
    String text = to instanceof ParameterValue.Text(String typed) ? typed : "";
    set(kind, now().defaultValue(), text);
  }

  private void set(Kind newKind, @Nullable ParameterValue to, String newDoc) {
    ParameterValue fitting = to != null && newKind.accepts(to) ? to : null;
    project.edit(
        new Edit.SetRuntimeParameter(
            new RuntimeParameter(now().name(), newKind, fitting, newDoc, now().other())));
  }
}
