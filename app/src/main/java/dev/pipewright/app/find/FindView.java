package dev.pipewright.app.find;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.find.Query.Option;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.NodeId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Find and replace: what is looked for, what shall stand in its place, and what was found.
public final class FindView extends VBox {

  private static final Texts TEXTS = Texts.of(FindView.class);

  private final FindViewModel model;
  private final Shower shower;
  private final TextField field = field("find");
  private final TextField replacement = field("replace");
  private final ListView<FindRow> list = new ListView<>();
  private final Label count = new Label();
  private final Label message = new Label();
  private final HBox replacing;
  private final ToggleButton unfold = new ToggleButton(null, Icons.of("mdi2f-find-replace"));
  private boolean isShowing;

  /// Shows places of the pipeline on the screen.
  public interface Shower {

    /// A node, and a field of its parameters; empty for none in particular.
    void node(NodeId node, String field);

    /// A frame.
    void frame(String id);

    /// A note.
    void note(String id);

    /// The pipeline itself.
    void pipeline();
  }

  /// @param component of which component a node is
  public FindView(
      FindViewModel model,
      Components components,
      Function<NodeId, String> component,
      Shower shower) {
    this.model = model;
    this.shower = shower;
    getStyleClass().add("find");
    field.textProperty().bindBidirectional(model.text());
    replacement.textProperty().bindBidirectional(model.replacement());
    replacing = replacing();
    message.getStyleClass().addAll("caption", "danger-text", "find-message");
    message.setWrapText(true);
    message.setMinHeight(Region.USE_PREF_SIZE);
    message.textProperty().bind(model.message());
    message.visibleProperty().bind(model.message().isNotEmpty());
    message.managedProperty().bind(message.visibleProperty());
    list.getStyleClass().add("find-list");
    list.setCellFactory(view -> new FindCell(components, component));
    list.setAccessibleText(TEXTS.get("list"));
    list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::listKeyPressed);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().setAll(fields(), message, summary(), list);
    model.findings().subscribe(now -> update());
    model.refused().subscribe((before, now) -> update());
    model.current().subscribe(this::mark);
  }

  private static TextField field(String key) {
    TextField field = new TextField();
    field.setId(key + "-field");
    field.setPromptText(TEXTS.get(key));
    field.setAccessibleText(TEXTS.get(key));
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private VBox fields() {
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::fieldKeyPressed);
    HBox box = new HBox(field);
    for (Option option : Option.values()) {
      box.getChildren().add(option(option));
    }
    box.getStyleClass().addAll("icon-field", "find-field");
    HBox.setHgrow(box, Priority.ALWAYS);
    unfold.setId("find-unfold");
    unfold.getStyleClass().addAll("flat", "small", "icon-button");
    unfold.setTooltip(new Tooltip(TEXTS.get("unfold")));
    unfold.setAccessibleText(TEXTS.get("unfold"));
    unfold.visibleProperty().bind(model.canReplace());
    unfold.managedProperty().bind(unfold.visibleProperty());
    HBox first = new HBox(box, unfold);
    first.getStyleClass().add("find-row");
    VBox fields = new VBox(first, replacing);
    fields.getStyleClass().add("find-fields");
    return fields;
  }

  private ToggleButton option(Option option) {
    String key = "option." + option.name().toLowerCase(Locale.ROOT);
    String icon =
        switch (option) {
          case CASE -> "mdi2f-format-letter-case";
          case WORD -> "mdi2f-format-letter-matches";
          case REGEX -> "mdi2r-regex";
        };
    ToggleButton button = new ToggleButton(null, Icons.of(icon));
    button.setId("find-" + option.name().toLowerCase(Locale.ROOT));
    button.getStyleClass().addAll("flat", "icon-button", "find-option");
    button.setTooltip(new Tooltip(TEXTS.get(key)));
    button.setAccessibleText(TEXTS.get(key));
    button.selectedProperty().bindBidirectional(model.option(option));
    return button;
  }

  private HBox replacing() {
    replacement.addEventHandler(KeyEvent.KEY_PRESSED, this::replacementKeyPressed);
    Button one = button("one", "mdi2p-pencil-outline", model::replaceOne);
    Button all = button("all", "mdi2p-pencil-box-multiple-outline", model::replaceAll);
    HBox box = new HBox(replacement);
    box.getStyleClass().addAll("icon-field", "find-field");
    HBox.setHgrow(box, Priority.ALWAYS);
    HBox row = new HBox(box, one, all);
    row.getStyleClass().add("find-row");
    row.visibleProperty().bind(unfold.selectedProperty().and(model.canReplace()));
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private static Button button(String key, String icon, Runnable work) {
    Button button = new Button(null, Icons.of(icon));
    button.setId("find-" + key);
    button.getStyleClass().addAll("flat", "small", "icon-button");
    button.setTooltip(new Tooltip(TEXTS.get(key)));
    button.setAccessibleText(TEXTS.get(key));
    button.setOnAction(event -> work.run());
    return button;
  }

  private HBox summary() {
    count.getStyleClass().addAll("caption", "muted");
    count.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row =
        new HBox(
            count,
            space,
            button("previous", "mdi2a-arrow-up", () -> step(-1)),
            button("next", "mdi2a-arrow-down", () -> step(1)));
    row.getStyleClass().add("find-summary");
    return row;
  }

  /// Begins to find.
  public void open() {
    field.requestFocus();
    field.selectAll();
  }

  /// Begins to replace.
  public void openReplace() {
    unfold.setSelected(true);
    open();
  }

  /// Goes to the next match, or with -1 to the one before; the keys stay where they are while a
  /// person types here.
  public void step(int direction) {
    Match match = model.step(direction);
    if (match != null) {
      Node focused = getScene() == null ? null : getScene().getFocusOwner();
      show(match);
      if (focused == field || focused == replacement) {
        focused.requestFocus();
        ((TextField) focused).deselect();
        ((TextField) focused).end();
      }
    }
  }

  private void update() {
    Findings found = model.findings().get();
    List<FindRow> rows = FindRow.of(found.matches(), model.refused().get());
    list.getItems().setAll(rows);
    long places = rows.stream().filter(FindRow.Head.class::isInstance).count();
    boolean isAsked = !found.pattern().isEmpty();
    String key =
        switch (found.extent()) {
          case ALL -> found.matches().isEmpty() ? "count.none" : "count";
          case MANY, SLOW -> "count.many";
        };
    count.setText(isAsked ? TEXTS.get(key, found.matches().size(), places) : "");
    Label hint = new Label(isAsked ? TEXTS.get("none") : TEXTS.get("hint"));
    hint.getStyleClass().addAll("empty-line", "find-hint");
    hint.setWrapText(true);
    list.setPlaceholder(hint);
    mark(model.current().get());
  }

  private void mark(@Nullable Match match) {
    Optional<FindRow> row =
        list.getItems().stream()
            .filter(each -> each instanceof FindRow.Hit hit && hit.match().equals(match))
            .findFirst();
    isShowing = true;
    row.ifPresentOrElse(
        each -> {
          list.getSelectionModel().select(each);
          list.scrollTo(Math.max(0, list.getItems().indexOf(each) - 3));
        },
        () -> list.getSelectionModel().clearSelection());
    isShowing = false;
  }

  private void clicked() {
    if (!isShowing) {
      activate();
    }
  }

  private void activate() {
    FindRow row = list.getSelectionModel().getSelectedItem();
    if (row instanceof FindRow.Hit hit) {
      model.choose(hit.match());
      show(hit.match());
    } else if (row instanceof FindRow.Head head) {
      head.node().ifPresentOrElse(node -> shower.node(node, ""), shower::pipeline);
    }
  }

  private void show(Match match) {
    switch (match.spot()) {
      case Spot.FrameTitle frame -> shower.frame(frame.id());
      case Spot.NoteText note -> shower.note(note.id());
      case Spot.NodeName(NodeId id) -> shower.node(id, "");
      case Spot spot ->
          spot.node().ifPresentOrElse(id -> shower.node(id, spot.field()), shower::pipeline);
    }
  }

  private void listKeyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      activate();
      event.consume();
    }
  }

  private void fieldKeyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> step(event.isShiftDown() ? -1 : 1);
      case DOWN -> {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
      }
      case ESCAPE -> model.text().set("");
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void replacementKeyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      if (event.isShortcutDown()) {
        model.replaceAll();
      } else {
        model.replaceOne();
      }
      event.consume();
    }
  }
}
