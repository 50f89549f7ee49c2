package dev.pipewright.app.dock;

import dev.pipewright.app.run.LogLine;
import dev.pipewright.app.run.LogLine.Level;
import dev.pipewright.app.run.RunLog;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.NodeId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The run log: a row of filters over the lines.
final class LogView extends VBox {

  private static final Texts TEXTS = Texts.of(LogView.class);
  private static final double ROOM = 440;
  private static final Duration TYPING = Duration.millis(150);
  private static final String ALL = TEXTS.get("log.all");
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final RunLog log;
  private final FilteredList<LogLine> lines;
  private final ListView<LogLine> list = new ListView<>();
  private final TextField text = new TextField();
  private final ComboBox<String> nodes = new ComboBox<>();
  private final Map<Level, ToggleButton> levels = new EnumMap<>(Level.class);
  private final ToggleButton follow;
  private final InvalidationListener onLines = lines -> scrollToEnd();
  private boolean isScrollDue;

  /// @param log the lines
  /// @param category the style class of a node's category
  /// @param follow whether the last line is kept in view
  /// @param reveal selects a node
  LogView(
      RunLog log, Function<NodeId, String> category, Consumer<NodeId> reveal, ToggleButton follow) {
    this.log = log;
    this.follow = follow;
    // One list for good: cells hear the list they were made over, even when it was replaced.
    lines = new FilteredList<>(log, LogFilter.ALL);
    lines.addListener(onLines);
    getStyleClass().add("log-view");
    list.setItems(lines);
    list.setFixedCellSize(22);
    list.getStyleClass().add("log-list");
    list.setCellFactory(view -> new LogCell(category, reveal));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setAccessibleText(TEXTS.get("log"));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
    list.setContextMenu(menu());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().setAll(filters(), list);
    follow.selectedProperty().subscribe(isOn -> scrollToEnd());
    filter(LogFilter.ALL);
  }

  /// Offers the lines of these nodes alone.
  void offer(List<NodeId> ids) {
    List<String> names = ids.stream().map(NodeId::value).toList();
    List<String> items = nodes.getItems();
    if (names.equals(items.subList(1, items.size()))) {
      return;
    }
    String chosen = nodes.getValue();
    nodes.getItems().setAll(names);
    nodes.getItems().addFirst(ALL);
    nodes.setValue(names.contains(chosen) ? chosen : ALL);
    // A button whose value its list was without for a moment stays blank; a new one is filled anew.
    nodes.setButtonCell(new ChosenCell());
  }

  private static final class ChosenCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(item);
    }
  }

  /// Shows the lines of one node.
  void show(NodeId node) {
    nodes.setValue(node.value());
  }

  /// Where there is little room, one of the two filters: by component if one is chosen, or by text.
  private void fit(HBox row, HBox field) {
    BooleanBinding hasRoom = row.widthProperty().greaterThanOrEqualTo(ROOM);
    BooleanBinding isChosen = nodes.valueProperty().isNotEqualTo(ALL);
    nodes.visibleProperty().bind(hasRoom.or(isChosen));
    field.visibleProperty().bind(hasRoom.or(isChosen.not()));
    nodes.managedProperty().bind(nodes.visibleProperty());
    field.managedProperty().bind(field.visibleProperty());
  }

  private HBox filters() {
    text.setPromptText(TEXTS.get("log.filter"));
    text.setAccessibleText(TEXTS.get("log.filter"));
    text.getStyleClass().add("small");
    PauseTransition typing = new PauseTransition(TYPING);
    typing.setOnFinished(event -> filter(chosen()));
    text.textProperty().subscribe((before, now) -> typing.playFromStart());
    HBox field = new HBox(Icons.of("mdi2f-filter-outline"), text);
    HBox.setHgrow(text, Priority.ALWAYS);
    field.getStyleClass().addAll("icon-field", "small", "log-filter");
    nodes.getItems().setAll(ALL);
    nodes.setValue(ALL);
    nodes.setAccessibleText(TEXTS.get("log.all"));
    nodes.getStyleClass().addAll("small", "log-nodes");
    nodes.valueProperty().subscribe(node -> filter(chosen()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(field, nodes, space, levels());
    row.getStyleClass().add("dock-filters");
    row.setMinWidth(0);
    fit(row, field);
    return row;
  }

  private HBox levels() {
    HBox segments = new HBox();
    segments.getStyleClass().addAll("segments", "small");
    for (Level level : Level.values()) {
      ToggleButton toggle = new ToggleButton();
      toggle.setSelected(true);
      toggle.setMinWidth(USE_PREF_SIZE);
      String key = "log." + TEXTS.get("log.level." + level);
      toggle
          .textProperty()
          .bind(
              Bindings.createStringBinding(
                  () -> TEXTS.get(key, log.count(level).get()), log.count(level)));
      toggle.selectedProperty().subscribe((before, now) -> filter(chosen()));
      levels.put(level, toggle);
      segments.getChildren().add(toggle);
    }
    return segments;
  }

  private LogFilter chosen() {
    String node = nodes.getValue();
    return new LogFilter(
        text.getText(),
        node == null || node.equals(ALL) ? null : new NodeId(node),
        levels.entrySet().stream()
            .filter(entry -> entry.getValue().isSelected())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  private void filter(LogFilter filter) {
    lines.setPredicate(filter);
    list.setPlaceholder(filter.isOpen() ? nothing() : noMatch());
    scrollToEnd();
  }

  private static Node nothing() {
    return new EmptyState(
        "mdi2t-text-box-outline", TEXTS.get("log.empty"), TEXTS.get("log.empty.line"));
  }

  private Node noMatch() {
    Hyperlink clear = new Hyperlink(TEXTS.get("log.nomatch.clear"));
    clear.setOnAction(event -> clearFilter());
    return new EmptyState("mdi2f-filter-outline", TEXTS.get("log.nomatch"), "", clear);
  }

  private void clearFilter() {
    text.clear();
    nodes.setValue(ALL);
    levels.values().forEach(toggle -> toggle.setSelected(true));
    filter(LogFilter.ALL);
  }

  /// The list does not know of new lines yet when they are told: it is scrolled when it does.
  private void scrollToEnd() {
    if (!isScrollDue) {
      isScrollDue = true;
      Platform.runLater(
          () -> {
            isScrollDue = false;
            if (follow.isSelected() && !list.getItems().isEmpty()) {
              list.layout();
              list.scrollTo(list.getItems().size() - 1);
              // From far above, the list comes to the last line but one.
              list.layout();
              if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.setPosition(1);
              }
            }
          });
    }
  }

  /// Who scrolls up wants to read.
  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() > 0) {
      follow.setSelected(false);
    }
  }

  private void keyPressed(KeyEvent event) {
    if (COPY.match(event)) {
      copy();
      event.consume();
    }
  }

  private ContextMenu menu() {
    MenuItem copy = new MenuItem(TEXTS.get("log.copy"), Icons.of("mdi2c-content-copy"));
    copy.setOnAction(event -> copy());
    MenuItem clear = new MenuItem(TEXTS.get("log.clear"), Icons.of("mdi2d-delete-sweep-outline"));
    clear.setOnAction(event -> log.clear());
    return new ContextMenu(copy, clear);
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(
        list.getSelectionModel().getSelectedItems().stream()
            .map(LogCell::text)
            .collect(Collectors.joining("\n")));
    Clipboard.getSystemClipboard().setContent(content);
  }

  void dispose() {
    lines.removeListener(onLines);
    list.setItems(FXCollections.emptyObservableList());
  }
}
