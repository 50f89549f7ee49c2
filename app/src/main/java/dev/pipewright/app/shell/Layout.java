package dev.pipewright.app.shell;

import dev.pipewright.app.settings.Settings;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.settings.Settings.Splits;
import dev.pipewright.nodes.theme.Theme;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How the window is laid out: its theme, which panels are shown, how large they are.
final class Layout {

  private final ObjectProperty<Theme> theme;
  private final Map<Panel, BooleanProperty> panels = new EnumMap<>(Panel.class);
  private final DoubleProperty palette;
  private final DoubleProperty inspector;
  private final DoubleProperty dock;
  private final DoubleProperty metrics;

  Layout(Settings settings) {
    theme = new SimpleObjectProperty<>(settings.theme());
    for (Panel panel : Panel.values()) {
      panels.put(panel, new SimpleBooleanProperty(settings.panels().contains(panel)));
    }
    Splits splits = settings.splits();
    palette = new SimpleDoubleProperty(splits.palette());
    inspector = new SimpleDoubleProperty(splits.inspector());
    dock = new SimpleDoubleProperty(splits.dock());
    metrics = new SimpleDoubleProperty(splits.metrics());
  }

  ObjectProperty<Theme> theme() {
    return theme;
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
