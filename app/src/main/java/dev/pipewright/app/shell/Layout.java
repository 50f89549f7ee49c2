package dev.pipewright.app.shell;

import dev.pipewright.app.settings.Settings;
import dev.pipewright.app.settings.Settings.Appearance;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.settings.Settings.Splits;
import dev.pipewright.nodes.theme.Theme;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

/// How the window is laid out: its theme, which panels are shown, how large they are.
final class Layout {

  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
  private final BooleanProperty followsSystem = new SimpleBooleanProperty();
  private final Map<Panel, BooleanProperty> panels = new EnumMap<>(Panel.class);
  private final DoubleProperty palette;
  private final DoubleProperty inspector;
  private final DoubleProperty dock;
  private final DoubleProperty metrics;

  // Held by this alone: the system outlives its windows.
  private final InvalidationListener systemChanged = now -> follow();

  Layout(Settings settings) {
    Platform.Preferences system = Platform.getPreferences();
    followsSystem.set(settings.appearance() == Appearance.SYSTEM);
    theme.set(settings.appearance() == Appearance.DARK ? Theme.DARK : Theme.LIGHT);
    followsSystem.subscribe(this::follow);
    system.colorSchemeProperty().addListener(new WeakInvalidationListener(systemChanged));
    for (Panel panel : Panel.values()) {
      panels.put(panel, new SimpleBooleanProperty(settings.panels().contains(panel)));
    }
    Splits splits = settings.splits();
    palette = new SimpleDoubleProperty(splits.palette());
    inspector = new SimpleDoubleProperty(splits.inspector());
    dock = new SimpleDoubleProperty(splits.dock());
    metrics = new SimpleDoubleProperty(splits.metrics());
  }

  private void follow() {
    if (followsSystem.get()) {
      boolean isDark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
      theme.set(isDark ? Theme.DARK : Theme.LIGHT);
    }
  }

  /// How the window looks.
  ObjectProperty<Theme> theme() {
    return theme;
  }

  /// Whether it looks as the system does.
  BooleanProperty followsSystem() {
    return followsSystem;
  }

  /// Gives the window the other theme, whatever the system has.
  void switchTheme() {
    followsSystem.set(false);
    theme.set(theme.get().other());
  }

  /// Gives the window this look.
  void set(Appearance wanted) {
    if (wanted == Appearance.SYSTEM) {
      followsSystem.set(true);
    } else {
      theme.set(wanted == Appearance.DARK ? Theme.DARK : Theme.LIGHT);
      followsSystem.set(false);
    }
  }

  Appearance appearance() {
    if (followsSystem.get()) {
      return Appearance.SYSTEM;
    }
    return theme.get() == Theme.DARK ? Appearance.DARK : Appearance.LIGHT;
  }

  /// Has it told, until it is unsubscribed, that something has changed.
  Subscription subscribe(Runnable changed) {
    return Stream.concat(
            panels.values().stream(),
            Stream.of(theme, followsSystem, palette, inspector, dock, metrics))
        .map(value -> value.subscribe(changed))
        .reduce(Subscription.EMPTY, Subscription::and);
  }

  BooleanProperty shows(Panel panel) {
    return Objects.requireNonNull(panels.get(panel));
  }

  DoubleProperty palette() {
    return palette;
  }

  DoubleProperty inspector() {
    return inspector;
  }

  DoubleProperty dock() {
    return dock;
  }

  DoubleProperty metrics() {
    return metrics;
  }

  Set<Panel> shown() {
    return panels.entrySet().stream()
        .filter(entry -> entry.getValue().get())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  Splits splits() {
    return new Splits(palette.get(), inspector.get(), dock.get(), metrics.get());
  }
}
