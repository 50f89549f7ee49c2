package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// The nodes and links of the document as they are drawn, found by key and by place. Follows the
/// document by difference, so that what is in both keeps its item.
final class GraphItems {

  private final Map<String, NodeItem> nodes = new LinkedHashMap<>();
  private final Map<String, LinkItem> links = new LinkedHashMap<>();
  private final SpatialGrid<NodeItem> nodeGrid = new SpatialGrid<>();
  private final SpatialGrid<LinkItem> linkGrid = new SpatialGrid<>();
  private final Map<String, Point2D> found = new HashMap<>();
  private final List<NodeItem> nearNodes = new ArrayList<>();
  private final List<LinkItem> nearLinks = new ArrayList<>();
  private final BoxItems<GraphFrame, FrameItem> frames = BoxItems.frames();
  private final BoxItems<GraphNote, NoteItem> notes = BoxItems.notes();
  private final Consumer<NodeItem> nodeGone;
  private final Consumer<LinkItem> linkGone;
  private final Consumer<BoxItem> boxGone;
  private final double[] extent = new double[4];
  private final Consumer<NodeItem> growByNode =
      item -> grow(item.x(), item.y(), item.width(), item.height());
  private final Consumer<BoxItem> growByBox =
      item -> grow(item.x(), item.y(), item.width(), item.height());
  private GraphDocument document = GraphDocument.EMPTY;
  private Folding folding = Folding.EMPTY;

  /// @param nodeGone told of nodes that have left, or are to be drawn anew
  /// @param linkGone told of links that have left, or are to be drawn anew
  /// @param boxGone told of frames and notes that have left
  GraphItems(Consumer<NodeItem> nodeGone, Consumer<LinkItem> linkGone, Consumer<BoxItem> boxGone) {
    this.nodeGone = nodeGone;
    this.linkGone = linkGone;
    this.boxGone = boxGone;
  }

  /// What stands for what that is not drawn.
  Folding folding() {
    return folding;
  }

  BoxItems<GraphFrame, FrameItem> frames() {
    return frames;
  }

  BoxItems<GraphNote, NoteItem> notes() {
    return notes;
  }

  Collection<NodeItem> nodes() {
    return nodes.values();
  }

  Collection<LinkItem> links() {
    return links.values();
  }

  Set<String> nodeKeys() {
    return nodes.keySet();
  }

  Set<String> linkKeys() {
    return links.keySet();
  }

  @Nullable NodeItem node(String key) {
    return nodes.get(key);
  }

  @Nullable LinkItem link(String key) {
    return links.get(key);
  }

  /// Follows a new document.
  ///
  /// @param changed told of nodes that stay but differ in more than their place
  void follow(GraphDocument whole, Consumer<NodeItem> changed) {
    folding = Folding.of(whole);
    GraphDocument next = folding.document();
    document = next;
    dropNodes(next);
    int order = 0;
    for (GraphNode node : next.nodes()) {
      NodeItem item = nodes.get(node.key());
      if (item == null) {
        item = new NodeItem(node, folding.frame(node.key()));
        nodes.put(node.key(), item);
      } else if (!item.node().equals(node)) {
        boolean onlyMoved = item.node().at(node.x(), node.y()).equals(node);
        item.node(node);
        if (!onlyMoved) {
          changed.accept(item);
        }
      }
      item.order(order++);
    }
    findPlaces(next);
    followLinks(next);
    frames.follow(next.frames(), boxGone::accept);
    notes.follow(next.notes(), boxGone::accept);
    settle();
  }

  private void dropNodes(GraphDocument next) {
    Map<String, GraphNode> kept = new HashMap<>();
    next.nodes().forEach(node -> kept.put(node.key(), node));
    nodes
        .values()
        .removeIf(
            item -> {
              GraphNode node = kept.get(item.key());
              boolean gone = node == null || !node.kind().equals(item.node().kind());
              if (gone) {
                nodeGrid.remove(item);
                nodeGone.accept(item);
              }
              return gone;
            });
    found.keySet().retainAll(kept.keySet());
  }

  private void findPlaces(GraphDocument next) {
    boolean missing =
        next.nodes().stream().anyMatch(node -> !node.isPlaced() && !found.containsKey(node.key()));
    if (missing) {
      found.clear();
      found.putAll(GraphLayout.places(next));
    }
  }

  private void followLinks(GraphDocument next) {
    Set<String> kept = new HashSet<>();
    nodes.values().forEach(item -> item.links().clear());
    for (GraphLink link : next.links()) {
      kept.add(link.key());
      NodeItem from = end(link.from());
      NodeItem to = end(link.to());
      LinkItem item = links.get(link.key());
      if (item == null) {
        item = new LinkItem(link, from, to);
        links.put(link.key(), item);
      } else {
        PortType before = item.type();
        item.update(link, from, to);
        if (!item.type().equals(before)) {
          linkGone.accept(item);
        }
      }
      from.links().add(item);
      to.links().add(item);
    }
    links
        .values()
        .removeIf(
            item -> {
              boolean gone = !kept.contains(item.key());
              if (gone) {
                linkGrid.remove(item);
                linkGone.accept(item);
              }
              return gone;
            });
  }

  private NodeItem end(PortRef port) {
    NodeItem item = nodes.get(port.node());
    if (item == null) {
      throw new IllegalArgumentException("No node " + port.node());
    }
    return item;
  }

  /// Puts every node where the document has it.
  void settle() {
    for (GraphNode node : document.nodes()) {
      NodeItem item = nodes.get(node.key());
      Point2D place = node.isPlaced() ? null : found.get(node.key());
      if (item != null) {
        item.place(
            place == null ? node.x() : place.getX(), place == null ? node.y() : place.getY());
        nodeGrid.put(item);
      }
    }
    for (LinkItem link : links.values()) {
      link.knots(link.link().knots());
      linkGrid.put(link);
    }
    frames.settle();
    notes.settle();
  }

  /// Leads a link through other points for now, as while a knot is dragged.
  void lead(LinkItem link, List<Point2D> knots) {
    link.knots(knots);
    linkGrid.put(link);
  }

  /// Puts a node somewhere for now, as while it is dragged.
  void place(NodeItem item, double x, double y) {
    item.place(x, y);
    resized(item);
  }

  /// Takes note of a node's new size.
  void resized(NodeItem item) {
    nodeGrid.put(item);
    for (int i = 0; i < item.links().size(); i++) {
      linkGrid.put(item.links().get(i));
    }
  }

  void nodesIn(double x1, double y1, double x2, double y2, List<NodeItem> into) {
    into.clear();
    nodeGrid.find(x1, y1, x2, y2, into);
  }

  void linksIn(double x1, double y1, double x2, double y2, List<LinkItem> into) {
    into.clear();
    linkGrid.find(x1, y1, x2, y2, into);
  }

  /// The topmost node at a point.
  @Nullable NodeItem nodeAt(double x, double y) {
    nodesIn(x, y, x, y, nearNodes);
    NodeItem top = null;
    for (NodeItem item : nearNodes) {
      if (item.contains(x, y) && (top == null || item.order() > top.order())) {
        top = item;
      }
    }
    return top;
  }

  /// The nearest link no further than a distance from a point.
  @Nullable LinkItem linkAt(double x, double y, double distance) {
    linksIn(x - distance, y - distance, x + distance, y + distance, nearLinks);
    LinkItem nearest = null;
    double least = distance;
    for (LinkItem item : nearLinks) {
      double away = item.distance(x, y);
      if (away <= least) {
        least = away;
        nearest = item;
      }
    }
    return nearest;
  }

  /// What all nodes, frames and notes together cover; null when there are none.
  @Nullable Rectangle2D bounds() {
    extent[0] = Double.MAX_VALUE;
    extent[1] = Double.MAX_VALUE;
    extent[2] = -Double.MAX_VALUE;
    extent[3] = -Double.MAX_VALUE;
    nodes.values().forEach(growByNode);
    frames.all().forEach(growByBox);
    notes.all().forEach(growByBox);
    return extent[0] > extent[2]
        ? null
        : new Rectangle2D(extent[0], extent[1], extent[2] - extent[0], extent[3] - extent[1]);
  }

  private void grow(double x, double y, double width, double height) {
    extent[0] = Math.min(extent[0], x);
    extent[1] = Math.min(extent[1], y);
    extent[2] = Math.max(extent[2], x + width);
    extent[3] = Math.max(extent[3], y + height);
  }
}
