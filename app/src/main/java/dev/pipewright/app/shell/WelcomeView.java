package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands in the window while no project is open.
final class WelcomeView extends VBox {

  private static final Texts TEXTS = Texts.of(WelcomeView.class);
  private static final int MOST = 6;
  private static final double NAME = 300;

  private final Workbench workbench;
  private final VBox recent = new VBox();

  WelcomeView(Workbench workbench, ActionControls controls) {
    this.workbench = workbench;
    getStyleClass().add("welcome");
    Label title = new Label(TEXTS.get("welcome.title"));
    title.getStyleClass().add("page-title");
    Label line = new Label(TEXTS.get("welcome.line"));
    line.getStyleClass().add("muted");
    HBox choices =
        new HBox(
            controls.button("file.open", "large", "accent"),
            controls.button("file.new", "large"),
            controls.button("help.samples", "large"));
    choices.getStyleClass().add("welcome-choices");
    recent.getStyleClass().add("welcome-recent");
    VBox content = new VBox(title, line, choices, recent);
    content.getStyleClass().add("welcome-content");
    getChildren().setAll(content);
    workbench.recent().subscribe(this::update);
    update();
  }

  private void update() {
    List<Path> files = workbench.recent().stream().limit(MOST).toList();
    recent.getChildren().clear();
    if (!files.isEmpty()) {
      Label head = new Label(TEXTS.get("welcome.recent"));
      head.getStyleClass().add("section");
      recent.getChildren().add(head);
      files.forEach(file -> recent.getChildren().add(row(file)));
    }
  }

  private Node row(Path file) {
    Label name = new Label(String.valueOf(file.getFileName()));
    name.getStyleClass().add("medium");
    name.setMaxWidth(NAME);
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Label folder = new Label(TopBar.folder(file));
    folder.getStyleClass().addAll("caption", "muted");
    HBox words = new HBox(Icons.of("mdi2s-sitemap-outline", "accent-text"), name, folder);
    words.getStyleClass().add("welcome-row");
    Button button = new Button(null, words);
    button.getStyleClass().addAll("flat", "welcome-file");
    button.setAccessibleText(file.toString());
    button.setTooltip(new Tooltip(file.toString()));
    button.setOnAction(event -> workbench.open(file));
    return button;
  }
}
