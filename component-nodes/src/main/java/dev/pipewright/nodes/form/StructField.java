package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// An object with known fields. Where it says something that the object is there, be it empty, it
/// is switched on and off; else it comes with the first field that is set and goes with the last.
final class StructField extends FormField {

  private final List<FormField> fields;
  private final boolean isSwitched;
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();

  StructField(
      ParameterSpec spec,
      String path,
      Consumer<@Nullable ParameterValue> slot,
      ParameterType.Struct type) {
    super(spec, path, slot);
    isSwitched = isSwitched(spec, type);
    fields =
        type.fields().stream()
            .map(f -> FormField.of(f, path + "." + f.name(), v -> put(f.name(), v)))
            .toList();
    show(true);
  }

  /// Whether an object is switched on and off.
  static boolean isSwitched(ParameterSpec spec, ParameterType.Struct type) {
    return !spec.isRequired() && spec.defaultValue() == null && hasMeaning(type);
  }

  /// Whether an object of the type says something without any field: that it has defaults, or that
  /// a field is missing.
  private static boolean hasMeaning(ParameterType.Struct type) {
    return type.fields().stream()
        .anyMatch(
            f ->
                f.isRequired()
                    || f.defaultValue() != null
                    || f.type() instanceof ParameterType.Struct s && hasMeaning(s));
  }

  List<FormField> fields() {
    return fields;
  }

  /// Whether it is switched on and off.
  boolean isSwitched() {
    return isSwitched;
  }

  /// Whether its fields can be set: always, unless it is switched off or refers to a runtime
  /// parameter.
  ReadOnlyBooleanProperty on() {
    return on.getReadOnlyProperty();
  }

  void toggle() {
    if (isSet() && !isMixed()) {
      reset();
    } else {
      commit(Fields.EMPTY);
    }
  }

  @Override
  Stream<FormField> children() {
    return fields.stream();
  }

  @Override
  void show(boolean isNews) {
    Fields current = current();
    on.set(reference().isEmpty() && !isMixed() && (!isSwitched || isSet()));
    fields.forEach(f -> f.update(current.values().get(f.spec().name())));
  }

  private Fields current() {
    return effective().orElse(Fields.EMPTY) instanceof Fields f ? f : Fields.EMPTY;
  }

  private void put(String name, @Nullable ParameterValue value) {
    Fields changed = value == null ? current().without(name) : current().with(name, value);
    boolean saysNothing =
        changed.equals(spec().defaultValue())
            || (changed.values().isEmpty() && !isSwitched && spec().defaultValue() == null);
    if (saysNothing) {
      reset();
    } else {
      commit(changed);
    }
  }
}
