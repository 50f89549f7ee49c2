package dev.pipewright.app.outline;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.graph.StatusText;
import dev.pipewright.app.outline.OutlineItem.Heading;
import dev.pipewright.app.outline.OutlineItem.OfFrame;
import dev.pipewright.app.outline.OutlineItem.OfNode;
import dev.pipewright.app.outline.OutlineItem.OfNote;
import dev.pipewright.app.outline.OutlineItem.OfParameter;
import dev.pipewright.app.outline.OutlineTree.Branch;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.check.Problem;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A row of the outline. A node follows its model while it is in sight.
final class OutlineCell extends TreeCell<Branch> {

  private static final Texts TEXTS = Texts.of(OutlineCell.class);

  private final Function<NodeId, @Nullable NodeModel> models;
  private final Function<String, String> frameStyles;
  private final Components components;
  private final Label title = new Label();
  private final HBox icon = new HBox();
  private final HBox marks = new HBox();
  private final HBox row;
  private Subscription following = Subscription.EMPTY;

  /// @param models the model of a node; null where it has none yet
  /// @param frameStyles the style class of a frame's colour
  OutlineCell(
      Function<NodeId, @Nullable NodeModel> models,
      Function<String, String> frameStyles,
      Components components) {
    this.models = models;
    this.frameStyles = frameStyles;
    this.components = components;
    setPrefWidth(0);
    getStyleClass().add("outline-cell");
    title.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    marks.getStyleClass().add("outline-marks");
    marks.setMinWidth(Region.USE_PREF_SIZE);
    icon.setMinWidth(Region.USE_PREF_SIZE);
    icon.getStyleClass().add("outline-icon");
    row = new HBox(icon, title, space, marks);
    row.getStyleClass().add("outline-row");
  }

  @Override
  protected void updateItem(@Nullable Branch branch, boolean isEmpty) {
    super.updateItem(branch, isEmpty);
    following.unsubscribe();
    following = Subscription.EMPTY;
    Branch shown = isEmpty ? null : branch;
    setText(null);
    setGraphic(shown == null ? null : row);
    setTooltip(null);
    setAccessibleText(shown == null ? null : shown.title());
    if (shown != null) {
      show(shown);
    }
  }

  private void show(Branch branch) {
    title.setText(branch.title());
    title.getStyleClass().removeAll("medium", "muted");
    marks.getChildren().clear();
    switch (branch.item()) {
      case Heading heading -> {
        title.getStyleClass().add("muted");
        icon.getChildren().clear();
      }
      case OfNode(NodeId id) -> node(id);
      case OfFrame(String id) -> {
        title.getStyleClass().add("medium");
        icon(Icons.of("mdi2g-group", "category-icon"), frameStyles.apply(id));
        marks.getChildren().setAll(muted(Integer.toString(branch.children().size())));
      }
      case OfNote note -> icon(Icons.of("mdi2n-note-text-outline", "muted"), "plain");
      case OfParameter parameter -> icon(Icons.of("mdi2c-code-braces", "muted"), "plain");
    }
  }

  private void icon(Node drawn, String style) {
    icon.getStyleClass().setAll("outline-icon", style);
    icon.getChildren().setAll(drawn);
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("caption", "muted");
    return label;
  }

  private void node(NodeId id) {
    NodeModel model = models.apply(id);
    if (model == null) {
      icon(Icons.of("mdi2p-puzzle-outline", "category-icon"), "category-custom");
      return;
    }
    String component = model.node().get().component();
    icon(
        Icons.of(components.binding(component).icon(), "category-icon"),
        components.style(component).styleClass());
    following =
        Subscription.combine(
            model.status().subscribe((before, now) -> marks(model)),
            model.problems().subscribe((before, now) -> marks(model)),
            model.node().subscribe((before, now) -> marks(model)));
    marks(model);
  }

  private void marks(NodeModel model) {
    marks.getChildren().clear();
    List<Problem> problems = model.problems().get();
    if (!problems.isEmpty()) {
      boolean isError = problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
      marks
          .getChildren()
          .add(
              Icons.of(
                  isError ? "mdi2a-alert-circle-outline" : "mdi2a-alert-outline",
                  isError ? "danger-text" : "warning-text",
                  "icon-14"));
    }
    NodeStatus status = model.status().get();
    Node state = state(status.state());
    if (state != null) {
      marks.getChildren().add(state);
    }
    boolean isActive = model.node().get().mode() == dev.pipewright.pipeline.Node.Mode.ACTIVE;
    title.setOpacity(isActive ? 1 : 0.55);
    String words = StatusText.sentence(status);
    String wrong = problems.isEmpty() ? "" : problems.getFirst().what();
    Branch branch = getItem();
    setAccessibleText(TEXTS.get("spoken.node", branch == null ? "" : branch.title(), words, wrong));
    setTooltip(new Tooltip(wrong.isEmpty() ? words : words + "\n" + wrong));
  }

  private static @Nullable Node state(NodeStatus.State state) {
    return switch (state) {
      case NEW -> null;
      case WAITING -> Icons.of("mdi2c-clock-outline", "muted", "icon-14");
      case RUNNING -> Icons.of("mdi2p-progress-clock", "accent-text", "icon-14");
      case DONE -> Icons.of("mdi2c-check-circle", "success-text", "icon-14");
      case CACHED -> Icons.of("mdi2f-flash", "cached-text", "icon-14");
      case FAILED -> Icons.of("mdi2a-alert-circle", "danger-text", "icon-14");
      case SKIPPED, CANCELLED -> Icons.of("mdi2s-stop-circle-outline", "muted", "icon-14");
    };
  }

  /// Nodes, groups and runtime parameters have names that can be changed.
  static boolean isNamed(@Nullable Branch branch) {
    return branch != null
        && switch (branch.item()) {
          case OfNode n -> true;
          case OfFrame f -> true;
          case OfParameter p -> true;
          case OfNote n -> false;
          case Heading h -> false;
        };
  }

  @Override
  public void startEdit() {
    Branch branch = getItem();
    if (!isNamed(branch)) {
      return;
    }
    super.startEdit();
    TextField field = new TextField(branch == null ? "" : branch.title());
    field.getStyleClass().add("small");
    field.setId("outline-name");
    field.addEventFilter(KeyEvent.KEY_PRESSED, event -> keyPressed(event, field));
    field
        .focusedProperty()
        .subscribe(
            (before, isFocused) -> {
              if (before && !isFocused && isEditing()) {
                cancelEdit();
              }
            });
    setGraphic(field);
    field.requestFocus();
    field.selectAll();
  }

  private void keyPressed(KeyEvent event, TextField field) {
    Branch branch = getItem();
    if (event.getCode() == KeyCode.ENTER && branch != null) {
      commitEdit(new Branch(branch.item(), field.getText(), branch.children()));
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      cancelEdit();
      event.consume();
    }
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    setGraphic(getItem() == null ? null : row);
    getTreeView().requestFocus();
  }

  @Override
  public void commitEdit(@Nullable Branch value) {
    super.commitEdit(value);
    setGraphic(row);
  }
}
