package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.CacheHint;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A node's card: strip, header and port marks; port labels, preview and footer in a region of
/// their own, which is left out when the card is small. Laid out by hand, for there are many.
final class NodeCard extends Region {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private static final PseudoClass REDUCED = PseudoClass.getPseudoClass("reduced");
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
  private static final double MARK = 16;

  private final NodeItem item;
  private final NodeContent content;
  private final Consumer<NodeItem> resized;
  private final StackPane tile = new StackPane();
  private final Region tint = styled(new Region(), "tint");
  private final Label title = styled(new Label(), "title");
  private final Region badge = styled(new Glyph(Glyph.ALERT, 16), "problem");
  private final Region fork = styled(new Glyph(Glyph.FORK, 16), "condition");
  private final CardDetails details;
  private final ModeMark mode = new ModeMark();
  private final List<PortGlyph> inputs = new ArrayList<>();
  private final List<PortGlyph> outputs = new ArrayList<>();
  private boolean inScene;
  private boolean zooms;
  private boolean isDetailed = true;
  private final InvalidationListener contentChanged = _ -> arrange();
  private final InvalidationListener stateChanged = _ -> showState();
  private final InvalidationListener progressChanged = _ -> detailsChanged();

  /// @param resized told when the card has got another height
  NodeCard(NodeItem item, NodeContent content, Consumer<NodeItem> resized) {
    this.item = item;
    this.content = content;
    this.resized = resized;
    details = new CardDetails(item, content);
    getStyleClass().addAll("graph-node", item.node().category());
    setAccessibleRole(AccessibleRole.NODE);
    setManaged(false);
    tile.getStyleClass().add("tile");
    badge.setMouseTransparent(false);
    fork.setMouseTransparent(false);
    content.iconProperty().addListener(contentChanged);
    content.previewProperty().addListener(contentChanged);
    content.chipProperty().addListener(contentChanged);
    content.metaProperty().addListener(contentChanged);
    content.stateProperty().addListener(stateChanged);
    content.problemProperty().addListener(stateChanged);
    content.conditionProperty().addListener(stateChanged);
    content.progressProperty().addListener(progressChanged);
    update();
  }

  private static <T extends Node> T styled(T node, String styleClass) {
    node.getStyleClass().add(styleClass);
    return node;
  }

  private void detailsChanged() {
    details.requestLayout();
  }

  NodeItem item() {
    return item;
  }

  NodeContent content() {
    return content;
  }

  void selected(boolean value) {
    pseudoClassStateChanged(SELECTED, value);
  }

  /// Marks the node that a link would end at if it were let go.
  void target(boolean value) {
    pseudoClassStateChanged(TARGET, value);
  }

  List<PortGlyph> glyphs(PortSide side) {
    return side == PortSide.INPUT ? inputs : outputs;
  }

  List<PortGlyph> inputs() {
    return inputs;
  }

  List<PortGlyph> outputs() {
    return outputs;
  }

  Region badge() {
    return badge;
  }

  /// The mark of a node that has a condition.
  Region fork() {
    return fork;
  }

  Label title() {
    return title;
  }

  /// Follows a new snapshot of the node.
  void update() {
    GraphNode node = item.node();
    title.setText(node.title());
    getStyleClass().setAll("graph-node", node.category());
    details.clearLabels();
    fill(PortSide.INPUT, "input", HPos.LEFT);
    fill(PortSide.OUTPUT, "output", HPos.RIGHT);
    States.show(this, NodeMode.values(), node.mode());
    States.show(this, NodeShape.values(), node.shape());
    mode.show(item);
    details.setVisible(isDetailed && node.shape() == NodeShape.FULL);
    connect();
    showState();
  }

  /// Fills the marks of the ports where links end.
  void connect() {
    inputs.forEach(glyph -> glyph.connected(false));
    outputs.forEach(glyph -> glyph.connected(false));
    for (LinkItem link : item.links()) {
      boolean leaves = link.from() == item;
      PortRef end = leaves ? link.link().from() : link.link().to();
      for (PortGlyph glyph : leaves ? outputs : inputs) {
        if (end.isPort(glyph.port())) {
          glyph.connected(true);
        }
      }
    }
  }

  private void fill(PortSide side, String direction, HPos edge) {
    List<PortGlyph> glyphs = glyphs(side);
    glyphs.clear();
    List<GraphPort> ports = item.ports(side);
    for (int i = 0; i < ports.size(); i++) {
      GraphPort port = ports.get(i);
      String spoken =
          Messages.text(direction, port.name(), port.type().name(), item.node().title());
      PortGlyph glyph = new PortGlyph(port, item.end(side, i), spoken);
      double y = item.portOffset(side, i);
      glyph.center(side == PortSide.INPUT ? 0 : item.width(), y);
      glyphs.add(glyph);
      details.addLabel(port.name(), y, edge);
    }
  }

  private void showState() {
    CardState state = content.stateProperty().get();
    String problem = content.problemProperty().get();
    States.show(this, CardState.values(), state);
    pseudoClassStateChanged(INVALID, !problem.isEmpty());
    GraphNode node = item.node();
    setAccessibleText(spoken(node, state, content.conditionProperty().get(), problem));
    pictured(inScene);
    arrange();
  }

  private static String spoken(GraphNode node, CardState state, String condition, String problem) {
    String spoken = Messages.text("node", node.title(), node.kind(), Messages.text(state));
    if (node.mode() != NodeMode.NORMAL) {
      spoken += ", " + Messages.text(node.mode());
    }
    if (node.shape() == NodeShape.COLLAPSED) {
      spoken += ", " + Messages.text("collapsed");
    }
    if (!condition.isEmpty()) {
      spoken += ", " + condition;
    }
    return problem.isEmpty() ? spoken : spoken + ", " + problem;
  }

  private void arrange() {
    Node icon = content.iconProperty().get();
    tile.getChildren().setAll(icon == null ? List.of(tint) : List.of(tint, icon));
    List<Node> children = new ArrayList<>(mode.through());
    children.add(tile);
    children.add(title);
    if (!content.problemProperty().get().isEmpty()) {
      children.add(badge);
    }
    if (item.node().mode() != NodeMode.NORMAL) {
      children.add(mode.mark());
    }
    if (!content.conditionProperty().get().isEmpty()) {
      children.add(fork);
    }
    details.arrange();
    children.add(details);
    children.addAll(inputs);
    children.addAll(outputs);
    getChildren().setAll(children);
    requestLayout();
  }

  /// Draws the card from a picture of itself while it is in the scene; not one at work that is seen
  /// in full, of which a part changes in every frame, unless all cards change their size.
  void pictured(boolean inScene) {
    this.inScene = inScene;
    boolean moves = content.stateProperty().get() == CardState.RUNNING && details.isVisible();
    setCache(inScene && (!moves || zooms));
  }

  /// While the zoom moves, the card's picture is scaled and not drawn anew.
  void zooms(boolean now) {
    setCacheHint(now ? CacheHint.SPEED : CacheHint.DEFAULT);
    if (zooms != now) {
      zooms = now;
      pictured(inScene);
    }
  }

  void detail(DetailLevel level) {
    boolean full = level == DetailLevel.FULL;
    if (full != isDetailed) {
      isDetailed = full;
      details.setVisible(full && item.node().shape() == NodeShape.FULL);
      pseudoClassStateChanged(REDUCED, !full);
      pictured(inScene);
      requestLayout();
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return item.width();
  }

  @Override
  protected double computePrefHeight(double width) {
    if (item.node().shape() == NodeShape.COLLAPSED) {
      return CardMetrics.COLLAPSED;
    }
    return 2 * CardMetrics.BORDER
        + CardMetrics.STRIP
        + CardMetrics.HEADER
        + CardMetrics.portsHeight(item.node())
        + details.previewHeight()
        + details.footerHeight();
  }

  /// Takes the size that the content needs.
  void fitContent() {
    double height = prefHeight(item.width());
    resize(item.width(), height);
    if (height != item.height()) {
      item.height(height);
      resized.accept(item);
    }
  }

  @Override
  protected void layoutChildren() {
    fitContent();
    double width = getWidth();
    double top = CardMetrics.BORDER + CardMetrics.STRIP;
    double left = CardMetrics.BORDER + CardMetrics.SIDE;
    tile.resizeRelocate(
        left,
        top + (CardMetrics.HEADER - CardMetrics.TILE) / 2,
        CardMetrics.TILE,
        CardMetrics.TILE);
    layoutTitle(left, top, width);
    double right = width - CardMetrics.SIDE - MARK;
    for (Node mark : marks()) {
      mark.resizeRelocate(right, top + 10, MARK, MARK);
      right -= MARK + 4;
    }
    details.resizeRelocate(0, 0, width, getHeight());
  }

  /// What stands at the right of the header, from the right.
  private List<Node> marks() {
    return Stream.<Node>of(badge, mode.mark(), fork)
        .filter(mark -> mark.getParent() != null)
        .toList();
  }

  // A small card has its title in larger letters where the ports' names would be.
  private void layoutTitle(double left, double top, double width) {
    if (isDetailed || item.node().shape() == NodeShape.COLLAPSED) {
      double x = left + CardMetrics.TILE + CardMetrics.TILE_GAP;
      double end = width - CardMetrics.SIDE - marks().size() * (MARK + 4);
      title.setText(TitleLines.of(item.node().title(), title.getFont(), end - x));
      title.resizeRelocate(x, top, end - x, CardMetrics.HEADER);
    } else {
      title.setText(item.node().title());
      double height = CardMetrics.ROW + 2 * CardMetrics.PORT_PAD;
      title.resizeRelocate(left, top + CardMetrics.HEADER, width - 2 * left, height);
    }
  }

  /// Lets go of the content.
  void dispose() {
    content.iconProperty().removeListener(contentChanged);
    content.previewProperty().removeListener(contentChanged);
    content.chipProperty().removeListener(contentChanged);
    content.metaProperty().removeListener(contentChanged);
    content.stateProperty().removeListener(stateChanged);
    content.problemProperty().removeListener(stateChanged);
    content.conditionProperty().removeListener(stateChanged);
    content.progressProperty().removeListener(progressChanged);
    tile.getChildren().clear();
    details.clear();
    getChildren().clear();
    content.dispose();
  }
}
