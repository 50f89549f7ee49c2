package dev.pipewright.app.compare;

import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.PipelineDiff.Status;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A row in the list of what differs.
final class CompareCell extends ListCell<ChangeRow> {

  private static final Texts TEXTS = Texts.of(CompareCell.class);

  CompareCell() {
    setPrefWidth(0);
    getStyleClass().add("compare-cell");
  }

  @Override
  protected void updateItem(@Nullable ChangeRow row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    ChangeRow shown = isEmpty ? null : row;
    setGraphic(shown == null ? null : graphic(shown));
    setAccessibleText(shown == null ? null : spoken(shown));
    boolean hasTip = shown != null && !(shown instanceof ChangeRow.Head);
    setTooltip(shown != null && hasTip ? new Tooltip(shown.words()) : null);
  }

  private static String spoken(ChangeRow row) {
    return row instanceof ChangeRow.Head head
        ? TEXTS.get("chip." + head.status()) + " " + row.words()
        : row.words();
  }

  private static Node graphic(ChangeRow row) {
    return switch (row) {
      case ChangeRow.Head head -> head(head);
      case ChangeRow.Value value -> line(valueWords(value));
      case ChangeRow.Drawn drawn -> line(mark(drawn.status()), muted(drawn.words()));
      case ChangeRow.Wire wire -> line(mark(wire.status()), muted(wire.words()));
      case ChangeRow.Note note -> line(muted(note.words()));
    };
  }

  private static Node head(ChangeRow.Head head) {
    Label title = new Label(head.title());
    title.getStyleClass().add("medium");
    title.setMinWidth(0);
    Label detail = new Label(head.detail().equals(head.title()) ? "" : head.detail());
    detail.getStyleClass().addAll("caption", "muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(mark(head.status()), title, detail, space);
    if (head.status() != Status.CHANGED) {
      row.getChildren().add(chip(head.status()));
    }
    row.getStyleClass().add("compare-head-row");
    return row;
  }

  private static Label chip(Status status) {
    Label chip = new Label(TEXTS.get("chip." + status));
    chip.getStyleClass().addAll("badge", badge(status));
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  /// The style class of a badge for what became of something.
  static String badge(Status status) {
    return switch (status) {
      case ADDED -> "success";
      case REMOVED -> "danger";
      case CHANGED -> "warning";
      case SAME -> "plain";
    };
  }

  static Node mark(Status status) {
    return switch (status) {
      case ADDED -> Icons.of("mdi2p-plus-circle-outline", "success-text");
      case REMOVED -> Icons.of("mdi2m-minus-circle-outline", "danger-text");
      case CHANGED -> Icons.of("mdi2p-pencil-circle-outline", "warning-text");
      case SAME -> Icons.of("mdi2a-arrow-all", "muted");
    };
  }

  private static Node[] valueWords(ChangeRow.Value value) {
    Label name = muted(value.name());
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.setMaxWidth(140);
    if (value.before() == null) {
      return new Node[] {name, value(value.after(), "compare-new")};
    }
    if (value.after() == null) {
      return new Node[] {name, value(value.before(), "compare-old")};
    }
    return new Node[] {
      name,
      value(value.before(), "compare-old"),
      Icons.of("mdi2a-arrow-right", "muted", "icon-14"),
      value(value.after(), "compare-new")
    };
  }

  private static Label value(@Nullable String text, String style) {
    String shown = text == null ? "" : text.replaceAll("\\s*\\n\\s*", " ");
    Label label = new Label(shown.isEmpty() ? "\"\"" : shown);
    label.getStyleClass().addAll("mono", "compare-value", style);
    label.setMinWidth(0);
    return label;
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("caption", "muted");
    label.setMinWidth(0);
    return label;
  }

  private static Node line(Node first, Node second) {
    return line(new Node[] {first, second});
  }

  private static Node line(Node... parts) {
    HBox line = new HBox(parts);
    line.getStyleClass().add("compare-line");
    return line;
  }
}
