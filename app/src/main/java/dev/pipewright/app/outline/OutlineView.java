package dev.pipewright.app.outline;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.outline.OutlineItem.Heading;
import dev.pipewright.app.outline.OutlineItem.OfFrame;
import dev.pipewright.app.outline.OutlineItem.OfNode;
import dev.pipewright.app.outline.OutlineItem.OfNote;
import dev.pipewright.app.outline.OutlineItem.OfParameter;
import dev.pipewright.app.outline.OutlineTree.Branch;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.GraphSelection;
import dev.pipewright.canvas.GraphTarget;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The outline of the project that is shown. What is selected here is selected on the canvas, and
/// the other way round.
public final class OutlineView extends VBox {

  private static final Texts TEXTS = Texts.of(OutlineView.class);
  private static final double ROW = 28;

  /// A project on the screen.
  ///
  /// @param graph its canvas
  /// @param renames gives things other names
  public record Followed(RunModel run, GraphView graph, Renames renames) {}

  /// Gives things other names, or says why it does not.
  public interface Renames {

    /// A node gets another name.
    void node(NodeId node, String name);

    /// A frame gets another title.
    void frame(String id, String title);

    /// A runtime parameter gets another name.
    void parameter(String from, String to);
  }

  private final Components components;
  private final TextField filter = new TextField();
  private final TreeView<Branch> tree = new TreeView<>(new TreeItem<>());
  private final Label none = new Label();
  private final Map<OutlineItem, TreeItem<Branch>> items = new HashMap<>();
  private final Set<OutlineItem> folded = new HashSet<>();
  private final SetChangeListener<String> onCanvas = change -> canvasSelected();
  private final MapChangeListener<Object, Object> onModels = change -> modelsChanged();
  private final ListChangeListener<TreeItem<Branch>> onTree = change -> treeSelected();
  private Subscription following = Subscription.EMPTY;
  private @Nullable Followed followed;
  private OutlineTree shown = OutlineTree.EMPTY;
  private boolean isSyncing;
  private boolean isSyncDue;
  private boolean isRefreshDue;

  /// An outline of nothing yet.
  public OutlineView(Components components) {
    this.components = components;
    getStyleClass().add("outline");
    tree.setShowRoot(false);
    tree.setFixedCellSize(ROW);
    tree.setEditable(true);
    tree.getStyleClass().add("outline-tree");
    tree.setAccessibleText(TEXTS.get("title"));
    tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    tree.setCellFactory(view -> new OutlineCell(this::model, this::frameStyle, components));
    tree.getSelectionModel().getSelectedItems().addListener(onTree);
    tree.addEventFilter(KeyEvent.KEY_PRESSED, this::treeKeyPressed);
    tree.setOnEditCommit(event -> rename(event.getOldValue(), event.getNewValue().title()));
    none.getStyleClass().addAll("empty-line", "find-hint");
    none.setWrapText(true);
    none.setMouseTransparent(true);
    StackPane body = new StackPane(tree, none);
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().setAll(filterRow(), body);
  }

  private HBox filterRow() {
    filter.setId("outline-filter");
    filter.setPromptText(TEXTS.get("filter"));
    filter.setAccessibleText(TEXTS.get("filter"));
    filter.textProperty().subscribe((before, now) -> build());
    filter.addEventHandler(KeyEvent.KEY_PRESSED, this::filterKeyPressed);
    HBox.setHgrow(filter, Priority.ALWAYS);
    HBox box = new HBox(Icons.of("mdi2m-magnify"), filter);
    box.getStyleClass().add("icon-field");
    HBox.setHgrow(box, Priority.ALWAYS);
    HBox row = new HBox(box);
    row.getStyleClass().add("palette-filter");
    return row;
  }

  /// Shows a project; null for none.
  public void follow(@Nullable Followed next) {
    following.unsubscribe();
    followed = next;
    tree.setEditable(next == null || !next.run().project().isReadOnly());
    shown = OutlineTree.EMPTY;
    folded.clear();
    following = next == null ? Subscription.EMPTY : subscribe(next);
    update();
  }

  private Subscription subscribe(Followed next) {
    GraphSelection selection = next.graph().getSelection();
    selection.nodes().addListener(onCanvas);
    selection.frames().addListener(onCanvas);
    selection.notes().addListener(onCanvas);
    next.run().nodes().addListener(onModels);
    Subscription document = next.run().project().document().subscribe((before, now) -> update());
    return () -> {
      document.unsubscribe();
      next.run().nodes().removeListener(onModels);
      selection.nodes().removeListener(onCanvas);
      selection.frames().removeListener(onCanvas);
      selection.notes().removeListener(onCanvas);
    };
  }

  private @Nullable Pipeline document() {
    return followed == null ? null : followed.run().project().document().get();
  }

  private dev.pipewright.nodes.@Nullable NodeModel model(NodeId id) {
    return followed == null ? null : followed.run().nodes().get(id);
  }

  private String frameStyle(String id) {
    Pipeline document = document();
    String color =
        document == null ? "" : document.layout().frame(id).map(frame -> frame.color()).orElse("");
    return CategoryStyle.named(color).styleClass();
  }

  /// Models come a moment after their nodes.
  private void modelsChanged() {
    if (!isRefreshDue) {
      isRefreshDue = true;
      Platform.runLater(
          () -> {
            isRefreshDue = false;
            tree.refresh();
          });
    }
  }

  private void update() {
    Pipeline document = document();
    OutlineTree now = document == null ? OutlineTree.EMPTY : OutlineTree.of(document);
    if (!now.equals(shown) || items.isEmpty()) {
      shown = now;
      build();
    }
  }

  private void build() {
    items
        .values()
        .forEach(
            item -> {
              if (!item.isLeaf() && filter.getText().isBlank()) {
                fold(item);
              }
            });
    items.clear();
    OutlineTree filtered = shown.filtered(filter.getText());
    isSyncing = true;
    tree.getRoot().getChildren().setAll(filtered.branches().stream().map(this::item).toList());
    isSyncing = false;
    none.setVisible(filtered.branches().isEmpty());
    none.setText(TEXTS.get(whyNone()));
    canvasSelected();
  }

  private String whyNone() {
    if (followed == null) {
      return "nothing";
    }
    return filter.getText().isBlank() ? "empty" : "none";
  }

  private void fold(TreeItem<Branch> item) {
    if (item.isExpanded()) {
      folded.remove(item.getValue().item());
    } else {
      folded.add(item.getValue().item());
    }
  }

  private TreeItem<Branch> item(Branch branch) {
    TreeItem<Branch> item = new TreeItem<>(branch);
    item.getChildren().setAll(branch.children().stream().map(this::item).toList());
    boolean isFiltered = !filter.getText().isBlank();
    item.setExpanded(isFiltered || !folded.contains(branch.item()));
    items.put(branch.item(), item);
    return item;
  }

  /// What is selected here becomes what is selected on the canvas, and is brought to its middle.
  private void treeSelected() {
    if (isSyncing || followed == null) {
      return;
    }
    List<String> nodes = new ArrayList<>();
    List<String> frames = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (TreeItem<Branch> item : List.copyOf(tree.getSelectionModel().getSelectedItems())) {
      if (item != null && item.getValue() != null) {
        switch (item.getValue().item()) {
          case OfNode(NodeId id) -> nodes.add(id.value());
          case OfFrame(String id) -> frames.add(id);
          case OfNote(String id) -> notes.add(id);
          case OfParameter p -> {}
          case Heading h -> {}
        }
      }
    }
    GraphView graph = followed.graph();
    isSyncing = true;
    graph.getSelection().select(nodes, frames, notes);
    isSyncing = false;
    center(graph, nodes, frames, notes);
  }

  private static void center(
      GraphView graph, List<String> nodes, List<String> frames, List<String> notes) {
    if (nodes.size() + frames.size() + notes.size() != 1) {
      return;
    }
    nodes.forEach(key -> graph.center(new GraphTarget.OnNode(key)));
    frames.forEach(key -> graph.center(new GraphTarget.OnFrame(key)));
    notes.forEach(key -> graph.center(new GraphTarget.OnNote(key)));
  }

  /// Several nodes are selected one by one: all of them are looked at when the last is.
  private void canvasSelected() {
    if (!isSyncing && !isSyncDue) {
      isSyncDue = true;
      Platform.runLater(
          () -> {
            isSyncDue = false;
            showSelection();
          });
    }
  }

  private void showSelection() {
    Followed now = followed;
    if (now == null) {
      return;
    }
    GraphSelection selection = now.graph().getSelection();
    List<TreeItem<Branch>> wanted = new ArrayList<>();
    selection.nodes().forEach(id -> add(wanted, new OfNode(new NodeId(id))));
    selection.frames().forEach(id -> add(wanted, new OfFrame(id)));
    selection.notes().forEach(id -> add(wanted, new OfNote(id)));
    isSyncing = true;
    wanted.forEach(OutlineView::unfold);
    int[] rows = wanted.stream().mapToInt(tree::getRow).filter(row -> row >= 0).toArray();
    tree.getSelectionModel().clearSelection();
    if (rows.length > 0) {
      tree.getSelectionModel().selectIndices(rows[0], rows);
      int first = rows[0];
      if (!isInSight(first)) {
        tree.scrollTo(Math.max(0, first - 4));
      }
    }
    isSyncing = false;
  }

  private void add(List<TreeItem<Branch>> list, OutlineItem item) {
    TreeItem<Branch> found = items.get(item);
    if (found != null) {
      list.add(found);
    }
  }

  private static void unfold(TreeItem<Branch> item) {
    for (TreeItem<Branch> above = item.getParent(); above != null; above = above.getParent()) {
      above.setExpanded(true);
    }
  }

  private boolean isInSight(int row) {
    return tree.lookupAll(".outline-cell").stream()
        .filter(OutlineCell.class::isInstance)
        .map(OutlineCell.class::cast)
        .anyMatch(cell -> cell.getIndex() == row && cell.isVisible());
  }

  /// Puts the keys here.
  public void open() {
    tree.requestFocus();
  }

  private void treeKeyPressed(KeyEvent event) {
    TreeItem<Branch> item = tree.getSelectionModel().getSelectedItem();
    if (tree.getEditingItem() != null || item == null) {
      return;
    }
    if (event.getCode() == KeyCode.F2) {
      if (tree.isEditable() && OutlineCell.isNamed(item.getValue())) {
        tree.edit(item);
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && followed != null) {
      followed.graph().requestFocus();
      event.consume();
    }
  }

  private void filterKeyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN, ENTER -> {
        tree.requestFocus();
        tree.getSelectionModel().clearAndSelect(0);
      }
      case ESCAPE -> filter.clear();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void rename(Branch branch, String name) {
    Followed now = followed;
    if (now == null || name.equals(branch.title())) {
      return;
    }
    switch (branch.item()) {
      case OfNode(NodeId id) -> now.renames().node(id, name);
      case OfFrame(String id) -> now.renames().frame(id, name);
      case OfParameter(String from) -> now.renames().parameter(from, name.strip());
      case OfNote n -> {}
      case Heading h -> {}
    }
    tree.requestFocus();
  }
}
