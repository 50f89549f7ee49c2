package dev.pipewright.app.graph;

import dev.pipewright.canvas.FrameState;
import dev.pipewright.canvas.GraphDocument;
import dev.pipewright.canvas.GraphFrame;
import dev.pipewright.canvas.GraphLink;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphPort;
import dev.pipewright.canvas.PortRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

/// Places nodes in layers from left to right with ELK's layered algorithm, off the JavaFX thread.
/// Open frames stay around what is in them; a folded one is one card.
final class AutoLayout {

  private static final double LAYER_GAP = 40;
  private static final double ROW_GAP = 52;
  private static final double FRAME_PAD = 16;
  private static final double GRID = 4;
  private static final double FIRST_PORT = 55;
  private static final double ROW = 20;

  private final GraphDocument document;
  private final Map<String, Rectangle2D> cards = new HashMap<>();
  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<String, ElkNode> frames = new LinkedHashMap<>();
  private final Map<String, ElkNode> folded = new HashMap<>();
  private final Map<String, ElkNode> notes = new LinkedHashMap<>();
  private final Map<List<Object>, ElkPort> ends = new HashMap<>();
  private final Map<String, GraphNode> byKey = new HashMap<>();

  private AutoLayout(GraphDocument document) {
    this.document = document;
    document.nodes().forEach(node -> byKey.put(node.key(), node));
  }

  /// Where everything shall stand.
  ///
  /// @param nodes the left top corner of each node
  /// @param frames the bounds of each frame
  /// @param notes the left top corner of each note in a frame
  record Places(
      SequencedMap<String, Point2D> nodes,
      SequencedMap<String, Rectangle2D> frames,
      SequencedMap<String, Point2D> notes) {

    /// The same without some nodes.
    Places without(Predicate<String> node) {
      SequencedMap<String, Point2D> fewer = new LinkedHashMap<>(nodes);
      fewer.keySet().removeIf(node);
      return new Places(fewer, frames, notes);
    }
  }

  /// Finds places for some nodes, or where fewer than two are chosen, for all.
  ///
  /// @param bounds where a node's card is drawn, by its key; asked at once
  static CompletableFuture<Places> places(
      GraphDocument document,
      Collection<String> chosen,
      Function<String, @Nullable Rectangle2D> bounds) {
    boolean isPart = chosen.size() > 1;
    AutoLayout layout = new AutoLayout(document);
    document
        .nodes()
        .forEach(
            node -> {
              Rectangle2D card = bounds.apply(node.key());
              if (card != null && (!isPart || chosen.contains(node.key()))) {
                layout.cards.put(node.key(), card);
              }
            });
    return CompletableFuture.supplyAsync(layout::run);
  }

  private Places run() {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    ElkNode root = ElkGraphUtil.createGraph();
    settle(root);
    document.frames().forEach(frame -> addFrame(frame, root));
    document.nodes().stream()
        .filter(node -> cards.containsKey(node.key()) && !nodes.containsKey(node.key()))
        .forEach(node -> nodes.put(node.key(), node(root, card(node.key()))));
    document.links().forEach(this::addLink);
    new RecursiveGraphLayoutEngine().layout(root, new NullElkProgressMonitor());
    return places();
  }

  private static void settle(ElkNode graph) {
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, LAYER_GAP);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, ROW_GAP);
    graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, ROW_GAP);
    graph.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
  }

  private Rectangle2D card(String key) {
    return Objects.requireNonNull(cards.get(key));
  }

  private static ElkNode node(ElkNode parent, Rectangle2D card) {
    ElkNode node = ElkGraphUtil.createNode(parent);
    node.setDimensions(card.getWidth(), card.getHeight());
    return node;
  }

  private void addFrame(GraphFrame frame, ElkNode root) {
    if (frame.nodes().isEmpty() || !cards.keySet().containsAll(frame.nodes())) {
      return;
    }
    if (frame.state() == FrameState.FOLDED) {
      ElkNode card = node(root, new Rectangle2D(0, 0, 172, 90));
      folded.put(frame.key(), card);
      frame.nodes().forEach(key -> nodes.put(key, card));
      return;
    }
    ElkNode box = ElkGraphUtil.createNode(root);
    settle(box);
    box.setProperty(
        CoreOptions.PADDING,
        new ElkPadding(FRAME_PAD + GraphFrame.TITLE, FRAME_PAD, FRAME_PAD, FRAME_PAD));
    frames.put(frame.key(), box);
    frame.nodes().forEach(key -> nodes.put(key, node(box, card(key))));
    document.notes().stream()
        .filter(note -> frame.notes().contains(note.key()))
        .forEach(
            note ->
                notes.put(
                    note.key(), node(box, new Rectangle2D(0, 0, note.width(), note.height()))));
  }

  private void addLink(GraphLink link) {
    ElkNode from = nodes.get(link.from().node());
    ElkNode to = nodes.get(link.to().node());
    if (from != null && to != null && from != to) {
      ElkGraphUtil.createSimpleEdge(
          end(from, link.from(), PortSide.EAST), end(to, link.to(), PortSide.WEST));
    }
  }

  /// The port of a card; a folded frame's is anywhere on its edge.
  private ElkConnectableShape end(ElkNode node, PortRef ref, PortSide side) {
    if (folded.containsValue(node)) {
      return node;
    }
    GraphNode card = Objects.requireNonNull(byKey.get(ref.node()));
    List<GraphPort> ports = side == PortSide.WEST ? card.inputs() : card.outputs();
    int row = ports.stream().map(GraphPort::name).toList().indexOf(ref.port());
    return ends.computeIfAbsent(
        List.of(ref, side),
        end -> {
          ElkPort port = ElkGraphUtil.createPort(node);
          node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
          port.setProperty(CoreOptions.PORT_SIDE, side);
          port.setLocation(
              side == PortSide.WEST ? 0 : node.getWidth(), FIRST_PORT + ROW * Math.max(0, row));
          return port;
        });
  }

  /// The places, moved so that the left top corner of all is where it was.
  private Places places() {
    Point2D found = corner(nodes.values().stream().map(AutoLayout::at).toList());
    Point2D was =
        corner(cards.values().stream().map(r -> new Point2D(r.getMinX(), r.getMinY())).toList());
    Point2D shift = was.subtract(found);
    SequencedMap<String, Point2D> placed = new LinkedHashMap<>();
    nodes.forEach((key, node) -> placed.put(key, onGrid(at(node).add(shift))));
    SequencedMap<String, Point2D> texts = new LinkedHashMap<>();
    notes.forEach((key, node) -> texts.put(key, onGrid(at(node).add(shift))));
    SequencedMap<String, Rectangle2D> around = new LinkedHashMap<>();
    frames.forEach(
        (key, box) -> {
          Point2D at = onGrid(at(box).add(shift));
          around.put(key, new Rectangle2D(at.getX(), at.getY(), box.getWidth(), box.getHeight()));
        });
    return new Places(placed, around, texts);
  }

  private static Point2D at(ElkNode node) {
    ElkNode parent = node.getParent();
    Point2D inside = new Point2D(node.getX(), node.getY());
    return parent == null || parent.getParent() == null
        ? inside
        : inside.add(parent.getX(), parent.getY());
  }

  private static Point2D corner(List<Point2D> points) {
    return new Point2D(
        points.stream().mapToDouble(Point2D::getX).min().orElse(0),
        points.stream().mapToDouble(Point2D::getY).min().orElse(0));
  }

  private static Point2D onGrid(Point2D point) {
    return new Point2D(
        Math.rint(point.getX() / GRID) * GRID, Math.rint(point.getY() / GRID) * GRID);
  }
}
