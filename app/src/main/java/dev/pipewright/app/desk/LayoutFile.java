package dev.pipewright.app.desk;

import dev.pipewright.app.settings.Settings;
import dev.pipewright.app.text.FileTrouble;
import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Int;
import dev.pipewright.pipeline.ParameterValue.Items;
import dev.pipewright.pipeline.ParameterValue.Real;
import dev.pipewright.pipeline.ParameterValue.Text;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Orientation;

/// Keeps how tabs are laid out in `layout.json` of the settings folder, whole or not at all.
public final class LayoutFile {

  private static final Texts TEXTS = Texts.of(LayoutFile.class);

  private final Path file;

  /// Keeps it in this folder, which need not be there yet.
  public LayoutFile(Path folder) {
    this.file = folder.resolve("layout.json");
  }

  /// What is kept.
  ///
  /// @param layout the tabs
  /// @param windows where the windows beside the first stand, in their order
  public record Kept(DeskLayout layout, List<Settings.Window> windows) {

    /// Nothing.
    public static final Kept NONE = new Kept(DeskLayout.EMPTY, List.of());

    /// Keeps copies.
    public Kept {
      windows = List.copyOf(windows);
    }
  }

  /// What was kept; nothing where there is no file, or none that can be read: tabs are then laid
  /// out as by a new user.
  public Kept read() {
    try {
      return JsonText.parse(Files.readString(file)) instanceof Fields fields
          ? read(fields)
          : Kept.NONE;
    } catch (IOException | ProjectException | IllegalArgumentException e) {
      System.getLogger(LayoutFile.class.getName())
          .log(System.Logger.Level.DEBUG, "no layout in {0}: {1}", file, e);
      return Kept.NONE;
    }
  }

  private static Kept read(Fields fields) {
    return new Kept(
        new DeskLayout(
            items(fields, "windows").stream().map(LayoutFile::part).toList(),
            fields.get("worked").map(LayoutFile::text).orElse("")),
        items(fields, "bounds").stream().map(LayoutFile::window).toList());
  }

  private static List<ParameterValue> items(ParameterValue value, String name) {
    return value instanceof Fields fields
            && fields.get(name).orElse(null) instanceof Items(List<ParameterValue> items)
        ? items
        : List.of();
  }

  private static DeskLayout.Part part(ParameterValue value) {
    Optional<ParameterValue> along =
        value instanceof Fields fields ? fields.get("along") : Optional.empty();
    if (along.isPresent()) {
      return new DeskLayout.Parts(
          Orientation.valueOf(text(along.get()).toUpperCase(Locale.ROOT)),
          items(value, "parts").stream().map(LayoutFile::part).toList(),
          items(value, "weights").stream().map(LayoutFile::number).toList());
    }
    return new DeskLayout.Tabs(
        items(value, "tabs").stream().map(LayoutFile::text).toList(),
        value instanceof Fields fields ? fields.get("shown").map(LayoutFile::text).orElse("") : "");
  }

  private static Settings.Window window(ParameterValue value) {
    if (!(value instanceof Fields fields)) {
      throw new IllegalArgumentException("no window: " + value);
    }
    return new Settings.Window(
        number(fields.get("x").orElseThrow(() -> lacks("x"))),
        number(fields.get("y").orElseThrow(() -> lacks("y"))),
        number(fields.get("width").orElseThrow(() -> lacks("width"))),
        number(fields.get("height").orElseThrow(() -> lacks("height"))),
        false);
  }

  private static IllegalArgumentException lacks(String name) {
    return new IllegalArgumentException("a window lacks " + name);
  }

  private static String text(ParameterValue value) {
    if (value instanceof Text(String text)) {
      return text;
    }
    throw new IllegalArgumentException("not a text: " + value);
  }

  private static double number(ParameterValue value) {
    return switch (value) {
      case Real(double real) -> real;
      case Int(long whole) -> whole;
      default -> throw new IllegalArgumentException("not a number: " + value);
    };
  }

  /// Keeps this.
  ///
  /// @throws EnvironmentException when it cannot be written
  public void write(Kept kept) {
    Fields fields =
        Fields.EMPTY
            .with(
                "windows",
                ParameterValue.of(kept.layout().windows().stream().map(LayoutFile::value).toList()))
            .with("worked", new Text(kept.layout().worked()))
            .with(
                "bounds",
                ParameterValue.of(kept.windows().stream().map(LayoutFile::value).toList()));
    try {
      Files.createDirectories(file.getParent());
      WholeFile.write(file, JsonText.pretty(fields).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EnvironmentException(
          TEXTS.get("layout.unwritable", FileTrouble.reason(e)),
          Location.of(file),
          TEXTS.get("layout.unwritable.fix"),
          e);
    }
  }

  private static Fields value(Settings.Window window) {
    return Fields.EMPTY
        .with("x", new Real(window.x()))
        .with("y", new Real(window.y()))
        .with("width", new Real(window.width()))
        .with("height", new Real(window.height()));
  }

  private static Fields value(DeskLayout.Part part) {
    return switch (part) {
      case DeskLayout.Tabs(List<String> names, String shown) ->
          Fields.EMPTY
              .with("tabs", ParameterValue.of(names.stream().map(Text::new).toList()))
              .with("shown", new Text(shown));
      case DeskLayout.Parts(Orientation along, List<DeskLayout.Part> parts, List<Double> weights) ->
          Fields.EMPTY
              .with("along", new Text(along.name().toLowerCase(Locale.ROOT)))
              .with("parts", ParameterValue.of(parts.stream().map(LayoutFile::value).toList()))
              .with("weights", ParameterValue.of(weights.stream().map(Real::new).toList()));
    };
  }
}
