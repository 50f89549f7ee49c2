package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of the document as it is drawn now: where, how large, and its card once it was seen.
final class NodeItem {

  private GraphNode node;
  private double x;
  private double y;
  private double height;
  private @Nullable NodeCard card;
  private final List<LinkItem> links = new ArrayList<>();

  NodeItem(GraphNode node) {
    this.node = node;
    this.height = CardMetrics.estimatedHeight(node);
  }

  GraphNode node() {
    return node;
  }

  void node(GraphNode value) {
    node = value;
  }

  String key() {
    return node.key();
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  double width() {
    return node.width();
  }

  double height() {
    return height;
  }

  void height(double value) {
    height = value;
  }

  void place(double newX, double newY) {
    x = newX;
    y = newY;
  }

  @Nullable NodeCard card() {
    return card;
  }

  void card(@Nullable NodeCard value) {
    card = value;
  }

  List<LinkItem> links() {
    return links;
  }
}
