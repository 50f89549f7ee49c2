package dev.pipewright.app.compare;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.dock.EmptyState;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.GraphDocument;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphTarget;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.canvas.NodeContent;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.PipelineDiff;
import dev.pipewright.pipeline.PipelineDiff.Status;
import dev.pipewright.pipeline.PipelineUnion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.SetChangeListener;
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

/// Two pipelines as one graph that cannot be changed: what was added, removed and changed is
/// marked, what is the same is dimmed; beside it a list of all that differs. Follows both
/// pipelines. To be disposed of.
public final class CompareView extends VBox {

  private static final Texts TEXTS = Texts.of(CompareView.class);

  private final Components components;
  private final GraphView graph = new GraphView();
  private final ListView<ChangeRow> list = new ListView<>();
  private final CompareDetail detail = new CompareDetail();
  private final Label beforeTitle = title();
  private final Label afterTitle = title();
  private final HBox counts = new HBox();
  private final Button next = iconButton("next", "mdi2a-arrow-down", () -> step(1));
  private final Button previous = iconButton("previous", "mdi2a-arrow-up", () -> step(-1));
  private final SetChangeListener<String> onSelection = change -> selectedOnCanvas();
  private CompareSide before;
  private CompareSide after;
  private PipelineUnion union;
  private final Map<NodeId, PipelineUnion.Item> items = new HashMap<>();
  private Subscription subscription = Subscription.EMPTY;
  private boolean isUpdateDue;
  private boolean isSelecting;

  /// Compares two pipelines.
  public CompareView(CompareSide before, CompareSide after, Components components) {
    this.before = before;
    this.after = after;
    this.components = components;
    this.union = PipelineUnion.of(before.pipeline().getValue(), after.pipeline().getValue());
    getStyleClass().add("compare");
    graph.editableProperty().set(false);
    graph.setNodeContent(this::content);
    graph.setAccessibleText(TEXTS.get("graph"));
    graph.getSelection().nodes().addListener(onSelection);
    list.getStyleClass().add("compare-list");
    list.setCellFactory(view -> new CompareCell());
    list.setAccessibleText(TEXTS.get("list"));
    list.setPlaceholder(new EmptyState("mdi2e-equal", TEXTS.get("equal"), TEXTS.get("equal.line")));
    list.getSelectionModel().selectedItemProperty().subscribe((was, now) -> chosen(now));
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox side = new VBox(list, detail);
    side.getStyleClass().add("compare-side");
    StackPane canvas = new StackPane(graph);
    canvas.setMinSize(0, 0);
    HBox.setHgrow(canvas, Priority.ALWAYS);
    HBox body = new HBox(canvas, side);
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().setAll(head(), body);
    setMinSize(0, 0);
    follow();
    graph.fit();
  }

  private static Label title() {
    Label label = new Label();
    label.getStyleClass().add("medium");
    label.setMinWidth(40);
    return label;
  }

  private static Button iconButton(String key, String icon, Runnable work) {
    Button button = new Button(null, Icons.of(icon));
    button.setId("compare-" + key);
    button.getStyleClass().addAll("flat", "small", "icon-button");
    button.setAccessibleText(TEXTS.get(key));
    button.setTooltip(new Tooltip(TEXTS.get(key + ".tip")));
    button.setOnAction(event -> work.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private HBox head() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    counts.getStyleClass().add("compare-counts");
    counts.setMinWidth(Region.USE_PREF_SIZE);
    HBox head =
        new HBox(
            beforeTitle,
            iconButton("swap", "mdi2s-swap-horizontal", this::swap),
            afterTitle,
            space,
            counts,
            previous,
            next);
    head.getStyleClass().add("compare-head");
    return head;
  }

  private void follow() {
    subscription.unsubscribe();
    subscription =
        Subscription.combine(
            before.pipeline().subscribe((was, now) -> changed()),
            after.pipeline().subscribe((was, now) -> changed()));
    beforeTitle.setText(before.title());
    afterTitle.setText(after.title());
    update();
  }

  private void swap() {
    CompareSide first = before;
    before = after;
    after = first;
    follow();
  }

  private void changed() {
    if (!isUpdateDue) {
      isUpdateDue = true;
      Platform.runLater(
          () -> {
            isUpdateDue = false;
            update();
          });
    }
  }

  private void update() {
    union = PipelineUnion.of(before.pipeline().getValue(), after.pipeline().getValue());
    items.clear();
    union.nodes().forEach(item -> items.put(item.node().id(), item));
    // What stands on a card is asked for once: the cards are made anew.
    graph.setDocument(GraphDocument.EMPTY);
    graph.setDocument(CompareGraph.of(union, components));
    ChangeRow chosen = list.getSelectionModel().getSelectedItem();
    list.getItems().setAll(ChangeRows.of(union));
    list.getSelectionModel().select(list.getItems().indexOf(chosen));
    counts();
    boolean isSame = list.getItems().isEmpty();
    next.setDisable(isSame);
    previous.setDisable(isSame);
  }

  private void counts() {
    counts.getChildren().clear();
    List<Status> statuses = items.values().stream().map(PipelineUnion.Item::status).toList();
    for (Status status : List.of(Status.ADDED, Status.REMOVED, Status.CHANGED)) {
      long count = statuses.stream().filter(status::equals).count();
      if (count > 0) {
        Label label = new Label(TEXTS.get("count." + status, count));
        label.getStyleClass().addAll("badge", CompareCell.badge(status));
        counts.getChildren().add(label);
      }
    }
    long links = union.links().stream().filter(wire -> wire.status() != Status.SAME).count();
    if (links > 0) {
      Label label = new Label(TEXTS.get("count.links", links));
      label.getStyleClass().add("badge");
      counts.getChildren().add(label);
    }
  }

  /// What stands on a card: what became of the node, and the first parameters that differ.
  private NodeContent content(GraphNode drawn) {
    NodeId id = new NodeId(drawn.key());
    PipelineUnion.Item item = Objects.requireNonNull(items.get(id));
    NodeContent content = new NodeContent();
    Node node = item.node();
    content
        .iconProperty()
        .set(Icons.of(components.binding(node.component()).icon(), "category-icon"));
    if (item.status() != Status.SAME) {
      Label chip = new Label(words(item), CompareCell.mark(item.status()));
      chip.getStyleClass().addAll("node-chip", CompareGraph.style(item.status()) + "-chip");
      content.chipProperty().set(chip);
      VBox lines = lines(id);
      if (!lines.getChildren().isEmpty() && item.status() == Status.CHANGED) {
        content.previewProperty().set(lines);
      }
    }
    return content;
  }

  private String words(PipelineUnion.Item item) {
    return item.status() == Status.CHANGED
        ? TEXTS.get("card.CHANGED", union.diff().changes(item.node().id()).size())
        : TEXTS.get("chip." + item.status());
  }

  private VBox lines(NodeId id) {
    VBox lines = new VBox();
    lines.getStyleClass().add("compare-card-lines");
    union.diff().changes(id).stream()
        .filter(change -> change instanceof PipelineDiff.NodeField)
        .limit(2)
        .map(change -> new Label(DiffWords.of(change)))
        .forEach(
            label -> {
              label.getStyleClass().add("node-meta");
              lines.getChildren().add(label);
            });
    return lines;
  }

  private void chosen(@Nullable ChangeRow row) {
    detail.show(row);
    if (row != null && !isSelecting) {
      isSelecting = true;
      show(row);
      isSelecting = false;
    }
  }

  private void show(ChangeRow row) {
    if (row instanceof ChangeRow.Wire wire) {
      graph
          .getSelection()
          .selectNodes(List.of(wire.link().source().node().value(), wire.at().value()));
      graph.zoomToSelection();
      graph.getSelection().selectLinks(List.of(wire.link().toString()));
      return;
    }
    if (row instanceof ChangeRow.Drawn drawn) {
      graph.getSelection().clear();
      switch (drawn.at()) {
        case GraphTarget.OnFrame(String key) -> graph.getSelection().selectFrames(List.of(key));
        case GraphTarget.OnNote(String key) -> graph.getSelection().selectNotes(List.of(key));
        default -> throw new IllegalArgumentException(drawn.at() + " is no note and no group");
      }
      graph.center(drawn.at());
      return;
    }
    Optional<NodeId> node = row.node();
    if (node.isPresent()) {
      graph.getSelection().selectNodes(List.of(node.get().value()));
      graph.zoomToSelection();
    }
  }

  /// The list follows what is selected on the canvas.
  private void selectedOnCanvas() {
    if (isSelecting || graph.getSelection().nodes().size() != 1) {
      return;
    }
    NodeId id = new NodeId(graph.getSelection().nodes().iterator().next());
    list.getItems().stream()
        .filter(row -> row instanceof ChangeRow.Head && row.node().filter(id::equals).isPresent())
        .findFirst()
        .ifPresent(
            row -> {
              isSelecting = true;
              list.getSelectionModel().select(row);
              list.scrollTo(row);
              isSelecting = false;
            });
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.F7) {
      step(event.isShiftDown() ? -1 : 1);
      event.consume();
    }
  }

  /// Goes to the next head in the list, or with -1 to the one before, around its ends.
  private void step(int direction) {
    List<ChangeRow> rows = list.getItems();
    int at = list.getSelectionModel().getSelectedIndex();
    for (int i = 1; i <= rows.size(); i++) {
      int start = at < 0 && direction < 0 ? 0 : at;
      int index = Math.floorMod(start + direction * i, rows.size());
      if (rows.get(index) instanceof ChangeRow.Head) {
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - 2));
        return;
      }
    }
  }

  /// Lets go of both pipelines.
  public void dispose() {
    subscription.unsubscribe();
    graph.getSelection().nodes().removeListener(onSelection);
    graph.setDocument(GraphDocument.EMPTY);
  }
}
