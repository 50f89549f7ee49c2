package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// A node of the document as it is drawn now: where, how large, and its card once it was seen.
final class NodeItem extends SpatialGrid.Entry {

  // What a card draws outside its edges: ports, the ring of a selected one, its shadow.
  static final double OVERHANG = 14;

  private GraphNode node;
  private int[] outputRows;
  private double x;
  private double y;
  private double height;
  private int order;
  private @Nullable NodeCard card;
  private final List<LinkItem> links = new ArrayList<>();

  NodeItem(GraphNode node) {
    this.node = node;
    this.outputRows = CardMetrics.outputRows(node);
    this.height = CardMetrics.estimatedHeight(node);
  }

  GraphNode node() {
    return node;
  }

  void node(GraphNode value) {
    node = value;
    outputRows = CardMetrics.outputRows(value);
  }

  /// The row that an output's mark is in; an input's is its index.
  int outputRow(int index) {
    return outputRows[index];
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

  /// Its place in the document: the higher is drawn over the lower.
  int order() {
    return order;
  }

  void order(int value) {
    order = value;
  }

  boolean contains(double px, double py) {
    return px >= x && px <= x + width() && py >= y && py <= y + height;
  }

  boolean touchesCard(double x1, double y1, double x2, double y2) {
    return x <= x2 && x + width() >= x1 && y <= y2 && y + height >= y1;
  }

  Rectangle2D bounds() {
    return new Rectangle2D(x, y, width(), height);
  }

  @Nullable NodeCard card() {
    return card;
  }

  void card(@Nullable NodeCard value) {
    card = value;
  }

  /// The links that end at it, either way.
  List<LinkItem> links() {
    return links;
  }

  @Override
  double minX() {
    return x - OVERHANG;
  }

  @Override
  double minY() {
    return y - OVERHANG;
  }

  @Override
  double maxX() {
    return x + width() + OVERHANG;
  }

  @Override
  double maxY() {
    return y + height + OVERHANG;
  }
}
