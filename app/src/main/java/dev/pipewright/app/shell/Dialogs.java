package dev.pipewright.app.shell;

import dev.pipewright.app.inspector.RunValues;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.form.PathChooser;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.component.ParameterType.PathName;
import dev.pipewright.pipeline.file.ProjectFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.DialogPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks with dialogs.
final class Dialogs implements Questions {

  private static final Texts TEXTS = Texts.of(Dialogs.class);

  private final Supplier<Window> owner;

  /// @param owner the window that waits
  Dialogs(Supplier<Window> owner) {
    this.owner = owner;
  }

  @Override
  public List<Path> filesToOpen(@Nullable Path folder) {
    FileChooser chooser = chooser("chooser.open", folder);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(TEXTS.get("chooser.stores"), "*.db"),
            new FileChooser.ExtensionFilter(TEXTS.get("chooser.all"), "*"));
    List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> fileToSave(Path suggested) {
    FileChooser chooser = chooser("chooser.save", suggested.getParent());
    chooser.setInitialFileName(suggested.getFileName().toString());
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
  }

  @Override
  public Optional<Path> fileToExport(Path suggested) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXTS.get("chooser.export"));
    Path folder = suggested.getParent();
    if (folder != null && Files.isDirectory(folder)) {
      chooser.setInitialDirectory(folder.toFile());
    }
    String name = suggested.getFileName().toString();
    chooser.setInitialFileName(name);
    String ending = name.substring(name.lastIndexOf('.'));
    chooser
        .getExtensionFilters()
        .setAll(new FileChooser.ExtensionFilter(TEXTS.get("chooser.picture"), "*" + ending));
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
  }

  @Override
  public Optional<Path> tableToOpen() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXTS.get("chooser.table"));
    chooser
        .getExtensionFilters()
        .setAll(new FileChooser.ExtensionFilter(TEXTS.get("chooser.csv"), "*.csv", "*.CSV"));
    return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
  }

  @Override
  public Optional<Path> folderForProjects() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(TEXTS.get("chooser.home"));
    return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
  }

  @Override
  public Optional<Path> folderToOpen() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(TEXTS.get("chooser.folder"));
    return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
  }

  @Override
  public Optional<String> pipelineToOpen(Path root, List<String> pipelines) {
    ChoiceDialog<String> dialog = new ChoiceDialog<>(pipelines.getFirst(), pipelines);
    dialog.initOwner(owner.get());
    dialog.setTitle(TEXTS.get("chooser.pipeline"));
    dialog.setHeaderText(TEXTS.get("chooser.pipeline.text", pipelines.size()));
    dialog.setContentText(TEXTS.get("chooser.pipeline.line"));
    dialog.setGraphic(null);
    dialog.getDialogPane().getStylesheets().setAll(owner.get().getScene().getStylesheets());
    return dialog.showAndWait();
  }

  @Override
  public Optional<Path> path(PathName.Role role, Path current) {
    return PathChooser.ofSystem().choose(role, current.toString(), owner.get()).map(Path::of);
  }

  private static FileChooser chooser(String title, @Nullable Path folder) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXTS.get(title));
    if (folder != null && Files.isDirectory(folder)) {
      chooser.setInitialDirectory(folder.toFile());
    }
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                TEXTS.get("chooser.type"), "*" + ProjectFile.EXTENSION));
    return chooser;
  }

  @Override
  public <A> A ask(Question<A> question) {
    A otherwise = question.answers().lastEntry().getKey();
    SequencedMap<ButtonType, A> buttons = new LinkedHashMap<>();
    for (Map.Entry<A, String> answer : question.answers().entrySet()) {
      ButtonData role = ButtonData.OTHER;
      if (buttons.isEmpty()) {
        role = ButtonData.OK_DONE;
      } else if (answer.getKey().equals(otherwise)) {
        role = ButtonData.CANCEL_CLOSE;
      }
      buttons.put(new ButtonType(answer.getValue(), role), answer.getKey());
    }
    Alert alert =
        new Alert(
            Alert.AlertType.NONE, question.line(), buttons.keySet().toArray(ButtonType[]::new));
    alert.initOwner(owner.get());
    alert.setTitle(question.title());
    alert.setHeaderText(question.text());
    DialogPane pane = alert.getDialogPane();
    pane.getStylesheets().setAll(owner.get().getScene().getStylesheets());
    buttons.keySet().stream()
        .filter(type -> type.getButtonData() == ButtonData.OK_DONE)
        .forEach(type -> pane.lookupButton(type).getStyleClass().add("accent"));
    return alert
        .showAndWait()
        .map(button -> buttons.getOrDefault(button, otherwise))
        .orElse(otherwise);
  }

  @Override
  public Optional<Map<String, ParameterValue>> values(
      List<RuntimeParameter> parameters, Map<String, ParameterValue> last) {
    RunValues rows = new RunValues(parameters, last);
    ButtonType run = new ButtonType(TEXTS.get("values.run"), ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(TEXTS.get("values.cancel"), ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.NONE, "", run, cancel);
    alert.initOwner(owner.get());
    alert.setTitle(TEXTS.get("values.title"));
    alert.setHeaderText(TEXTS.get("values.text"));
    DialogPane pane = alert.getDialogPane();
    pane.getStylesheets().setAll(owner.get().getScene().getStylesheets());
    pane.setContent(rows);
    Node button = pane.lookupButton(run);
    button.getStyleClass().add("accent");
    button.disableProperty().bind(Bindings.not(rows.complete()));
    button.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          if (!rows.commit() || !rows.complete().get()) {
            event.consume();
          }
        });
    alert.setOnShown(event -> rows.begin());
    return alert.showAndWait().filter(run::equals).map(answer -> rows.values());
  }
}
