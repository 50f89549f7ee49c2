package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ParameterSpec;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// A value that is on or off; off when it is neither set nor has a default, as the engine takes it.
final class SwitchField extends FormField {

  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();

  SwitchField(ParameterSpec spec, String path, Consumer<@Nullable ParameterValue> slot) {
    super(spec, path, slot);
    show(true);
  }

  ReadOnlyBooleanProperty on() {
    return on.getReadOnlyProperty();
  }

  void toggle() {
    commit(ParameterValue.of(!on.get()));
  }

  @Override
  void show(boolean isNews) {
    on.set(effective().filter(ParameterValue.of(true)::equals).isPresent());
  }
}
