package dev.pipewright.app.inspector;

import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.text.Ages;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.theme.Icons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// An artifact in a few lines: which, how large, from which run, how old, where; to open it, copy
/// its path, or see its folder. Says so where its files are gone.
final class MadeArtifact extends VBox {

  private static final Texts TEXTS = Texts.of(MadeArtifact.class);

  private final ArtifactRow row;
  private final Label facts = label("");

  MadeArtifact(ArtifactRow row, Consumer<NodeRequest> requests) {
    this.row = row;
    facts.setText(facts(""));
    facts.setTooltip(new Tooltip(row.time().toString()));
    Label path = label(row.folder().toString());
    path.getStyleClass().add("mono");
    path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    path.setTooltip(new Tooltip(path.getText()));
    path.setMinWidth(0);
    Button open = new Button(TEXTS.get("open"));
    open.getStyleClass().add("small");
    open.setAccessibleText(TEXTS.get("open") + " " + row.port());
    open.setOnAction(event -> requests.accept(new NodeRequest.OpenOutput(row.node(), row.port())));
    Button copy = icon("mdi2c-content-copy", "made.copy");
    copy.setOnAction(
        event ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, row.folder().toString())));
    Button reveal = icon("mdi2f-folder-open-outline", "made.reveal");
    reveal.setOnAction(
        event -> {
          if (!FileManager.show(row.folder())) {
            reveal.setDisable(true);
            reveal.setTooltip(new Tooltip(TEXTS.get("made.noreveal")));
          }
        });
    HBox tools = new HBox(open, copy, reveal);
    tools.getStyleClass().add("made-tools");
    getStyleClass().add("made-artifact");
    getChildren().setAll(facts, path, tools);
    look();
  }

  private static Button icon(String icon, String key) {
    Button button = new Button(null, Icons.of(icon, "icon-14"));
    button.getStyleClass().addAll("flat", "small", "icon-button");
    button.setTooltip(new Tooltip(TEXTS.get(key)));
    button.setAccessibleText(TEXTS.get(key));
    return button;
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("caption", "muted");
    return label;
  }

  private String facts(String files) {
    return TEXTS.get(
        "made.facts",
        Long.toString(row.id()),
        row.bytes() < 0 ? "" : Units.bytes(row.bytes()),
        files,
        row.run(),
        Ages.ago(row.time(), Instant.now()));
  }

  /// Looks at the disk, off the JavaFX thread: a drive may be far away.
  private void look() {
    Path folder = row.folder();
    Thread.ofVirtual()
        .start(
            () -> {
              if (!Files.exists(folder)) {
                Platform.runLater(this::gone);
                return;
              }
              try (Stream<Path> files = Files.walk(folder)) {
                long count = files.filter(Files::isRegularFile).count();
                Platform.runLater(() -> facts.setText(facts(" " + TEXTS.get("made.files", count))));
              } catch (IOException | java.io.UncheckedIOException e) {
                Platform.runLater(this::gone);
              }
            });
  }

  private void gone() {
    Label gone = new Label(TEXTS.get("made.gone"));
    gone.getStyleClass().addAll("caption", "danger-text");
    gone.setWrapText(true);
    gone.setMinHeight(USE_PREF_SIZE);
    getChildren().set(getChildren().size() - 1, gone);
  }
}
