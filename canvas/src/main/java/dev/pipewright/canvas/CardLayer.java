package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.CacheHint;
import javafx.scene.Group;

/// The cards in sight. A card is made when its node is first seen; out of sight it is hidden and
/// its picture let go.
final class CardLayer extends Group {

  private final GraphView view;
  private final GraphItems items;
  private final Consumer<NodeCard> made;
  private List<NodeCard> shown = new ArrayList<>();
  private List<NodeCard> before = new ArrayList<>();
  private CacheHint hint = CacheHint.DEFAULT;

  /// @param made told of new cards
  CardLayer(GraphView view, GraphItems items, Consumer<NodeCard> made) {
    this.view = view;
    this.items = items;
    this.made = made;
    setManaged(false);
  }

  List<NodeCard> shown() {
    return shown;
  }

  /// Shows the cards of these nodes and no others.
  void show(List<NodeItem> nodes, DetailLevel level) {
    List<NodeCard> last = shown;
    shown = before;
    before = last;
    shown.clear();
    for (int i = 0; i < nodes.size(); i++) {
      NodeItem item = nodes.get(i);
      NodeCard card = item.card();
      if (card == null) {
        card = make(item);
      }
      card.detail(level);
      card.relocate(item.x(), item.y());
      shown.add(card);
    }
    for (int i = 0; i < before.size(); i++) {
      before.get(i).seen(false);
    }
    for (int i = 0; i < shown.size(); i++) {
      NodeCard card = shown.get(i);
      card.seen(true);
      if (!card.isVisible()) {
        card.setVisible(true);
        card.setCache(true);
      }
      if (card.getCacheHint() != hint) {
        card.setCacheHint(hint);
      }
    }
    for (int i = 0; i < before.size(); i++) {
      NodeCard card = before.get(i);
      if (!card.seen()) {
        card.setVisible(false);
        card.setCache(false);
      }
    }
  }

  /// While the zoom moves, cards are drawn as scaled pictures of themselves.
  void zooming(boolean value) {
    hint = value ? CacheHint.SPEED : CacheHint.DEFAULT;
  }

  private NodeCard make(NodeItem item) {
    NodeCard card = new NodeCard(item, view.contentOf(item.node()), items::resized);
    card.setVisible(false);
    item.card(card);
    made.accept(card);
    getChildren().add(card);
    card.applyCss();
    card.fitContent();
    card.setViewOrder(-item.order());
    return card;
  }

  void remove(NodeItem item) {
    NodeCard card = item.card();
    if (card != null) {
      shown.remove(card);
      before.remove(card);
      getChildren().remove(card);
      item.card(null);
      card.dispose();
    }
  }
}
