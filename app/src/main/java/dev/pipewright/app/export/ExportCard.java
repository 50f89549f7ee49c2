package dev.pipewright.app.export;

import dev.pipewright.app.error.Notice;
import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.app.text.FileTrouble;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.canvas.Gradual;
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
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
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

  private static final List<Integer> SCALES = List.of(1, 2, 3);

  private final Requests requests;
  private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.PNG);
  private final ObjectProperty<PipelineView.Extent> part =
      new SimpleObjectProperty<>(PipelineView.Extent.ALL);
  private final ObjectProperty<Integer> scale = new SimpleObjectProperty<>(2);
  private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.LIGHT);
  private final CheckBox legend = new CheckBox(TEXTS.get("legend"));
  private final VBox choices = new VBox();
  private final Label trouble = new Label();
  private final FlowPane ways = new FlowPane();
  private final Label stageName = new Label();
  private final ProgressBar bar = new ProgressBar(-1);
  private final Button cancel = new Button(TEXTS.get("cancel"));
  private final Button export = new Button(TEXTS.get("export"));
  private @Nullable ToggleButton selection;
  private @Nullable PipelineView canvas;
  private GraphPicture.@Nullable Drawn drawn;
  private @Nullable Making<?> making;
  private @Nullable Gradual<?> current;
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
    ways.getStyleClass().add("export-ways");
    ways.managedProperty().bind(Bindings.isNotEmpty(ways.getChildren()));
    Node scales = row("scale", segments(scale, SCALES, each -> each + "\u00d7"));
    format.subscribe(now -> scales.setDisable(now == Format.SVG));
    legend.setSelected(true);
    choices.getStyleClass().add("export-choices");
    choices
        .getChildren()
        .setAll(
            row("format", segments(format, List.of(Format.values()), Enum::name)),
            row("part", parts()),
            scales,
            row("look", segments(look, List.of(Look.values()), each -> word("look", each))),
            row("more", legend));
    VBox box = new VBox(title, choices, trouble, ways, progress(), buttons());
    box.getStyleClass().addAll("search-box", "export-box");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    box.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> leave());
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            leave();
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
            trouble("");
          });
      value.subscribe(now -> button.setSelected(now.equals(choice)));
      segments.getChildren().add(button);
    }
    return segments;
  }

  private HBox progress() {
    stageName.getStyleClass().addAll("caption", "muted");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(stageName.textProperty());
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox progress = new HBox(stageName, bar);
    progress.getStyleClass().add("export-row");
    progress.setId("export-progress");
    progress.visibleProperty().bind(stageName.textProperty().isNotEmpty());
    progress.managedProperty().bind(progress.visibleProperty());
    return progress;
  }

  private HBox buttons() {
    cancel.setOnAction(event -> leave());
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
    trouble(shown.hasPart(PipelineView.Extent.ALL) ? "" : TEXTS.get("empty"));
    export.setDisable(!shown.hasPart(PipelineView.Extent.ALL));
    setVisible(true);
    export.requestFocus();
  }

  /// What is being made ends; where nothing is, the card closes.
  private void leave() {
    if (!stop()) {
      close();
    }
  }

  private void close() {
    stop();
    setVisible(false);
    canvas = null;
  }

  private void write() {
    PipelineView shown = canvas;
    if (shown == null || drawn != null) {
      return;
    }
    Theme colours =
        switch (look.get()) {
          case LIGHT -> Theme.LIGHT;
          case DARK -> Theme.DARK;
          case TRANSPARENT -> theme;
        };
    GraphPicture.Drawn picture =
        shown.picture(
            part.get(),
            legend.isSelected() ? PipelineView.Legend.SHOWN : PipelineView.Legend.NONE,
            colours::applyAlone);
    drawn = picture;
    trouble("");
    make(picture, "drawing", made -> drawn(shown, made));
  }

  private <T> void make(Gradual<T> work, String stage, Consumer<T> made) {
    // Escape is heard here alone.
    cancel.requestFocus();
    choices.setDisable(true);
    export.setDisable(true);
    stageName.setText(TEXTS.get(stage));
    bar.setProgress(0);
    current = work;
    Making<T> next =
        new Making<>(
            work,
            bar::setProgress,
            result -> {
              if (current == work) {
                made.accept(result);
              }
            });
    making = next;
    next.start();
  }

  /// Ends what is being made, if anything is.
  ///
  /// @return whether anything was
  private boolean stop() {
    GraphPicture.Drawn picture = drawn;
    if (picture == null) {
      return false;
    }
    if (making != null) {
      making.stop();
      making = null;
    }
    drawn = null;
    current = null;
    picture.close();
    bar.setProgress(-1);
    stageName.setText("");
    choices.setDisable(false);
    export.setDisable(false);
    export.requestFocus();
    return true;
  }

  private void drawn(PipelineView shown, GraphPicture picture) {
    Ground ground = look.get() == Look.TRANSPARENT ? Ground.NONE : Ground.CANVAS;
    if (format.get() == Format.PNG && !picture.fits(scale.get())) {
      double width = Math.ceil(picture.width() * scale.get());
      double height = Math.ceil(picture.height() * scale.get());
      tooLarge(width, height, SCALES.reversed().stream().filter(picture::fits).findFirst());
      stop();
      return;
    }
    String ending = "." + format.get().name().toLowerCase(Locale.ROOT);
    Optional<Path> chosen =
        requests.file().apply(shown.suggestedFile(ending)).map(file -> ended(file, ending));
    if (chosen.isEmpty()) {
      stop();
    } else if (format.get() == Format.SVG) {
      make(
          picture.svg(ground),
          "writing",
          svg -> save(chosen.get(), () -> svg.getBytes(StandardCharsets.UTF_8)));
    } else {
      make(
          picture.image(scale.get(), ground),
          "painting",
          image -> save(chosen.get(), () -> GraphPicture.png(image)));
    }
  }

  /// Says that a picture would be too large, and offers what is not.
  private void tooLarge(double width, double height, Optional<Integer> fitting) {
    trouble(
        TEXTS.get(
            "large", width, height, GraphPicture.MOST_SIDE, GraphPicture.MOST_PIXELS / 1_000_000));
    fitting.ifPresent(
        most ->
            ways.getChildren()
                .add(way("export-smaller", "use.scale", () -> scale.set(most), most)));
    ways.getChildren().add(way("export-svg", "use.svg", () -> format.set(Format.SVG)));
  }

  private Hyperlink way(String id, String key, Runnable choose, Object... values) {
    Hyperlink way = new Hyperlink(TEXTS.get(key, values));
    way.setId(id);
    way.setOnAction(
        event -> {
          choose.run();
          trouble("");
          export.requestFocus();
        });
    return way;
  }

  private void trouble(String text) {
    trouble.setText(text);
    ways.getChildren().clear();
  }

  private void save(Path file, Supplier<byte[]> content) {
    close();
    requests.fx().call(() -> written(file, content.get()), this::told, requests.failed());
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
