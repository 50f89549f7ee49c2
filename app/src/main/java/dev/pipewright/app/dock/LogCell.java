package dev.pipewright.app.dock;

import dev.pipewright.app.run.LogLine;
import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.NodeId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A line of the log: time, level, node in the colour of its category, text.
final class LogCell extends ListCell<LogLine> {

  private static final Texts TEXTS = Texts.of(LogCell.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
  private static final double TIP_WIDTH = 560;
  private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  private final Function<NodeId, String> category;
  private final Label time = label("log-time");
  private final Label level = label("log-level");
  private final Label node = label("log-node");
  private final Label text = label("log-text");
  private final Tooltip whole = new Tooltip();
  private final Tooltip show = new Tooltip(TEXTS.get("log.show"));
  private final HBox row = new HBox(time, level, node, text);
  private String shownCategory = "";

  /// @param category the style class of a node's category
  /// @param reveal selects a node
  LogCell(Function<NodeId, String> category, Consumer<NodeId> reveal) {
    this.category = category;
    node.setOnMouseClicked(
        event -> {
          LogLine line = getItem();
          NodeId id = line == null ? null : line.node();
          if (id != null && event.getButton() == MouseButton.PRIMARY) {
            reveal.accept(id);
          }
        });
    getStyleClass().add("log-cell");
    row.getStyleClass().add("log-row");
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    whole.setWrapText(true);
    whole.setMaxWidth(TIP_WIDTH);
    whole.textProperty().bind(text.textProperty());
    // A tip that says nothing more than the line is in the way.
    text.textTruncatedProperty()
        .subscribe(isTruncated -> text.setTooltip(isTruncated ? whole : null));
    setPrefWidth(0);
  }

  private static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().addAll("mono", styleClass);
    return label;
  }

  @Override
  protected void updateItem(@Nullable LogLine line, boolean empty) {
    super.updateItem(line, empty);
    LogLine.Level shown = empty || line == null ? null : line.level();
    pseudoClassStateChanged(WARN, shown == LogLine.Level.WARN);
    pseudoClassStateChanged(ERROR, shown == LogLine.Level.ERROR);
    setGraphic(shown == null ? null : row);
    if (!empty && line != null) {
      show(line);
    }
  }

  private void show(LogLine line) {
    time.setText(time(line));
    level.setText(level(line));
    NodeId id = line.node();
    node.setText(id == null ? "" : id.value());
    node.setTooltip(id == null ? null : show);
    text.setText(line.text());
    String now = id == null ? "category-custom" : category.apply(id);
    if (!now.equals(shownCategory)) {
      node.getStyleClass().remove(shownCategory);
      node.getStyleClass().add(now);
      shownCategory = now;
    }
    setAccessibleText(text(line));
  }

  static String text(LogLine line) {
    NodeId id = line.node();
    return time(line) + " " + level(line) + (id == null ? " " : " " + id + " ") + line.text();
  }

  private static String time(LogLine line) {
    return TIME.format(Instant.ofEpochMilli(line.millis()));
  }

  private static String level(LogLine line) {
    return TEXTS.get("log.level." + line.level());
  }
}
