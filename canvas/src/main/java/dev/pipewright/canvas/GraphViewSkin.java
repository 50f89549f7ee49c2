package dev.pipewright.canvas;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.SetChangeListener;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Draws a `GraphView`: the graph, and over it the rubber band, the map with the zoom buttons, the
/// legend, and what stands there while there is no graph.
final class GraphViewSkin extends SkinBase<GraphView> {

  private static final double EDGE = 12;

  private final Drawing drawing;
  private final Hints hints;
  private final Picker picker;
  private final Region focus = new Region();
  private final Rectangle clip = new Rectangle();
  private final MapCard map;
  private final LegendCard legend;
  private final GraphViewBehavior behavior;
  private final InPlace inPlace;
  private final DropGhost ghost;
  private final Glide glide;
  private GraphDocument followed = GraphDocument.EMPTY;
  private final SetChangeListener<String> selected = _ -> redraw();
  private @Nullable Node placeholder;

  GraphViewSkin(GraphView view) {
    super(view);
    drawing = new Drawing(view, new Tips(() -> !view.hasHover(), this::look), this::refreshed);
    map = new MapCard(view, drawing);
    legend = new LegendCard(view);
    hints = new Hints(view);
    picker = new Picker(view, drawing.items());
    focus.getStyleClass().add("focus");
    focus.setManaged(false);
    focus.setMouseTransparent(true);
    getChildren().addAll(drawing, hints, legend, map, focus);
    view.setClip(clip);
    registerChangeListener(view.documentProperty(), _ -> follow());
    registerChangeListener(view.zoomProperty(), _ -> drawing.zoomed());
    registerChangeListener(view.originXProperty(), _ -> redraw());
    registerChangeListener(view.originYProperty(), _ -> redraw());
    registerChangeListener(view.gridVisibleProperty(), _ -> redraw());
    registerChangeListener(view.sceneProperty(), _ -> redraw());
    registerChangeListener(view.placeholderProperty(), _ -> showPlaceholder());
    view.getSelection().listen(selected);
    Desk desk = new Desk(view, drawing, hints);
    inPlace = new InPlace(desk);
    ghost = new DropGhost(desk);
    glide = new Glide(drawing);
    behavior = new GraphViewBehavior(desk, picker);
    follow();
  }

  private void redraw() {
    drawing.requestLayout();
  }

  private void follow() {
    GraphView view = getSkinnable();
    glide.before();
    drawing.follow(view.getDocument());
    glide.after(followed, view.getDocument());
    followed = view.getDocument();
    inPlace.documentChanged();
    behavior.documentChanged();
    view.getSelection()
        .retain(
            keys(view.getDocument().nodes(), GraphNode::key),
            keys(view.getDocument().links(), GraphLink::key),
            keys(view.getDocument().frames(), GraphFrame::key),
            keys(view.getDocument().notes(), GraphNote::key));
    showPlaceholder();
  }

  private static <T> Set<String> keys(List<T> items, Function<T, String> key) {
    return items.stream().map(key).collect(Collectors.toSet());
  }

  private void refreshed() {
    map.viewChanged();
  }

  private void showPlaceholder() {
    GraphView view = getSkinnable();
    Node wanted = view.getDocument().nodes().isEmpty() ? view.placeholderProperty().get() : null;
    if (wanted != placeholder) {
      if (placeholder != null) {
        getChildren().remove(placeholder);
      }
      if (wanted != null) {
        getChildren().add(1, wanted);
      }
      placeholder = wanted;
    }
  }

  /// What all of the graph covers, in document pixels; null for an empty one.
  @Nullable Rectangle2D extent() {
    return drawing.items().bounds();
  }

  /// What all of a graph that is not empty covers, in document pixels.
  Rectangle2D bounds() {
    return Objects.requireNonNull(extent(), "an empty graph");
  }

  /// Leaves out what is there for who works with the view.
  ///
  /// @return the colour of what lies below the graph
  Color forPicture() {
    map.setVisible(false);
    focus.setVisible(false);
    legend.forPicture();
    return drawing.withoutGround();
  }

  @Nullable Rectangle2D boundsOf(String key) {
    NodeItem item = drawing.items().node(key);
    return item == null ? null : item.bounds();
  }

  /// Also what a folded frame hides is shown: its card.
  void reveal(String node) {
    String shown = drawing.items().folding().shown(node);
    drawing.reveal(shown);
    Rectangle2D at = boundsOf(shown);
    if (at != null && map.isVisible()) {
      leaveMap(at);
    }
  }

  /// Moves the view on where the map covers what is to be seen, if there is room for that.
  private void leaveMap(Rectangle2D area) {
    GraphView view = getSkinnable();
    Point2D from = view.viewPoint(area.getMinX(), area.getMinY());
    Point2D to = view.viewPoint(area.getMaxX(), area.getMaxY());
    double left = map.getLayoutX() - EDGE;
    boolean isCovered = to.getX() > left && to.getY() > map.getLayoutY() - EDGE;
    if (isCovered && from.getX() + left - to.getX() > EDGE) {
      view.panBy(to.getX() - left, 0);
    }
  }

  @Nullable Rectangle2D boundsOfFrame(String key) {
    FrameItem open = drawing.items().frames().get(key);
    return open != null ? open.bounds() : boundsOf(Folding.keyOf(key));
  }

  @Nullable Rectangle2D boundsShowing(GraphTarget target) {
    Folding folding = drawing.items().folding();
    return switch (target) {
      case GraphTarget.OnNode(String key) -> boundsOf(folding.shown(key));
      case GraphTarget.OnFrame(String key) -> {
        String card = folding.cardOf(key);
        yield card == null ? boundsOfFrame(key) : boundsOf(card);
      }
      case GraphTarget.OnNote(String key) -> {
        NoteItem note = drawing.items().notes().get(key);
        GraphDocument document = getSkinnable().getDocument();
        yield note != null
            ? note.bounds()
            : boundsShowing(new GraphTarget.OnFrame(Frames.ofNote(document, key)));
      }
      case GraphTarget.OnPort(PortEnd end) -> boundsOf(folding.shown(end.port().node()));
      case GraphTarget.OnLink _, GraphTarget.OnCanvas _ -> null;
    };
  }

  private @Nullable Node look(PortEnd port) {
    return getSkinnable().previewOf(drawing.items().folding().real(port));
  }

  void animateNextLayout() {
    glide.ask();
  }

  void editTitle(String node) {
    inPlace.editTitle(node);
  }

  void editFrameTitle(String frame) {
    inPlace.editFrameTitle(frame);
  }

  void editNote(String note) {
    drawing.layoutNow();
    inPlace.editNote(note);
  }

  DropSpot dropPreview(GraphNode node, double viewX, double viewY) {
    return ghost.show(node, viewX, viewY);
  }

  void endDropPreview() {
    ghost.end();
  }

  GraphTarget targetAt(double viewX, double viewY) {
    return picker.targetAt(viewX, viewY);
  }

  Drawing drawing() {
    return drawing;
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    clip.setWidth(x + width);
    clip.setHeight(y + height);
    drawing.resizeRelocate(x, y, width, height);
    focus.resizeRelocate(x, y, width, height);
    drawing.requestLayout();
    double mapHeight = map.prefHeight(-1);
    map.resizeRelocate(
        x + width - EDGE - map.prefWidth(-1),
        y + height - EDGE - mapHeight,
        map.prefWidth(-1),
        mapHeight);
    double legendHeight = legend.prefHeight(-1);
    legend.resizeRelocate(
        x + EDGE, y + height - EDGE - legendHeight, legend.prefWidth(-1), legendHeight);
    if (placeholder != null) {
      layoutInArea(
          placeholder,
          x,
          y,
          width,
          height,
          0,
          javafx.geometry.HPos.CENTER,
          javafx.geometry.VPos.CENTER);
    }
    getSkinnable().fitIfAsked();
  }

  @Override
  public void dispose() {
    GraphView view = getSkinnable();
    if (view == null) {
      return;
    }
    view.getSelection().forget(selected);
    glide.stop();
    inPlace.close();
    ghost.end();
    behavior.dispose();
    map.dispose();
    legend.dispose();
    drawing.dispose();
    view.setClip(null);
    getChildren().clear();
    super.dispose();
  }
}
