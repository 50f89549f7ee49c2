package dev.pipewright.canvas;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.control.Label;

/// The labels of the selected links, over the cards: a short link would hide its own below them.
final class LinkLabels extends Group {

  private static final double ABOVE = 6;

  private final GraphItems items;
  private final Map<String, Label> labels = new HashMap<>();

  LinkLabels(GraphItems items) {
    this.items = items;
    setManaged(false);
    setMouseTransparent(true);
  }

  /// Shows the labels of these links, where the links are now.
  void refresh(Set<String> links) {
    if (labels.isEmpty() && links.isEmpty()) {
      return;
    }
    for (String key : links) {
      LinkItem link = items.link(key);
      if (link != null && !link.link().label().isEmpty()) {
        place(labels.computeIfAbsent(key, _ -> add(link)), link);
      }
    }
    labels
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = !links.contains(entry.getKey());
              if (gone) {
                getChildren().remove(entry.getValue());
              }
              return gone;
            });
  }

  private Label add(LinkItem link) {
    Label label = new Label(link.link().label());
    label.getStyleClass().addAll("link-label", link.type().styleClass());
    label.setManaged(false);
    getChildren().add(label);
    label.applyCss();
    label.autosize();
    return label;
  }

  private static void place(Label label, LinkItem link) {
    LinkPath path = link.path();
    int middle = path.size() / 2;
    double t = path.size() % 2 == 0 ? 0 : 0.5;
    label.relocate(
        Math.rint(path.xAt(Math.min(middle, path.size() - 1), t) - label.getWidth() / 2),
        Math.rint(path.yAt(Math.min(middle, path.size() - 1), t) - label.getHeight() - ABOVE));
  }
}
