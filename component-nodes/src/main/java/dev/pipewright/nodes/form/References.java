package dev.pipewright.nodes.form;

import dev.pipewright.nodes.NodeModel;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.RuntimeReference;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;

/// The runtime parameters that fields of a form can refer to.
final class References {

  private static final int LONGEST = 24;

  private final NodeModel model;
  private final FormViewModel form;

  private final ReadOnlyObjectWrapper<List<RuntimeParameter>> parameters;

  /// Held here: the model does not keep it alive.
  private final ChangeListener<Pipeline> following;

  References(NodeModel model, FormViewModel form) {
    this.model = model;
    this.form = form;
    parameters = new ReadOnlyObjectWrapper<>(model.pipeline().getValue().parameters());
    following = (property, before, now) -> follow(now);
    model.pipeline().addListener(new WeakChangeListener<>(following));
  }

  private void follow(Pipeline now) {
    if (!now.parameters().equals(parameters.get())) {
      parameters.set(now.parameters());
    }
  }

  /// Those of the pipeline.
  ObservableValue<List<RuntimeParameter>> parameters() {
    return parameters.getReadOnlyProperty();
  }

  /// Those that can give the field its value.
  List<RuntimeParameter> fitting(FormField field) {
    return parameters.getValue().stream().filter(p -> field.spec().type().takes(p.kind())).toList();
  }

  /// What stands beside a reference: the value it has where a run gives none.
  String value(String parameter) {
    return parameters.getValue().stream()
        .filter(p -> p.name().equals(parameter))
        .findFirst()
        .map(
            p ->
                p.defaultValue() == null
                    ? Messages.text("reference.asked")
                    : "= " + shortened(ValueText.format(type(p.kind()), p.defaultValue())))
        .orElse(Messages.text("reference.unknown"));
  }

  private static ParameterType type(RuntimeParameter.Kind kind) {
    return switch (kind) {
      case STRING -> new ParameterType.Text();
      case INT -> new ParameterType.Int(Long.MIN_VALUE, Long.MAX_VALUE);
      case FLOAT -> new ParameterType.Real(-Double.MAX_VALUE, Double.MAX_VALUE);
      case BOOL -> new ParameterType.Bool();
      case JSON -> new ParameterType.Json();
    };
  }

  private static String shortened(String text) {
    String line = text.lines().map(String::strip).reduce("", (a, b) -> (a + " " + b).strip());
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /// The name that a new parameter for the field gets.
  String freeName(FormField field) {
    String wanted = field.path().replaceAll("\\[\\d+]", "").replace('.', '_');
    String name =
        Optional.of(wanted).filter(RuntimeParameter::isValidName).orElse(field.spec().name());
    return Stream.concat(
            Stream.of(name), IntStream.iterate(2, i -> i + 1).mapToObj(i -> name + "_" + i))
        .filter(free -> parameters.getValue().stream().noneMatch(p -> p.name().equals(free)))
        .findFirst()
        .orElseThrow();
  }

  /// Has a parameter give the field its value.
  void refer(FormField field, String parameter) {
    field.commit(new RuntimeReference(parameter));
  }

  /// Gives the field the value that its parameter has, in place of the reference; its default where
  /// a run would ask.
  void detach(FormField field) {
    ParameterValue value =
        field
            .reference()
            .flatMap(model.pipeline().get()::parameter)
            .map(RuntimeParameter::defaultValue)
            .orElse(null);
    if (value == null) {
      field.reset();
    } else {
      field.commit(value);
    }
  }

  /// Adds a parameter that has the field's value as its default, and has it give the value.
  void make(FormField field) {
    String name = freeName(field);
    RuntimeParameter.Kind kind = field.spec().type().kind();
    ParameterValue value =
        field
            .effective()
            .filter(v -> !(v instanceof RuntimeReference) && kind.accepts(v))
            .orElse(null);
    RuntimeParameter made = new RuntimeParameter(name, kind, value, "", Fields.EMPTY);
    form.after(new Edit.SetRuntimeParameter(made), () -> refer(field, name));
  }
}
