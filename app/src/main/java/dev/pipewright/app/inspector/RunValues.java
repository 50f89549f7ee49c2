package dev.pipewright.app.inspector;

import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.form.ValueRow;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.RuntimeParameter.Kind;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.file.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The values of runtime parameters for a run: a row each, with its default where it has one.
public final class RunValues extends VBox {

  private static final Texts TEXTS = Texts.of(RunValues.class);

  private final List<RuntimeParameter> parameters;
  private final SequencedMap<String, ParameterValue> values = new LinkedHashMap<>();
  private final List<ValueRow> rows = new ArrayList<>();
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();

  /// Rows for these parameters.
  ///
  /// @param last what the run before was given
  public RunValues(List<RuntimeParameter> parameters, Map<String, ParameterValue> last) {
    this.parameters = List.copyOf(parameters);
    getStyleClass().add("run-values");
    for (RuntimeParameter parameter : parameters) {
      ParameterValue before = last.get(parameter.name());
      if (before != null && parameter.kind().accepts(before)) {
        values.put(parameter.name(), before);
      } else if (parameter.defaultValue() == null && parameter.kind() == Kind.BOOL) {
        // A switch is off or on: there is no third state to ask about.
        values.put(parameter.name(), ParameterValue.of(false));
      }
      ValueRow[] row = new ValueRow[1];
      row[0] = new ValueRow(spec(parameter), value -> set(parameter, row[0], value));
      row[0].show(values.get(parameter.name()));
      rows.add(row[0]);
      getChildren().add(row[0]);
    }
    check();
  }

  private static ParameterSpec spec(RuntimeParameter parameter) {
    String doc = parameter.doc().isEmpty() ? TEXTS.get("values.doc") : parameter.doc();
    ParameterType type = type(parameter.kind());
    ParameterValue otherwise = parameter.defaultValue();
    return otherwise == null
        ? ParameterSpec.required(parameter.name(), type, doc)
        : ParameterSpec.withDefault(parameter.name(), type, otherwise, doc);
  }

  private void set(RuntimeParameter parameter, ValueRow row, @Nullable ParameterValue value) {
    if (value == null) {
      values.remove(parameter.name());
    } else {
      values.put(parameter.name(), value);
    }
    row.show(value);
    check();
  }

  private void check() {
    complete.set(
        parameters.stream()
            .allMatch(p -> p.defaultValue() != null || values.containsKey(p.name())));
  }

  /// Puts the keys in the first field that a value is missing in, or in the first of all.
  public void begin() {
    int missing = 0;
    for (int i = parameters.size() - 1; i >= 0; i--) {
      RuntimeParameter each = parameters.get(i);
      if (each.defaultValue() == null && !values.containsKey(each.name())) {
        missing = i;
      }
    }
    if (!rows.isEmpty()) {
      rows.get(missing).lookupAll(".text-input").stream().findFirst().ifPresent(Node::requestFocus);
    }
  }

  /// Whether each parameter has a value.
  public ReadOnlyBooleanProperty complete() {
    return complete.getReadOnlyProperty();
  }

  /// Takes what is being typed.
  ///
  /// @return whether everything typed is a value
  public boolean commit() {
    return rows.stream().map(ValueRow::commit).reduce(true, (a, b) -> a && b);
  }

  /// The values that were given, by name; defaults are not among them.
  public SequencedMap<String, ParameterValue> values() {
    return new LinkedHashMap<>(values);
  }

  /// What values a runtime parameter of this kind takes, as a form knows it.
  static ParameterType type(Kind kind) {
    return switch (kind) {
      case STRING -> new ParameterType.Text();
      case INT -> new ParameterType.Int(Long.MIN_VALUE, Long.MAX_VALUE);
      case FLOAT -> new ParameterType.Real(-Double.MAX_VALUE, Double.MAX_VALUE);
      case BOOL -> new ParameterType.Bool();
      case JSON -> new ParameterType.Json();
    };
  }

  /// A value as one of another kind, where it can be read so: `"5"` as 5.
  static @Nullable ParameterValue converted(Kind kind, @Nullable ParameterValue value) {
    if (value == null || kind.accepts(value)) {
      return value;
    }
    if (kind == Kind.STRING) {
      return ParameterValue.of(JsonText.compact(value));
    }
    if (value instanceof ParameterValue.Text(String text)) {
      try {
        ParameterValue read = JsonText.parse(text.strip());
        return kind.accepts(read) ? read : null;
      } catch (ProjectException e) {
        return null; // It is a text and nothing more.
      }
    }
    return null;
  }
}
