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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Settings as JSON. What is missing has its default; what is there and cannot be is an
/// `IllegalArgumentException`.
final class SettingsText {

  private SettingsText() {}

  static Fields write(Settings settings) {
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

  static Settings read(Fields fields) {
    Settings usual = Settings.DEFAULT;
    return new Settings(
        fields.get("window").map(SettingsText::window).orElse(usual.window()),
        fields.get("theme").map(v -> Appearance.valueOf(text(v))).orElse(usual.appearance()),
        fields
            .get("panels")
            .map(v -> items(v, Panel::valueOf).stream().collect(Collectors.toSet()))
            .orElse(usual.panels()),
        fields.get("splits").map(SettingsText::splits).orElse(usual.splits()),
        fields.get("recent").map(v -> items(v, Path::of)).orElse(usual.recent()),
        fields.get("open").map(v -> items(v, Path::of)).orElse(usual.open()));
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
