package dev.pipewright.app.settings;

import dev.pipewright.app.settings.Settings.Appearance;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.settings.Settings.Splits;
import dev.pipewright.app.settings.Settings.Window;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Bool;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Int;
import dev.pipewright.pipeline.ParameterValue.Items;
import dev.pipewright.pipeline.ParameterValue.Real;
import dev.pipewright.pipeline.ParameterValue.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Settings as JSON. What is missing, and what is there and cannot be, has its default; what nobody
/// here knows stays as it is.
final class SettingsText {

  private static final List<String> KNOWN =
      List.of("theme", "window", "panels", "splits", "recent", "open");

  private SettingsText() {}

  static Fields write(Settings settings) {
    Fields known = known(settings);
    for (Map.Entry<String, ParameterValue> each : settings.more().values().entrySet()) {
      known = known.with(each.getKey(), each.getValue());
    }
    return known;
  }

  private static Fields known(Settings settings) {
    Window window = settings.window();
    Splits splits = settings.splits();
    return Fields.EMPTY
        .with("theme", new Text(settings.appearance().name()))
        .with(
            "window",
            place(window)
                .with("width", new Real(window.width()))
                .with("height", new Real(window.height()))
                .with("maximized", new Bool(window.isMaximized())))
        .with("panels", list(Arrays.asList(Panel.values()), settings.panels()))
        .with(
            "splits",
            Fields.EMPTY
                .with("palette", new Real(splits.palette()))
                .with("inspector", new Real(splits.inspector()))
                .with("dock", new Real(splits.dock()))
                .with("metrics", new Real(splits.metrics())))
        .with("recent", files(settings.recent()))
        .with("open", files(settings.open()));
  }

  private static Fields place(Window window) {
    return Double.isNaN(window.x()) || Double.isNaN(window.y())
        ? Fields.EMPTY
        : Fields.EMPTY.with("x", new Real(window.x())).with("y", new Real(window.y()));
  }

  private static Items list(List<Panel> all, Set<Panel> shown) {
    return new Items(
        all.stream().filter(shown::contains).<ParameterValue>map(p -> new Text(p.name())).toList());
  }

  private static Items files(List<Path> files) {
    return new Items(files.stream().<ParameterValue>map(f -> new Text(f.toString())).toList());
  }

  /// Settings that were read.
  ///
  /// @param broken names of what could not be
  record Read(Settings settings, List<String> broken) {}

  static Read read(Fields fields) {
    List<String> broken = new ArrayList<>();
    Reader reader = new Reader(fields, broken);
    Settings usual = Settings.DEFAULT;
    Settings settings =
        new Settings(
            reader.get("window", SettingsText::window, usual.window()),
            reader.get("theme", v -> Appearance.valueOf(text(v)), usual.appearance()),
            reader.get("panels", v -> Set.copyOf(items(v, Panel::valueOf)), usual.panels()),
            reader.get("splits", SettingsText::splits, usual.splits()),
            reader.get("recent", v -> items(v, Path::of), usual.recent()),
            reader.get("open", v -> items(v, Path::of), usual.open()),
            more(fields));
    return new Read(settings, broken);
  }

  private static Fields more(Fields fields) {
    Fields more = fields;
    for (String known : KNOWN) {
      more = more.without(known);
    }
    return more;
  }

  private record Reader(Fields fields, List<String> broken) {
    <T> T get(String name, Function<ParameterValue, T> read, T usual) {
      try {
        return fields.get(name).map(read).orElse(usual);
      } catch (IllegalArgumentException e) {
        broken.add(name);
        return usual;
      }
    }
  }

  private static Window window(ParameterValue value) {
    Fields fields = fields(value);
    Window usual = Window.DEFAULT;
    boolean isMaximized = fields.get("maximized").map(v -> v.equals(new Bool(true))).orElse(false);
    return new Window(
        number(fields, "x", usual.x()),
        number(fields, "y", usual.y()),
        number(fields, "width", usual.width()),
        number(fields, "height", usual.height()),
        isMaximized);
  }

  private static Splits splits(ParameterValue value) {
    Fields fields = fields(value);
    Splits usual = Splits.DEFAULT;
    return new Splits(
        number(fields, "palette", usual.palette()),
        number(fields, "inspector", usual.inspector()),
        number(fields, "dock", usual.dock()),
        number(fields, "metrics", usual.metrics()));
  }

  private static Fields fields(ParameterValue value) {
    if (value instanceof Fields fields) {
      return fields;
    }
    throw new IllegalArgumentException("not an object: " + value);
  }

  private static double number(Fields fields, String name, double otherwise) {
    return fields
        .get(name)
        .map(
            value ->
                switch (value) {
                  case Real(double real) -> real;
                  case Int(long whole) -> (double) whole;
                  default -> throw new IllegalArgumentException("not a number: " + value);
                })
        .orElse(otherwise);
  }

  private static <T> List<T> items(ParameterValue value, Function<String, T> each) {
    if (value instanceof Items(List<ParameterValue> items)) {
      return items.stream().map(item -> each.apply(text(item))).toList();
    }
    throw new IllegalArgumentException("not a list: " + value);
  }

  private static String text(ParameterValue value) {
    if (value instanceof Text(String text)) {
      return text;
    }
    throw new IllegalArgumentException("not a text: " + value);
  }
}
