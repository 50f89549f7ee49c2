package dev.pipewright.canvas;

import org.jspecify.annotations.Nullable;

/// The links in sight, as nodes of the scene.
final class LinkLayer extends SightLayer<LinkItem, LinkLine> {

  private final GraphView view;
  private boolean flowing;

  LinkLayer(GraphView view) {
    this.view = view;
    setMouseTransparent(true);
  }

  /// Whether a link in sight has moving dashes.
  boolean isFlowing() {
    return flowing;
  }

  /// Moves the dashes.
  void flow(double offset) {
    for (int i = 0; i < shown().size(); i++) {
      shown().get(i).flow(offset);
    }
  }

  /// Called before each refresh.
  void reset() {
    flowing = false;
  }

  @Override
  @Nullable LinkLine nodeOf(LinkItem item) {
    return item.line();
  }

  @Override
  LinkItem itemOf(LinkLine line) {
    return line.item();
  }

  @Override
  LinkLine make(LinkItem item) {
    LinkLine line = new LinkLine(item);
    item.line(line);
    return line;
  }

  @Override
  void refresh(LinkLine line) {
    line.refresh();
    line.selected(view.getSelection().links().contains(line.item().key()));
    flowing |= line.isFlowing();
  }

  /// Lets go of a link's line.
  void dispose(LinkItem item) {
    LinkLine line = item.line();
    if (line != null) {
      remove(line);
      item.line(null);
    }
  }
}
