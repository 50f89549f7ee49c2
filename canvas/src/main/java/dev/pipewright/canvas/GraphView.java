package dev.pipewright.canvas;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/// Shows a graph and lets a person look around in it, select, and say what to change.
///
/// Document pixels are what the document counts in; view pixels are this control's. A point `p` of
/// the document is drawn at `(p - origin) * zoom`. Documents with nodes that have no place are
/// drawn as if `GraphLayout` had placed them.
///
/// Styled by CSS alone: a node's category and a port's type are style classes that set the
/// looked-up colours `-graph-category` and `-graph-type`; all other colours are `-color-…` names of
/// the theme. To let go of all node contents, set the document to `GraphDocument.EMPTY`.
public final class GraphView extends Control {

  /// The smallest zoom.
  public static final double MIN_ZOOM = 0.1;

  /// The largest zoom.
  public static final double MAX_ZOOM = 4;

  private final ObjectProperty<GraphDocument> document =
      new SimpleObjectProperty<>(this, "document", GraphDocument.EMPTY);
  private final ObjectProperty<Function<? super GraphNode, ? extends NodeContent>> nodeContent =
      new SimpleObjectProperty<>(this, "nodeContent", _ -> new NodeContent());
  private final ObjectProperty<Consumer<? super GraphIntent>> onIntent =
      new SimpleObjectProperty<>(this, "onIntent", _ -> {});
  private final ObjectProperty<Function<? super GraphFrame, ? extends NodeContent>> frameContent =
      new SimpleObjectProperty<>(this, "frameContent", _ -> new NodeContent());
  private final ObjectProperty<Function<? super PortEnd, ? extends @Nullable Node>> portPreview =
      new SimpleObjectProperty<>(this, "portPreview", _ -> null);
  private final ObjectProperty<@Nullable Consumer<? super @Nullable GraphTarget>> onHover =
      new SimpleObjectProperty<>(this, "onHover");
  private final ObjectProperty<LinkRule> linkRule =
      new SimpleObjectProperty<>(this, "linkRule", LinkRule.ANY);
  private final ObjectProperty<InsertRule> insertRule =
      new SimpleObjectProperty<>(this, "insertRule", InsertRule.NONE);
  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.SELECT);
  private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
  private final DoubleProperty originX = new SimpleDoubleProperty(this, "originX");
  private final DoubleProperty originY = new SimpleDoubleProperty(this, "originY");
  private final BooleanProperty gridVisible = new SimpleBooleanProperty(this, "gridVisible", true);
  private final BooleanProperty minimapVisible =
      new SimpleBooleanProperty(this, "minimapVisible", true);
  private final BooleanProperty editable = new SimpleBooleanProperty(this, "editable", true);
  private final BooleanProperty legendVisible =
      new SimpleBooleanProperty(this, "legendVisible", false);
  private final BooleanProperty snapping = new SimpleBooleanProperty(this, "snapping", true);
  private final BooleanProperty animated = new SimpleBooleanProperty(this, "animated", true);
  private final ObservableList<PortType> legend = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Node> placeholder =
      new SimpleObjectProperty<>(this, "placeholder");
  private final GraphSelection selection = new GraphSelection();
  private final GraphEdits edits = new GraphEdits(this);
  private final Camera camera = new Camera(this);
  private boolean fitAsked;

  /// A view of the empty document.
  public GraphView() {
    getStyleClass().add("graph-view");
    // Not as a user agent's sheet: a theme's rule for all labels would win over each of ours.
    getStylesheets()
        .add(Objects.requireNonNull(GraphView.class.getResource("canvas.css")).toExternalForm());
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(Messages.text("view"));
  }

  /// The graph shown.
  public ObjectProperty<GraphDocument> documentProperty() {
    return document;
  }

  /// The graph shown.
  public GraphDocument getDocument() {
    return document.get();
  }

  /// Shows a graph; nodes and links that are in both documents keep their cards and contents.
  public void setDocument(GraphDocument value) {
    document.set(Objects.requireNonNull(value));
  }

  /// Says what stands on a node's card. To be set before the document; it is asked once for a node,
  /// when the node is first seen.
  public void setNodeContent(Function<? super GraphNode, ? extends NodeContent> value) {
    nodeContent.set(Objects.requireNonNull(value));
  }

  NodeContent contentOf(GraphNode node) {
    return nodeContent.get().apply(node);
  }

  /// Says what stands on the card of a folded frame; asked once each time a frame is folded. Its
  /// icon is the view's own where it has none.
  public void setFrameContent(Function<? super GraphFrame, ? extends NodeContent> value) {
    frameContent.set(Objects.requireNonNull(value));
  }

  NodeContent contentOf(GraphFrame frame) {
    return frameContent.get().apply(frame);
  }

  /// Says what the tip of a port shows below its name, as the first rows of what is there; null for
  /// nothing. Asked each time a tip opens; may fill what it returns later.
  public void setPortPreview(Function<? super PortEnd, ? extends @Nullable Node> value) {
    portPreview.set(Objects.requireNonNull(value));
  }

  @Nullable Node previewOf(PortEnd port) {
    return portPreview.get().apply(port);
  }

  /// Is told when the mouse comes to rest on another port or link, and with null when it is on
  /// neither, or does something. Who listens shows what there is to know of ports: they have no
  /// tips then.
  public void setOnHover(Consumer<? super @Nullable GraphTarget> value) {
    onHover.set(value);
  }

  boolean hasHover() {
    return onHover.get() != null;
  }

  void hover(@Nullable GraphTarget target) {
    Consumer<? super @Nullable GraphTarget> told = onHover.get();
    if (told != null) {
      told.accept(target);
    }
  }

  /// Says which ports may be linked.
  public void setLinkRule(LinkRule value) {
    linkRule.set(Objects.requireNonNull(value));
  }

  LinkRule linkRule() {
    return linkRule.get();
  }

  /// Says which node may be put into which link.
  public void setInsertRule(InsertRule value) {
    insertRule.set(Objects.requireNonNull(value));
  }

  InsertRule insertRule() {
    return insertRule.get();
  }

  /// Who does what a person wants done.
  public void setOnIntent(Consumer<? super GraphIntent> value) {
    onIntent.set(Objects.requireNonNull(value));
  }

  void emit(GraphIntent intent) {
    boolean changesNothing =
        intent instanceof GraphIntent.Open
            || intent instanceof GraphIntent.Preview
            || intent instanceof GraphIntent.ContextMenu
            || intent instanceof GraphIntent.OpenAddress;
    if (changesNothing || isEditable()) {
      onIntent.get().accept(intent);
    }
  }

  /// Whether a person may change the graph. Where not, they can look around and select, dragging
  /// moves the view, and no intent is emitted that would change something.
  public BooleanProperty editableProperty() {
    return editable;
  }

  boolean isEditable() {
    return editable.get();
  }

  /// What is selected.
  public GraphSelection getSelection() {
    return selection;
  }

  /// What can be done to all that is selected.
  public GraphEdits edits() {
    return edits;
  }

  /// Selects every node, frame and note.
  public void selectAll() {
    selection.select(
        getDocument().nodes().stream().map(GraphNode::key).toList(),
        getDocument().frames().stream().map(GraphFrame::key).toList(),
        getDocument().notes().stream().map(GraphNote::key).toList());
  }

  /// Selects what the selected nodes take from, with them.
  public void selectUpstream() {
    selection.selectNodes(Reach.upstream(getDocument().links(), selection.nodes()));
  }

  /// Selects what the selected nodes give to, with them.
  public void selectDownstream() {
    selection.selectNodes(Reach.downstream(getDocument().links(), selection.nodes()));
  }

  /// Selects all that hangs together with the selected nodes.
  public void selectConnected() {
    selection.selectNodes(Reach.connected(getDocument().links(), selection.nodes()));
  }

  /// What a drag on empty canvas does.
  public ObjectProperty<Tool> toolProperty() {
    return tool;
  }

  /// View pixels a document pixel; from `MIN_ZOOM` to `MAX_ZOOM`. Set it by the `zoom…` methods.
  public DoubleProperty zoomProperty() {
    return zoom;
  }

  /// View pixels a document pixel.
  public double getZoom() {
    return zoom.get();
  }

  /// The document's x at the left edge of the view.
  public DoubleProperty originXProperty() {
    return originX;
  }

  /// The document's y at the top edge of the view.
  public DoubleProperty originYProperty() {
    return originY;
  }

  /// Whether the dots are drawn.
  public BooleanProperty gridVisibleProperty() {
    return gridVisible;
  }

  /// Whether the map stands over the zoom buttons.
  public BooleanProperty minimapVisibleProperty() {
    return minimapVisible;
  }

  /// Whether the legend of port types stands in the corner.
  public BooleanProperty legendVisibleProperty() {
    return legendVisible;
  }

  /// Whether what is dragged snaps to the grid and to other nodes; the Alt key turns it round.
  public BooleanProperty snappingProperty() {
    return snapping;
  }

  /// Whether nodes glide to new places where `animateNextLayout` asks for it.
  public BooleanProperty animatedProperty() {
    return animated;
  }

  /// The port types of the legend.
  public ObservableList<PortType> getLegend() {
    return legend;
  }

  /// What stands in the middle while the document is empty.
  public ObjectProperty<@Nullable Node> placeholderProperty() {
    return placeholder;
  }

  /// Moves the view by view pixels: with positive numbers, what is at the right and below comes.
  public void panBy(double dx, double dy) {
    camera.panBy(dx, dy);
  }

  /// Puts a point of the document in the middle of the view.
  public void centerOn(double x, double y) {
    camera.center(x, y);
  }

  /// Zooms and keeps what is in the middle there.
  public void zoomTo(double value) {
    camera.zoomAt(value, getWidth() / 2, getHeight() / 2);
  }

  /// Zooms and keeps what is at a point of the view there.
  public void zoomTo(double value, double viewX, double viewY) {
    camera.zoomAt(value, viewX, viewY);
  }

  /// Zooms to the next larger of the presets.
  public void zoomIn() {
    camera.step(1);
  }

  /// Zooms to the next smaller of the presets.
  public void zoomOut() {
    camera.step(-1);
  }

  /// Shows the whole graph, at 100 % at most; as soon as the view has a size, if it has none yet.
  public void fit() {
    fitAsked = getSkin() == null || getWidth() <= 0 || getHeight() <= 0;
    if (!fitAsked) {
      camera.show(getSkin() instanceof GraphViewSkin skin ? skin.extent() : null);
    }
  }

  void fitIfAsked() {
    if (fitAsked) {
      fit();
    }
  }

  /// Shows all that is selected, at 100 % at most; the whole graph when nothing is.
  public void zoomToSelection() {
    Rectangle2D all = bounds(selection.nodes());
    for (String frame : selection.frames()) {
      Rectangle2D one = frameBounds(frame);
      all = all == null ? one : one == null ? all : Camera.union(all, one);
    }
    if (all == null) {
      fit();
    } else {
      camera.show(all);
    }
  }

  /// Brings a node into view, with the smallest move that does it.
  public void reveal(String node) {
    if (getSkin() instanceof GraphViewSkin skin) {
      skin.reveal(node);
    }
  }

  /// Brings a part of the document into view, in its pixels, with the smallest move that does it;
  /// of what is larger than the view, its beginning.
  public void reveal(Rectangle2D area) {
    camera.reveal(area);
  }

  /// Where a node's card is drawn, in document pixels; null when there is no such node.
  public @Nullable Rectangle2D nodeBounds(String node) {
    return getSkin() instanceof GraphViewSkin skin ? skin.boundsOf(node) : null;
  }

  /// Where a frame is drawn, open or as a card, in document pixels; null when there is no such
  /// frame or it is in one that is folded.
  public @Nullable Rectangle2D frameBounds(String frame) {
    return getSkin() instanceof GraphViewSkin skin ? skin.boundsOfFrame(frame) : null;
  }

  /// Puts something in the middle of the view; where a folded frame hides it, that frame's card.
  public void center(GraphTarget target) {
    Rectangle2D at = getSkin() instanceof GraphViewSkin skin ? skin.boundsShowing(target) : null;
    if (at != null) {
      centerOn(at.getMinX() + at.getWidth() / 2, at.getMinY() + at.getHeight() / 2);
    }
  }

  /// Lets cards glide to their places when the next document comes, where it differs from this one
  /// in places alone; not where it is not `animated`, or the person wants motion reduced.
  public void animateNextLayout() {
    if (animated.get() && getSkin() instanceof GraphViewSkin skin) {
      skin.animateNextLayout();
    }
  }

  /// Opens a text field in a node's header. Ends in `Rename` or nothing.
  public void editTitle(String node) {
    if (isEditable() && getSkin() instanceof GraphViewSkin skin) {
      skin.editTitle(node);
    }
  }

  /// Opens a text field in a frame's title row. Ends in `RenameFrame` or nothing.
  public void editFrameTitle(String frame) {
    if (isEditable() && getSkin() instanceof GraphViewSkin skin) {
      skin.editFrameTitle(frame);
    }
  }

  /// Opens a text area in place of a note's text. Ends in `EditNote` or nothing.
  public void editNote(String note) {
    if (isEditable() && getSkin() instanceof GraphViewSkin skin) {
      skin.editNote(note);
    }
  }

  /// Shows where a node dragged in from outside would come to stand, and what it would be linked
  /// to. The rules are asked with the ghost's key, which is no key of the document's.
  ///
  /// @param ghost the node; its place is not looked at
  /// @param viewX where the mouse is, in view pixels: the middle of the card's header
  /// @param viewY where the mouse is, in view pixels
  public DropSpot dropPreview(GraphNode ghost, double viewX, double viewY) {
    return getSkin() instanceof GraphViewSkin skin
        ? skin.dropPreview(ghost, viewX, viewY)
        : new DropSpot(documentPoint(viewX, viewY), null, null, null);
  }

  /// Takes the ghost away.
  public void endDropPreview() {
    if (getSkin() instanceof GraphViewSkin skin) {
      skin.endDropPreview();
    }
  }

  /// The point of the document that is drawn at a point of the view.
  public Point2D documentPoint(double viewX, double viewY) {
    return new Point2D(originX.get() + viewX / getZoom(), originY.get() + viewY / getZoom());
  }

  /// The point of the view where a point of the document is drawn.
  public Point2D viewPoint(double x, double y) {
    return new Point2D((x - originX.get()) * getZoom(), (y - originY.get()) * getZoom());
  }

  /// The node at a point of the view; null for none.
  public @Nullable String nodeAt(double viewX, double viewY) {
    return targetAt(viewX, viewY) instanceof GraphTarget.OnNode(String key) ? key : null;
  }

  /// The link near a point of the view; null for none.
  public @Nullable String linkAt(double viewX, double viewY) {
    return targetAt(viewX, viewY) instanceof GraphTarget.OnLink(String key) ? key : null;
  }

  /// The port at a point of the view; null for none.
  public @Nullable PortEnd portAt(double viewX, double viewY) {
    return targetAt(viewX, viewY) instanceof GraphTarget.OnPort(PortEnd end) ? end : null;
  }

  /// What is at a point of the view.
  public GraphTarget targetAt(double viewX, double viewY) {
    return getSkin() instanceof GraphViewSkin skin
        ? skin.targetAt(viewX, viewY)
        : new GraphTarget.OnCanvas();
  }

  private @Nullable Rectangle2D bounds(Collection<String> nodes) {
    Rectangle2D all = null;
    for (String node : nodes) {
      Rectangle2D one = nodeBounds(node);
      if (one != null) {
        all = all == null ? one : Camera.union(all, one);
      }
    }
    return all;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new GraphViewSkin(this);
  }
}
