package dev.pipewright.app.export;

import dev.pipewright.app.error.Notice;
import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.app.text.FileTrouble;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.canvas.GraphPicture;
import dev.pipewright.canvas.GraphPicture.Ground;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks over everything else what a picture of the canvas shall be, and writes it. Escape, or a
/// click elsewhere, closes it.
public final class ExportCard extends StackPane {

  private static final Texts TEXTS = Texts.of(ExportCard.class);

  private final Requests requests;
  private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.PNG);
  private final ObjectProperty<PipelineView.Extent> part =
      new SimpleObjectProperty<>(PipelineView.Extent.ALL);
  private final ObjectProperty<Integer> scale = new SimpleObjectProperty<>(2);
  private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.LIGHT);
  private final CheckBox legend = new CheckBox(TEXTS.get("legend"));
  private final Label trouble = new Label();
  private final Button export = new Button(TEXTS.get("export"));
  private @Nullable ToggleButton selection;
  private @Nullable PipelineView canvas;
  private Theme theme = Theme.LIGHT;

  /// What the card asks of those around it.
  ///
  /// @param file asks where to write; takes a suggestion
  /// @param tell tells a person something
  /// @param failed takes an error
  public record Requests(
      FxExecutor fx,
      Function<Path, Optional<Path>> file,
      Consumer<Notice> tell,
      Consumer<EngineException> failed) {}

  /// The kinds of files.
  private enum Format {
    PNG,
    SVG
  }

  /// What lies below the graph, and in which colours it is.
  private enum Look {
    LIGHT,
    DARK,
    TRANSPARENT
  }

  /// A card that is not shown yet.
  public ExportCard(Requests requests) {
    this.requests = requests;
    getStyleClass().addAll("search-layer", "export-layer");
    getStylesheets()
        .add(Objects.requireNonNull(ExportCard.class.getResource("export.css")).toExternalForm());
    Label title = new Label(TEXTS.get("title"));
    title.getStyleClass().add("title");
    trouble.getStyleClass().addAll("caption", "danger-text");
    trouble.setWrapText(true);
    trouble.setMinHeight(Region.USE_PREF_SIZE);
    trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    Node scales = row("scale", segments(scale, List.of(1, 2, 3), each -> each + "\u00d7"));
    format.subscribe(now -> scales.setDisable(now == Format.SVG));
    legend.setSelected(true);
    VBox box =
        new VBox(
            title,
            row("format", segments(format, List.of(Format.values()), Enum::name)),
            row("part", parts()),
            scales,
            row("look", segments(look, List.of(Look.values()), each -> word("look", each))),
            row("more", legend),
            trouble,
            buttons());
    box.getStyleClass().addAll("search-box", "export-box");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    box.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> close());
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
    getChildren().setAll(box);
    setVisible(false);
  }

  private static String word(String key, Enum<?> value) {
    return TEXTS.get(key + "." + value.name());
  }

  private static HBox row(String key, Node control) {
    Label name = new Label(TEXTS.get(key));
    name.getStyleClass().addAll("muted", "export-name");
    HBox row = new HBox(name, control);
    row.getStyleClass().add("export-row");
    return row;
  }

  private HBox parts() {
    HBox parts = segments(part, List.of(PipelineView.Extent.values()), each -> word("part", each));
    selection = (ToggleButton) parts.getChildren().getLast();
    return parts;
  }

  private <T> HBox segments(ObjectProperty<T> value, List<T> choices, Function<T, String> name) {
    HBox segments = new HBox();
    segments.getStyleClass().add("segments");
    for (T choice : choices) {
      ToggleButton button = new ToggleButton(name.apply(choice));
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(
          event -> {
            value.set(choice);
            button.setSelected(true);
            trouble.setText("");
          });
      value.subscribe(now -> button.setSelected(now.equals(choice)));
      segments.getChildren().add(button);
    }
    return segments;
  }

  private HBox buttons() {
    Button cancel = new Button(TEXTS.get("cancel"));
    cancel.setOnAction(event -> close());
    export.getStyleClass().add("accent");
    export.setId("export-write");
    export.setDefaultButton(true);
    export.setOnAction(event -> write());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(space, cancel, export);
    buttons.getStyleClass().add("export-buttons");
    return buttons;
  }

  /// Asks for a picture of this canvas.
  ///
  /// @param now how the window looks
  public void open(PipelineView shown, Theme now) {
    canvas = shown;
    theme = now;
    boolean hasSelection = shown.hasPart(PipelineView.Extent.SELECTION);
    part.set(hasSelection ? PipelineView.Extent.SELECTION : PipelineView.Extent.ALL);
    if (selection != null) {
      selection.setDisable(!hasSelection);
    }
    look.set(now == Theme.DARK ? Look.DARK : Look.LIGHT);
    trouble.setText(shown.hasPart(PipelineView.Extent.ALL) ? "" : TEXTS.get("empty"));
    export.setDisable(!shown.hasPart(PipelineView.Extent.ALL));
    setVisible(true);
    export.requestFocus();
  }

  private void close() {
    setVisible(false);
    canvas = null;
  }

  private void write() {
    PipelineView shown = canvas;
    if (shown == null) {
      return;
    }
    Theme colours =
        switch (look.get()) {
          case LIGHT -> Theme.LIGHT;
          case DARK -> Theme.DARK;
          case TRANSPARENT -> theme;
        };
    Ground ground = look.get() == Look.TRANSPARENT ? Ground.NONE : Ground.CANVAS;
    try (GraphPicture picture =
        shown.picture(
            part.get(),
            legend.isSelected() ? PipelineView.Legend.SHOWN : PipelineView.Legend.NONE,
            colours::applyAlone)) {
      if (format.get() == Format.SVG) {
        String svg = picture.svg(ground);
        save(shown, () -> svg.getBytes(StandardCharsets.UTF_8));
      } else if (picture.fits(scale.get())) {
        WritableImage image = picture.image(scale.get(), ground);
        save(shown, () -> GraphPicture.png(image));
      } else {
        trouble.setText(
            TEXTS.get(
                "large",
                Math.ceil(picture.width() * scale.get()),
                Math.ceil(picture.height() * scale.get()),
                GraphPicture.MOST_SIDE,
                GraphPicture.MOST_PIXELS / 1_000_000));
      }
    }
  }

  private void save(PipelineView shown, Supplier<byte[]> content) {
    String ending = "." + format.get().name().toLowerCase(Locale.ROOT);
    requests
        .file()
        .apply(shown.suggestedFile(ending))
        .map(file -> ended(file, ending))
        .ifPresent(
            file -> {
              close();
              requests.fx().call(() -> written(file, content.get()), this::told, requests.failed());
            });
  }

  private static Path ended(Path file, String ending) {
    String name = file.getFileName().toString();
    boolean isNamed = name.toLowerCase(Locale.ROOT).endsWith(ending);
    return isNamed ? file : file.resolveSibling(name + ending);
  }

  private static Path written(Path file, byte[] content) {
    try {
      WholeFile.write(file, content);
      return file;
    } catch (IOException e) {
      throw new EnvironmentException(
          TEXTS.get("unwritable", FileTrouble.reason(e)),
          Location.of(file),
          TEXTS.get("unwritable.fix"),
          e);
    }
  }

  private void told(Path file) {
    requests
        .tell()
        .accept(
            new Notice(TEXTS.get("written", file.getFileName()), file.toString(), "", "", false));
  }
}
