package dev.pipewright.app.shell;

import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.file.ProjectFile;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks with dialogs.
final class Dialogs implements Questions {

  private static final Texts TEXTS = Texts.of(Dialogs.class);

  private final Supplier<Window> owner;

  /// @param owner the window that waits
  Dialogs(Supplier<Window> owner) {
    this.owner = owner;
  }

  @Override
  public List<Path> filesToOpen() {
    List<File> chosen = chooser("chooser.open").showOpenMultipleDialog(owner.get());
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> fileToSave(String suggested) {
    FileChooser chooser = chooser("chooser.save");
    chooser.setInitialFileName(suggested);
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
  }

  private static FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXTS.get(title));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                TEXTS.get("chooser.type"), "*" + ProjectFile.EXTENSION));
    return chooser;
  }

  @Override
  public Unsaved unsaved(String name) {
    SequencedMap<ButtonType, Unsaved> answers = new LinkedHashMap<>();
    answers.put(button("unsaved.save", ButtonData.YES), Unsaved.SAVE);
    answers.put(button("unsaved.discard", ButtonData.NO), Unsaved.DISCARD);
    answers.put(button("cancel", ButtonData.CANCEL_CLOSE), Unsaved.CANCEL);
    return ask("unsaved", name, answers, Unsaved.CANCEL);
  }

  @Override
  public Conflict conflict(String name) {
    SequencedMap<ButtonType, Conflict> answers = new LinkedHashMap<>();
    answers.put(button("conflict.saveas", ButtonData.YES), Conflict.SAVE_AS);
    answers.put(button("conflict.overwrite", ButtonData.NO), Conflict.OVERWRITE);
    answers.put(button("conflict.reload", ButtonData.OTHER), Conflict.RELOAD);
    answers.put(button("cancel", ButtonData.CANCEL_CLOSE), Conflict.CANCEL);
    return ask("conflict", name, answers, Conflict.CANCEL);
  }

  private <T> T ask(String key, String name, SequencedMap<ButtonType, T> answers, T otherwise) {
    Alert alert =
        new Alert(
            Alert.AlertType.NONE,
            TEXTS.get(key + ".line"),
            answers.keySet().toArray(ButtonType[]::new));
    alert.initOwner(owner.get());
    alert.setTitle(TEXTS.get(key + ".title"));
    alert.setHeaderText(TEXTS.get(key + ".text", name));
    alert.getDialogPane().getStylesheets().setAll(owner.get().getScene().getStylesheets());
    return alert
        .showAndWait()
        .map(button -> answers.getOrDefault(button, otherwise))
        .orElse(otherwise);
  }

  private static ButtonType button(String key, ButtonData role) {
    return new ButtonType(TEXTS.get(key), role);
  }
}
