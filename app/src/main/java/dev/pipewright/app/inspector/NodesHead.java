package dev.pipewright.app.inspector;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.NodeId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Who the selected nodes are, of which components, and what can be done to all of them.
final class NodesHead extends VBox {

  private static final Texts TEXTS = Texts.of(NodesHead.class);
  private static final int MOST_NAMES = 8;
  private static final List<String> ACTIONS =
      List.of(
          "edit.mute",
          "edit.bypass",
          "edit.collapse",
          "insert.group",
          "edit.duplicate",
          "edit.delete");

  NodesHead(List<NodeModel> models, ActionControls controls) {
    Region tint = new Region();
    tint.getStyleClass().add("node-tint");
    StackPane tile = new StackPane(tint, Icons.of("mdi2s-select-group", "category-icon"));
    tile.getStyleClass().addAll("node-tile", "category-custom");
    Label name = new Label(TEXTS.get("several", models.size()));
    name.getStyleClass().addAll("semibold", "node-name");
    Label kinds = new Label(kinds(models));
    kinds.getStyleClass().addAll("caption", "muted");
    kinds.setTooltip(new Tooltip(kinds.getText()));
    VBox words = new VBox(name, kinds);
    words.getStyleClass().add("node-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(tile, words);
    head.getStyleClass().add("node-head");
    HBox tools = new HBox();
    tools.getStyleClass().add("nodes-tools");
    ACTIONS.forEach(id -> tools.getChildren().add(controls.iconButton(id)));
    getStyleClass().add("nodes-head");
    getChildren().setAll(head, tools, names(models));
  }

  /// `2 Trainer, 1 Evaluator`.
  static String kinds(List<NodeModel> models) {
    Map<String, Long> counts =
        models.stream()
            .collect(
                Collectors.groupingBy(
                    m -> m.node().get().component(), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> TEXTS.get("several.of", entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static FlowPane names(List<NodeModel> models) {
    FlowPane names = new FlowPane();
    names.getStyleClass().add("nodes-names");
    for (NodeModel model : models.subList(0, Math.min(MOST_NAMES, models.size()))) {
      NodeId id = model.node().get().id();
      Hyperlink link = new Hyperlink(id.value());
      link.getStyleClass().add("caption");
      link.setTooltip(new Tooltip(TEXTS.get("several.only", id)));
      link.setOnAction(event -> model.request(new NodeRequest.Reveal(id)));
      names.getChildren().add(link);
    }
    if (models.size() > MOST_NAMES) {
      Label more = new Label(TEXTS.get("several.more", models.size() - MOST_NAMES));
      more.getStyleClass().addAll("caption", "muted");
      names.getChildren().add(more);
    }
    return names;
  }
}
