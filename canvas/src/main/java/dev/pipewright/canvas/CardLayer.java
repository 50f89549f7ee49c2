package dev.pipewright.canvas;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// The cards in sight, each drawn from a picture of itself.
final class CardLayer extends SightLayer<NodeItem, NodeCard> {

  private final GraphView view;
  private final GraphItems items;
  private final Consumer<NodeCard> updated;
  private boolean zooms;
  private DetailLevel level = DetailLevel.FULL;

  /// @param updated told of cards that are new, or have new parts
  CardLayer(GraphView view, GraphItems items, Consumer<NodeCard> updated) {
    this.view = view;
    this.items = items;
    this.updated = updated;
  }

  void level(DetailLevel value) {
    level = value;
  }

  /// While the zoom moves, the pictures of cards are scaled, not drawn anew.
  void zooming(boolean value) {
    zooms = value;
  }

  @Override
  @Nullable NodeCard nodeOf(NodeItem item) {
    return item.card();
  }

  @Override
  NodeItem itemOf(NodeCard card) {
    return card.item();
  }

  @Override
  NodeCard make(NodeItem item) {
    GraphFrame frame = item.frame();
    NodeContent content =
        frame == null ? view.contentOf(item.node()) : withLook(frame, view.contentOf(frame));
    NodeCard card = new NodeCard(item, content, items::resized);
    item.card(card);
    updated.accept(card);
    return card;
  }

  private static NodeContent withLook(GraphFrame frame, NodeContent content) {
    if (content.iconProperty().get() == null) {
      content.iconProperty().set(new Glyph(Glyph.FOLDER, 16));
    }
    if (content.previewProperty().get() == null && !frame.detail().isEmpty()) {
      Label detail = new Label(frame.detail());
      detail.getStyleClass().add("node-meta");
      content.previewProperty().set(detail);
    }
    return content;
  }

  @Override
  void entered(NodeCard card) {
    card.pictured(true);
    card.fitContent();
  }

  @Override
  void left(NodeCard card) {
    card.pictured(false);
  }

  @Override
  void refresh(NodeCard card) {
    card.detail(level);
    card.relocate(card.item().x(), card.item().y());
    card.setViewOrder(-card.item().order());
    GraphFrame frame = card.item().frame();
    card.selected(
        frame == null
            ? view.getSelection().nodes().contains(card.item().key())
            : view.getSelection().frames().contains(frame.key()));
    card.zooms(zooms);
  }

  /// Draws a node that differs in more than its place.
  void update(NodeItem item) {
    NodeCard card = item.card();
    if (card != null) {
      card.update();
      updated.accept(card);
    }
  }

  /// Lets go of a node's card.
  void dispose(NodeItem item) {
    NodeCard card = item.card();
    if (card != null) {
      remove(card);
      item.card(null);
      card.dispose();
    }
  }
}
