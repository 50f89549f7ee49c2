package dev.pipewright.app.find;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.NodeId;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A row in the list of what was found: a match stands in the words around it.
final class FindCell extends ListCell<FindRow> {

  private static final Texts TEXTS = Texts.of(FindCell.class);
  private static final int BEFORE = 14;
  private static final int BEHIND = 60;

  private final Components components;
  private final Function<NodeId, String> component;

  /// @param component of which component a node is
  FindCell(Components components, Function<NodeId, String> component) {
    this.components = components;
    this.component = component;
    setPrefWidth(0);
    getStyleClass().add("find-cell");
  }

  @Override
  protected void updateItem(@Nullable FindRow row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    FindRow shown = isEmpty ? null : row;
    setGraphic(shown == null ? null : graphic(shown));
    setAccessibleText(shown == null ? null : spoken(shown));
    setTooltip(shown instanceof FindRow.Hit hit ? tip(hit) : null);
  }

  private static Tooltip tip(FindRow.Hit hit) {
    Spot spot = hit.match().spot();
    return new Tooltip(hit.refused().isEmpty() ? spot.label() : hit.refused());
  }

  static String title(FindRow.Head head) {
    return head.node().map(NodeId::value).orElse(TEXTS.get("group.pipeline"));
  }

  static String spoken(FindRow row) {
    return switch (row) {
      case FindRow.Head head -> TEXTS.get("spoken.head", title(head), head.count());
      case FindRow.Hit(Match match, String why) ->
          match.spot().label() + ": " + match.spot().text() + (why.isEmpty() ? "" : ". " + why);
    };
  }

  private Node graphic(FindRow row) {
    return switch (row) {
      case FindRow.Head head -> head(head);
      case FindRow.Hit hit -> hit(hit);
    };
  }

  private HBox head(FindRow.Head head) {
    Label title = new Label(title(head), icon(head));
    title.getStyleClass().add("medium");
    title.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label count = new Label(Integer.toString(head.count()));
    count.getStyleClass().add("badge");
    count.setMinWidth(Region.USE_PREF_SIZE);
    HBox box = new HBox(title, space, count);
    box.getStyleClass().add("find-head");
    return box;
  }

  private Node icon(FindRow.Head head) {
    if (head.node().isEmpty()) {
      return Icons.of("mdi2s-sitemap-outline", "muted");
    }
    String of = component.apply(head.node().get());
    CategoryStyle style = components.style(of);
    HBox icon = new HBox(Icons.of(components.binding(of).icon(), "category-icon"));
    icon.getStyleClass().add(style.styleClass());
    return icon;
  }

  private static Node hit(FindRow.Hit hit) {
    Spot spot = hit.match().spot();
    HBox words = excerpt(spot.text(), hit.match());
    Label label = new Label(spot.label());
    label.getStyleClass().addAll("caption", "muted", "find-label");
    label.setMinWidth(0);
    label.setMaxWidth(96);
    boolean isName = spot instanceof Spot.Name;
    HBox line = isName ? new HBox(words, label) : new HBox(label, words);
    if (label.getText().isEmpty()) {
      line.getChildren().remove(label);
    }
    line.getStyleClass().add("find-line");
    if (hit.refused().isEmpty()) {
      return line;
    }
    Label why = new Label(hit.refused(), Icons.of("mdi2c-cancel", "danger-text", "icon-14"));
    why.getStyleClass().addAll("caption", "danger-text", "find-refused");
    why.setWrapText(true);
    why.setMinHeight(Region.USE_PREF_SIZE);
    return new VBox(line, why);
  }

  /// The match and the words around it, on one line.
  private static HBox excerpt(String text, Match match) {
    int from = Math.max(0, match.start() - BEFORE);
    int to = Math.min(text.length(), match.end() + BEHIND);
    Label before =
        new Label((from > 0 ? "\u2026" : "") + flat(text.substring(from, match.start())));
    Label found = new Label(flat(text.substring(match.start(), Math.min(match.end(), to))));
    Label behind = new Label(flat(text.substring(Math.min(match.end(), to), to)));
    found.getStyleClass().add("find-match");
    before.setMinWidth(Region.USE_PREF_SIZE);
    found.setMinWidth(0);
    behind.setMinWidth(0);
    HBox words = new HBox(before, found, behind);
    words.getStyleClass().add("find-words");
    words.setMinWidth(0);
    return words;
  }

  private static String flat(String text) {
    return text.replace('\n', ' ').replace('\t', ' ');
  }
}
