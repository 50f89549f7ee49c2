package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ParameterSpec;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One value with its label, edited as in a form, that is no parameter of a node.
public final class ValueRow extends VBox {

  private static final String SHEET =
      Objects.requireNonNull(ValueRow.class.getResource("form.css")).toExternalForm();

  private final FormField field;

  /// A row without a value.
  ///
  /// @param spec the label's name, and what values there are
  /// @param slot takes what a person sets it to; null when it is unset
  public ValueRow(ParameterSpec spec, Consumer<@Nullable ParameterValue> slot) {
    field = FormField.of(spec, spec.name(), slot);
    FieldViews views = new FieldViews(new Labels(""), PathChooser.ofSystem(), null, null);
    getStylesheets().add(SHEET);
    getStyleClass().add("value-row");
    getChildren().add(views.of(field, 0));
  }

  /// Shows a value; null for none.
  public void show(@Nullable ParameterValue value) {
    field.update(value);
  }

  /// Takes what is being typed, as Enter does.
  ///
  /// @return whether it is a value
  public boolean commit() {
    if (field instanceof TextualField textual) {
      boolean isGood = textual.message().get().isEmpty();
      if (isGood) {
        textual.commit();
      }
      return isGood;
    }
    return true;
  }

  /// Says what is wrong with the value; nothing for an empty text.
  public void complain(String what, String fix) {
    if (!what.isEmpty()) {
      field.offer(new Problem(Problem.Severity.ERROR, null, field.path(), what, fix));
    }
    field.settle();
  }
}
