package dev.pipewright.app.help;

import dev.pipewright.app.components.TypeMark;
import dev.pipewright.app.dock.ScrollTo;
import dev.pipewright.app.text.Ranking;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.MarkdownView;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.component.ArtifactType;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Help on the screen: all pages in a list that can be searched, and one of them.
public final class HelpPage extends VBox {

  private static final Texts TEXTS = Texts.of(HelpPage.class);
  private static final double ROW = 28;
  private static final int IN_TEXT = 100;
  private static final int NOWHERE = 101;

  private final Library library;
  private final ObjectProperty<Topic> topic;
  private final Consumer<String> onAdd;
  private final List<Library.Entry> pages;
  private final Map<Topic, String> searched = new HashMap<>();
  private final Deque<Topic> before = new ArrayDeque<>();
  private final ListView<Library.Entry> list = new ListView<>();
  private final TextField search = new TextField();
  private final ScrollPane scroll = new ScrollPane();
  private final VBox page = new VBox();
  private final Button back = new Button(null, Icons.of("mdi2a-arrow-left"));
  private final ScrollTo reveal;
  private boolean isGoingBack;

  /// A page.
  ///
  /// @param topic what is shown
  /// @param onAdd takes the component that a person wants on the canvas
  public HelpPage(Library library, ObjectProperty<Topic> topic, Consumer<String> onAdd) {
    this.library = library;
    this.topic = topic;
    this.onAdd = onAdd;
    this.pages = library.pages();
    getStyleClass().add("help-page");
    getStylesheets()
        .add(Objects.requireNonNull(HelpPage.class.getResource("help.css")).toExternalForm());
    page.getStyleClass().add("help-text");
    scroll.setContent(page);
    reveal = new ScrollTo(scroll);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    HBox body = new HBox(index(), scroll);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().setAll(head(), body);
    search.textProperty().subscribe(this::filter);
    topic.subscribe((old, now) -> moved(old, now));
    show(topic.get());
  }

  private HBox head() {
    back.getStyleClass().addAll("flat", "icon-button");
    back.setAccessibleText(TEXTS.get("back"));
    back.setTooltip(new Tooltip(TEXTS.get("back")));
    back.setOnAction(event -> goBack());
    back.setDisable(true);
    Label title = new Label(TEXTS.get("title"));
    title.getStyleClass().add("title");
    HBox head = new HBox(back, title);
    head.getStyleClass().add("help-head");
    return head;
  }

  private VBox index() {
    search.setId("help-search");
    search.setPromptText(TEXTS.get("search"));
    search.setAccessibleText(TEXTS.get("search"));
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKeyPressed);
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox field = new HBox(Icons.of("mdi2m-magnify"), search);
    field.getStyleClass().add("icon-field");
    list.setFixedCellSize(ROW);
    list.setAccessibleText(TEXTS.get("title"));
    list.setCellFactory(view -> new Cell());
    Label none = new Label(TEXTS.get("none"));
    none.getStyleClass().add("empty-line");
    list.setPlaceholder(none);
    list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox index = new VBox(field, list);
    index.getStyleClass().add("help-index");
    return index;
  }

  private void searchKeyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !list.getItems().isEmpty()) {
      go(list.getItems().getFirst().topic());
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN) {
      list.requestFocus();
      list.getSelectionModel().selectFirst();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      search.clear();
    }
  }

  private void selected(Library.@Nullable Entry entry) {
    if (entry != null && !entry.topic().equals(shown())) {
      go(entry.topic());
    }
  }

  /// The page that is shown, whatever part of it is sought.
  private Topic shown() {
    return new Topic(topic.get().kind(), topic.get().name(), "");
  }

  private void go(Topic wanted) {
    topic.set(wanted);
  }

  private void goBack() {
    isGoingBack = true;
    topic.set(before.pop());
    isGoingBack = false;
    back.setDisable(before.isEmpty());
  }

  private void moved(Topic old, Topic now) {
    if (!isGoingBack) {
      before.push(old);
    }
    back.setDisable(before.isEmpty());
    show(now);
  }

  /// Those whose title fits best, then those whose text has the words.
  private void filter(String typed) {
    if (typed.isBlank()) {
      list.getItems().setAll(pages);
    } else {
      list.getItems()
          .setAll(
              pages.stream()
                  .filter(entry -> rank(entry, typed) < NOWHERE)
                  .sorted(Comparator.comparingInt(entry -> rank(entry, typed)))
                  .toList());
    }
    mark();
  }

  private int rank(Library.Entry entry, String typed) {
    int rank = Ranking.of(entry.title(), typed);
    if (rank < Ranking.NONE) {
      return rank;
    }
    String text =
        searched.computeIfAbsent(
            entry.topic(), each -> library.text(each).toLowerCase(Locale.ROOT));
    return text.contains(typed.strip().toLowerCase(Locale.ROOT)) ? IN_TEXT : NOWHERE;
  }

  /// The page that is shown is marked in the list.
  private void mark() {
    Topic shown = shown();
    list.getItems().stream()
        .filter(entry -> entry.topic().equals(shown))
        .findFirst()
        .ifPresentOrElse(
            entry -> {
              if (entry != list.getSelectionModel().getSelectedItem()) {
                list.getSelectionModel().select(entry);
                list.scrollTo(entry);
              }
            },
            () -> list.getSelectionModel().clearSelection());
  }

  private void show(Topic now) {
    MarkdownView text = new MarkdownView(library.text(now), this::follow);
    page.getChildren().setAll(title(now), text);
    mark();
    reveal.show(text.heading(now.heading()).orElse(null));
  }

  private void follow(String address) {
    Topic.of(address)
        .ifPresentOrElse(
            this::go,
            () ->
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, address)));
  }

  private Node title(Topic now) {
    Label title = new Label(library.title(now));
    title.getStyleClass().add("page-title");
    title.setWrapText(true);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(title, space);
    line.getStyleClass().add("help-title");
    if (now.kind() == Topic.Kind.COMPONENT && library.components().spec(now.name()).isPresent()) {
      line.getChildren().addFirst(tile(now.name()));
      Button add = new Button(TEXTS.get("add"), Icons.of("mdi2p-plus"));
      add.setId("help-add");
      add.getStyleClass().add("accent");
      add.setMinWidth(Region.USE_PREF_SIZE);
      add.setOnAction(event -> onAdd.accept(now.name()));
      line.getChildren().add(add);
    } else if (now.kind() == Topic.Kind.TYPE) {
      line.getChildren().addFirst(TypeMark.of(new ArtifactType(now.name())));
    }
    return line;
  }

  private Node tile(String component) {
    Region tint = new Region();
    tint.getStyleClass().add("node-tint");
    StackPane tile =
        new StackPane(
            tint, Icons.of(library.components().binding(component).icon(), "category-icon"));
    tile.getStyleClass().addAll("node-tile", library.components().style(component).styleClass());
    return tile;
  }

  private static final class Cell extends ListCell<Library.Entry> {
    @Override
    protected void updateItem(Library.@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      setPrefWidth(0);
      if (empty || entry == null) {
        setText(null);
        setGraphic(null);
      } else {
        setText(entry.title());
        setGraphic(icon(entry));
      }
    }

    private static Node icon(Library.Entry entry) {
      return switch (entry.topic().kind()) {
        case TYPE -> new StackPane(TypeMark.of(new ArtifactType(entry.topic().name())));
        case COMPONENT -> Icons.of(entry.icon(), "category-icon", entry.styleClass());
        case INDEX, GUIDE, SHORTCUTS -> Icons.of(entry.icon(), "muted");
      };
    }
  }
}
