package dev.pipewright.app.shell;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.start.PipelineThumbnail;
import dev.pipewright.app.start.RecentProject;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The projects that were open, the last one first: where they are, when and how they last ran.
final class RecentView extends VBox {

  private static final Texts TEXTS = Texts.of(RecentView.class);

  /// From so many on, there is a search for them.
  private static final int MANY = 5;

  private static final double ROW = 312;

  private final Workbench workbench;
  private final TextField search = new TextField();
  private final ToggleButton find = new ToggleButton(null, Icons.of("mdi2m-magnify"));
  private final VBox rows = new VBox();
  private final Map<Path, RecentProject> known = new HashMap<>();

  RecentView(Workbench workbench) {
    this.workbench = workbench;
    getStyleClass().add("recent");
    Label head = new Label(TEXTS.get("welcome.recent"));
    head.getStyleClass().addAll("semibold", "recent-head");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    find.getStyleClass().addAll("flat", "icon-button");
    find.setAccessibleText(TEXTS.get("welcome.recent.search"));
    find.setTooltip(new Tooltip(TEXTS.get("welcome.recent.search")));
    find.selectedProperty().subscribe((before, now) -> searching(now));
    HBox line = new HBox(head, space, find);
    line.getStyleClass().add("recent-line");
    search.setPromptText(TEXTS.get("welcome.recent.search"));
    search.textProperty().subscribe((before, now) -> show());
    search.managedProperty().bind(search.visibleProperty());
    search.setVisible(false);
    rows.getStyleClass().add("recent-rows");
    getChildren().setAll(line, search, rows);
    workbench.recent().subscribe(this::read);
    read();
  }

  private void searching(boolean isOn) {
    search.setVisible(isOn);
    if (isOn) {
      search.requestFocus();
    } else {
      search.clear();
    }
  }

  /// Shows the files at once, and what else there is to tell when it has been read.
  void read() {
    show();
    for (Path file : workbench.recent()) {
      workbench.later(
          () -> RecentProject.read(file),
          read -> {
            if (!read.equals(known.put(file, read))) {
              show();
            }
          });
    }
  }

  private void show() {
    boolean isMany = workbench.recent().size() >= MANY;
    find.setVisible(isMany);
    String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
    List<Path> files =
        workbench.recent().stream()
            .filter(file -> file.toString().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    rows.getChildren().setAll(files.stream().map(this::row).toList());
    if (files.isEmpty()) {
      String key = wanted.isEmpty() ? "welcome.recent.none" : "welcome.recent.found";
      Label none = new Label(TEXTS.get(key));
      none.getStyleClass().addAll("caption", "muted", "recent-none");
      rows.getChildren().setAll(none);
    }
  }

  private Node row(Path file) {
    RecentProject project = known.get(file);
    Label name = new Label(name(file));
    name.getStyleClass().add("semibold");
    Label folder = new Label(TopBar.folder(file));
    folder.getStyleClass().addAll("caption", "muted", "recent-folder");
    folder.setMinWidth(0);
    folder.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(folder, Priority.ALWAYS);
    Label time = new Label();
    time.getStyleClass().addAll("muted", "recent-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox first = new HBox(8, name, space, time);
    first.getStyleClass().add("recent-first");
    HBox second = new HBox(folder);
    second.getStyleClass().add("recent-second");
    if (project != null) {
      project
          .time()
          .ifPresent(
              at -> time.setText(RecentProject.ago(at, Instant.now(), ZoneId.systemDefault())));
      second.getChildren().add(state(project));
    }
    VBox words = new VBox(first, second);
    Button open = new Button(null, words);
    words.setPrefWidth(ROW - 24);
    words.setMaxWidth(ROW - 24);
    open.getStyleClass().addAll("flat", "recent-row");
    open.setMinWidth(ROW);
    open.setMaxWidth(ROW);
    open.setAccessibleText(file.toString());
    open.setTooltip(tip(file, project));
    boolean isMissing = project != null && project.state() == RecentProject.State.MISSING;
    words.setOpacity(isMissing ? 0.6 : 1);
    open.setOnAction(event -> workbench.open(file));
    MenuItem forget = new MenuItem(TEXTS.get("welcome.recent.forget"), Icons.of("mdi2c-close"));
    forget.setOnAction(event -> workbench.opening().forget(file));
    open.setContextMenu(new ContextMenu(forget));
    return new StackPane(open, forgetButton(file, open));
  }

  /// Where the project is, and its pipeline drawn small.
  private Tooltip tip(Path file, @Nullable RecentProject project) {
    Tooltip tip = new Tooltip(file.toString());
    Components components = workbench.components().get();
    if (project != null && project.pipeline() != null && components != null) {
      tip.setGraphic(new PipelineThumbnail(project.pipeline(), components, 240, 130));
      tip.setContentDisplay(ContentDisplay.TOP);
    }
    return tip;
  }

  /// Comes with the pointer.
  private Node forgetButton(Path file, Button row) {
    Button forget = new Button(null, Icons.of("mdi2c-close", "icon-14"));
    forget.getStyleClass().addAll("flat", "icon-button", "small", "recent-forget");
    forget.setAccessibleText(TEXTS.get("welcome.recent.forget"));
    forget.setTooltip(new Tooltip(TEXTS.get("welcome.recent.forget")));
    forget.setFocusTraversable(false);
    forget.setOnAction(event -> workbench.opening().forget(file));
    forget.visibleProperty().bind(row.hoverProperty().or(forget.hoverProperty()));
    StackPane.setAlignment(forget, javafx.geometry.Pos.TOP_RIGHT);
    return forget;
  }

  private static Label state(RecentProject project) {
    String icon =
        switch (project.state()) {
          case DONE -> "mdi2c-check-circle";
          case FAILED -> "mdi2a-alert-circle";
          case STOPPED -> "mdi2s-stop-circle-outline";
          case RUNNING -> "mdi2p-play-circle-outline";
          case NEVER -> "mdi2c-clock-outline";
          case MISSING -> "mdi2f-file-question-outline";
        };
    String colour =
        switch (project.state()) {
          case DONE -> "success-text";
          case FAILED -> "danger-text";
          case RUNNING -> "accent-text";
          case STOPPED, NEVER, MISSING -> "muted";
        };
    Label label = new Label(project.line(), Icons.of(icon, "icon-14", colour));
    label.getStyleClass().addAll("caption", "muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ProjectFile.EXTENSION)
        ? name.substring(0, name.length() - ProjectFile.EXTENSION.length())
        : name;
  }
}
