package dev.pipewright.app.shell;

import dev.pipewright.app.run.RunQueue;
import dev.pipewright.app.run.RunQueue.Waiting;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says how many runs wait, and opens the list of them: to have one wait for fewer others, or not
/// run at all. There while one waits.
final class QueueButton extends Button {

  private static final Texts TEXTS = Texts.of(QueueButton.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final RunQueue queue;
  private final ContextMenu menu = new ContextMenu();
  private final ListChangeListener<Waiting> onChange = change -> show();

  QueueButton(Workbench workbench) {
    super(null, Icons.of("mdi2p-playlist-play", "icon-14"));
    queue = workbench.queue();
    setId("queue");
    getStyleClass().addAll("flat", "small", "queue-button");
    setTooltip(new Tooltip(TEXTS.get("queue.tip")));
    setMinWidth(USE_PREF_SIZE);
    setOnAction(event -> open());
    queue.waiting().addListener(onChange);
    show();
  }

  private void show() {
    List<Waiting> waiting = queue.waiting();
    setVisible(!waiting.isEmpty());
    setManaged(!waiting.isEmpty());
    setText(TEXTS.get("queue", waiting.size()));
    if (waiting.isEmpty()) {
      menu.hide();
    } else {
      menu.getItems().setAll(waiting.stream().map(this::item).toList());
    }
  }

  private void open() {
    Bounds bounds = localToScreen(getBoundsInLocal());
    menu.show(this, bounds.getMinX(), bounds.getMinY());
    menu.setY(bounds.getMinY() - menu.getHeight());
  }

  private MenuItem item(Waiting run) {
    int place = queue.waiting().indexOf(run);
    Label title = new Label(run.model().project().document().get().name());
    title.getStyleClass().add("medium");
    Label words = new Label(TEXTS.get("queue.line", run.scope(), TIME.format(run.asked())));
    words.getStyleClass().addAll("caption", "muted");
    VBox text = new VBox(title, words);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button up = tool("mdi2a-arrow-up", "queue.up", () -> queue.move(run, -1));
    up.setDisable(place == 0);
    Button down = tool("mdi2a-arrow-down", "queue.down", () -> queue.move(run, 1));
    down.setDisable(place == queue.waiting().size() - 1);
    Button cancel = tool("mdi2c-close", "queue.cancel", () -> queue.cancel(run));
    HBox row = new HBox(text, space, up, down, cancel);
    row.getStyleClass().add("queue-row");
    CustomMenuItem item = new CustomMenuItem((Node) row);
    item.setHideOnClick(false);
    item.getStyleClass().add("queue-item");
    return item;
  }

  private static Button tool(String icon, String key, Runnable work) {
    Button button = new Button(null, Icons.of(icon, "icon-14"));
    button.getStyleClass().addAll("flat", "small", "icon-button");
    button.setTooltip(new Tooltip(TEXTS.get(key)));
    button.setAccessibleText(TEXTS.get(key));
    button.setOnAction(event -> work.run());
    return button;
  }
}
