package dev.pipewright.app.versions;

import dev.pipewright.app.dock.EmptyState;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.EngineException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The versions of a project, the newest first, and beside them what the chosen one has otherwise
/// than what is there now. To be disposed of.
public final class VersionsView extends HBox {

  private static final Texts TEXTS = Texts.of(VersionsView.class);

  private final VersionKeeper keeper;
  private final Requests requests;
  private final ListView<VersionKeeper.Entry> list = new ListView<>();
  private final Label damaged = new Label();
  private final StackPane comparison = new StackPane();
  private final Button restore;
  private final Button copy;
  private final Subscription subscription;

  /// What the view asks of those around it.
  public interface Requests {

    /// Something that shows a version beside what is there now.
    ///
    /// @param title what the version is called
    Compared compare(String title, Version version);

    /// Makes a version what is there now.
    void restore(String title, Version version);

    /// Opens a version as a project of its own.
    void openCopy(Version version);
  }

  /// A comparison on the screen.
  ///
  /// @param dispose lets go of it
  public record Compared(Node view, Runnable dispose) {}

  private @Nullable Compared shown;

  /// The versions that are kept of a project.
  public VersionsView(VersionKeeper keeper, Requests requests) {
    this.keeper = keeper;
    this.requests = requests;
    getStyleClass().add("versions");
    restore = button("restore", "mdi2h-history", this::restore);
    restore.getStyleClass().add("accent");
    copy = button("copy", "mdi2f-file-plus-outline", this::openCopy);
    list.getStyleClass().add("version-list");
    list.setCellFactory(view -> new VersionCell());
    list.setAccessibleText(TEXTS.get("title"));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> chosen(now));
    VBox.setVgrow(list, Priority.ALWAYS);
    damaged.getStyleClass().addAll("caption", "warning-text", "version-damaged");
    damaged.setGraphic(Icons.of("mdi2a-alert-outline", "warning-text"));
    damaged.setWrapText(true);
    damaged.managedProperty().bind(damaged.visibleProperty());
    damaged.setVisible(false);
    VBox left = new VBox(head(), list, damaged, foot());
    left.getStyleClass().add("version-side");
    HBox.setHgrow(comparison, Priority.ALWAYS);
    comparison.setMinWidth(0);
    getChildren().setAll(left, comparison);
    chosen(null);
    subscription = keeper.revision().subscribe(now -> read());
  }

  private static Button button(String key, String icon, Runnable work) {
    Button button = new Button(TEXTS.get(key), Icons.of(icon));
    button.setId("version-" + key);
    button.setTooltip(new Tooltip(TEXTS.get(key + ".tip")));
    button.setOnAction(event -> work.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private static VBox head() {
    Label title = new Label(TEXTS.get("title"));
    title.getStyleClass().add("semibold");
    Label line = new Label(TEXTS.get("line"));
    line.getStyleClass().addAll("caption", "muted");
    line.setWrapText(true);
    VBox head = new VBox(title, line);
    head.getStyleClass().add("version-head");
    return head;
  }

  private HBox foot() {
    HBox foot = new HBox(restore, copy);
    foot.getStyleClass().add("version-foot");
    return foot;
  }

  private void read() {
    keeper.read(this::show, this::failed);
  }

  private void show(VersionKeeper.History history) {
    VersionKeeper.Entry before = list.getSelectionModel().getSelectedItem();
    list.setPlaceholder(
        new EmptyState("mdi2h-history", TEXTS.get("empty"), TEXTS.get("empty.line")));
    list.getItems().setAll(history.entries());
    damaged.setVisible(history.damaged() > 0);
    damaged.setText(TEXTS.get("damaged", history.damaged(), history.folder()));
    list.getItems().stream()
        .filter(entry -> before != null && entry.version().time().equals(before.version().time()))
        .findFirst()
        .or(() -> list.getItems().stream().findFirst())
        .ifPresent(entry -> list.getSelectionModel().select(entry));
  }

  private void failed(EngineException error) {
    list.getItems().clear();
    Button again = new Button(TEXTS.get("again"));
    again.setOnAction(event -> read());
    list.setPlaceholder(
        new EmptyState(
            "mdi2a-alert-circle-outline",
            TEXTS.get("failed"),
            error.what() + " " + error.fix() + " " + error.where(),
            again));
  }

  private void chosen(VersionKeeper.@Nullable Entry entry) {
    restore.setDisable(entry == null);
    copy.setDisable(entry == null);
    forget();
    if (entry == null) {
      comparison
          .getChildren()
          .setAll(new EmptyState("mdi2c-compare", TEXTS.get("nothing"), TEXTS.get("nothing.line")));
    } else {
      Version version = entry.version();
      Compared made = requests.compare(VersionCell.title(version), version);
      shown = made;
      comparison.getChildren().setAll(made.view());
    }
  }

  private void forget() {
    if (shown != null) {
      shown.dispose().run();
      shown = null;
    }
  }

  private void restore() {
    VersionKeeper.Entry entry = list.getSelectionModel().getSelectedItem();
    if (entry != null) {
      requests.restore(VersionCell.title(entry.version()), entry.version());
    }
  }

  private void openCopy() {
    VersionKeeper.Entry entry = list.getSelectionModel().getSelectedItem();
    if (entry != null) {
      requests.openCopy(entry.version());
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      restore();
      event.consume();
    }
  }

  /// Lets go of the project.
  public void dispose() {
    subscription.unsubscribe();
    forget();
  }
}
