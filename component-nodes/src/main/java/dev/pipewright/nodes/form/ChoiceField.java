package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One of several texts.
final class ChoiceField extends FormField {

  private final ReadOnlyStringWrapper choice = new ReadOnlyStringWrapper("");
  private final List<String> options;

  ChoiceField(
      ParameterSpec spec,
      String path,
      Consumer<@Nullable ParameterValue> slot,
      ParameterType.Choice type) {
    super(spec, path, slot);
    options = type.options();
    show(true);
  }

  /// What can be chosen.
  List<String> options() {
    return options;
  }

  /// What is chosen, be it by default; empty when nothing is.
  ReadOnlyStringProperty choice() {
    return choice.getReadOnlyProperty();
  }

  void choose(String option) {
    if (!option.equals(choice.get())) {
      commit(ParameterValue.of(option));
    }
  }

  @Override
  void show(boolean isNews) {
    choice.set(effective().map(v -> ValueText.format(spec().type(), v)).orElse(""));
  }
}
