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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
  // What is drawn, and shall have a place: nodes and folded frames by their keys.
  private final Map<String, Rectangle2D> cards = new HashMap<>();
  private final Map<String, Rectangle2D> foldedCards = new HashMap<>();
  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<String, ElkNode> frames = new LinkedHashMap<>();
  private final Map<String, ElkNode> folded = new LinkedHashMap<>();
  private final Map<String, ElkNode> notes = new LinkedHashMap<>();
  // For a node that a folded frame hides the frame that is drawn for it; for a frame the same.
  private final Map<String, String> nodesIn = new LinkedHashMap<>();
  private final Map<String, String> framesIn = new LinkedHashMap<>();
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
  /// @param frameBounds where a frame is drawn, by its key; asked at once
  static CompletableFuture<Places> places(
      GraphDocument document,
      Collection<String> chosen,
      Function<String, @Nullable Rectangle2D> bounds,
      Function<String, @Nullable Rectangle2D> frameBounds) {
    Predicate<String> isChosen = key -> chosen.size() < 2 || chosen.contains(key);
    AutoLayout layout = new AutoLayout(document);
    for (GraphNode node : document.nodes()) {
      Rectangle2D card = bounds.apply(node.key());
      if (card != null && isChosen.test(node.key())) {
        layout.cards.put(node.key(), card);
      }
    }
    for (GraphFrame frame : document.frames()) {
      Rectangle2D card = frame.state() == FrameState.FOLDED ? frameBounds.apply(frame.key()) : null;
      if (card != null && layout.within(frame).allMatch(isChosen)) {
        layout.foldedCards.put(frame.key(), card);
      }
    }
    return CompletableFuture.supplyAsync(layout::run);
  }

  private Stream<String> within(GraphFrame frame) {
    return document.framesWithin(List.of(frame.key())).stream().flatMap(f -> f.nodes().stream());
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
    String hiding = framesIn.get(frame.outer());
    if (hiding != null) {
      hide(frame, hiding);
    } else if (foldedCards.get(frame.key()) instanceof Rectangle2D card) {
      folded.put(frame.key(), node(parent(frame, root), card));
      hide(frame, frame.key());
    } else if (frame.state() == FrameState.OPEN && isPlaced(frame)) {
      open(frame, parent(frame, root));
    }
  }

  private ElkNode parent(GraphFrame frame, ElkNode root) {
    return frames.getOrDefault(frame.outer(), root);
  }

  private void hide(GraphFrame frame, String card) {
    framesIn.put(frame.key(), card);
    frame.nodes().forEach(key -> nodesIn.put(key, card));
  }

  /// A frame without nodes goes with the one that it lies in, or stays.
  private boolean isPlaced(GraphFrame frame) {
    List<String> inside = within(frame).toList();
    Set<String> hidden = new HashSet<>();
    document.framesWithin(foldedCards.keySet()).forEach(f -> hidden.addAll(f.nodes()));
    return inside.stream().allMatch(key -> cards.containsKey(key) || hidden.contains(key))
        && (!inside.isEmpty() || frames.containsKey(frame.outer()));
  }

  private void open(GraphFrame frame, ElkNode parent) {
    ElkNode box = ElkGraphUtil.createNode(parent);
    settle(box);
    box.setProperty(
        CoreOptions.PADDING,
        new ElkPadding(FRAME_PAD + GraphFrame.TITLE, FRAME_PAD, FRAME_PAD, FRAME_PAD));
    box.setDimensions(frame.width(), frame.height());
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
    ElkNode from = drawn(link.from().node());
    ElkNode to = drawn(link.to().node());
    if (from != null && to != null && from != to) {
      ElkGraphUtil.createSimpleEdge(
          end(from, link.from(), PortSide.EAST), end(to, link.to(), PortSide.WEST));
    }
  }

  private @Nullable ElkNode drawn(String node) {
    String frame = nodesIn.get(node);
    return frame == null ? nodes.get(node) : folded.get(frame);
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
    Point2D found =
        corner(
            Stream.concat(nodes.values().stream(), folded.values().stream())
                .map(AutoLayout::at)
                .toList());
    Point2D was =
        corner(
            Stream.concat(cards.values().stream(), foldedCards.values().stream())
                .map(r -> new Point2D(r.getMinX(), r.getMinY()))
                .toList());
    Point2D shift = was.subtract(found);
    Places places = new Places(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    nodes.forEach((key, node) -> places.nodes().put(key, onGrid(at(node).add(shift))));
    notes.forEach((key, node) -> places.notes().put(key, onGrid(at(node).add(shift))));
    frames.forEach(
        (key, box) -> {
          Point2D at = onGrid(at(box).add(shift));
          places
              .frames()
              .put(key, new Rectangle2D(at.getX(), at.getY(), box.getWidth(), box.getHeight()));
        });
    folded.forEach((key, card) -> carry(key, onGrid(at(card).add(shift)), places));
    return places;
  }

  /// What a folded frame hides goes with its card.
  private void carry(String folded, Point2D place, Places places) {
    Rectangle2D card = Objects.requireNonNull(foldedCards.get(folded));
    Point2D by = place.subtract(card.getMinX(), card.getMinY());
    for (GraphFrame frame : document.framesWithin(List.of(folded))) {
      Point2D at = by.add(frame.x(), frame.y());
      places
          .frames()
          .put(frame.key(), new Rectangle2D(at.getX(), at.getY(), frame.width(), frame.height()));
      frame.nodes().stream()
          .map(key -> Objects.requireNonNull(byKey.get(key)))
          .filter(GraphNode::isPlaced)
          .forEach(node -> places.nodes().put(node.key(), by.add(node.x(), node.y())));
      document.notes().stream()
          .filter(note -> frame.notes().contains(note.key()))
          .forEach(note -> places.notes().put(note.key(), by.add(note.x(), note.y())));
    }
  }

  private static Point2D at(ElkNode node) {
    Point2D at = new Point2D(node.getX(), node.getY());
    for (ElkNode outer = node.getParent(); outer != null; outer = outer.getParent()) {
      at = at.add(outer.getX(), outer.getY());
    }
    return at;
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
