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
  private final @Nullable GraphFrame frame;
  private double[] inputYs;
  private double[] outputYs;
  private double x;
  private double y;
  private double height;
  private int order;
  private @Nullable NodeCard card;
  private final List<LinkItem> links = new ArrayList<>();

  NodeItem(GraphNode node) {
    this(node, null);
  }

  /// @param frame the frame that is folded to this; null for a node
  NodeItem(GraphNode node, @Nullable GraphFrame frame) {
    this.node = node;
    this.frame = frame;
    this.inputYs = CardMetrics.portYs(node, PortSide.INPUT);
    this.outputYs = CardMetrics.portYs(node, PortSide.OUTPUT);
    this.height = CardMetrics.estimatedHeight(node);
  }

  GraphNode node() {
    return node;
  }

  void node(GraphNode value) {
    node = value;
    inputYs = CardMetrics.portYs(value, PortSide.INPUT);
    outputYs = CardMetrics.portYs(value, PortSide.OUTPUT);
  }

  /// The frame that is folded to this, as it was when this was made; null for a node.
  @Nullable GraphFrame frame() {
    return frame;
  }

  List<GraphPort> ports(PortSide side) {
    return side == PortSide.INPUT ? node.inputs() : node.outputs();
  }

  PortEnd end(PortSide side, int index) {
    return new PortEnd(side, new PortRef(key(), ports(side).get(index).name()));
  }

  double portX(PortSide side) {
    return side == PortSide.INPUT ? x : x + width();
  }

  /// The middle of a port, from the top of the card.
  double portOffset(PortSide side, int index) {
    return (side == PortSide.INPUT ? inputYs : outputYs)[index];
  }

  double portY(PortSide side, int index) {
    return y + portOffset(side, index);
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
