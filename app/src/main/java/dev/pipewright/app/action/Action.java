package dev.pipewright.app.action;

import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/// Something a person can do.
///
/// @param id names it in the catalog, as `run.start`
/// @param name what people call it, as `Run`
/// @param icon as Ikonli names it
/// @param shortcut as `Shortcut+Enter`, or null
/// @param enabled whether it can be done now
/// @param selected what it turns on and off, or null for one that does something
/// @param work does it; called only while it is enabled
public record Action(
    String id,
    String name,
    String icon,
    @Nullable String shortcut,
    ObservableBooleanValue enabled,
    @Nullable BooleanProperty selected,
    Runnable work) {

  /// @throws NullPointerException when a part is missing
  public Action {
    Objects.requireNonNull(id);
    Objects.requireNonNull(enabled);
  }

  /// Does it, if it can be done now.
  public void perform() {
    if (enabled.get()) {
      work.run();
    }
  }
}
