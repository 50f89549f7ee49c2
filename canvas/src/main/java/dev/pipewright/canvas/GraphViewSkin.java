package dev.pipewright.canvas;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.SetChangeListener;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Draws a `GraphView`: the graph, and over it the rubber band, the map with the zoom buttons, the
/// legend, and what stands there while there is no graph.
final class GraphViewSkin extends SkinBase<GraphView> {

  private static final double EDGE = 12;

  private final Drawing drawing;
  private final Rectangle band = new Rectangle();
  private final Region focus = new Region();
  private final Rectangle clip = new Rectangle();
  private final MapCard map;
  private final LegendCard legend;
  private final GraphViewBehavior behavior;
  private final SetChangeListener<String> selected = _ -> redraw();
  private @Nullable Node placeholder;

  GraphViewSkin(GraphView view) {
    super(view);
    drawing = new Drawing(view, new Tips(), this::refreshed);
    map = new MapCard(view, drawing);
    legend = new LegendCard(view);
    band.getStyleClass().add("rubber-band");
    band.setManaged(false);
    band.setMouseTransparent(true);
    band.setVisible(false);
    focus.getStyleClass().add("focus");
    focus.setManaged(false);
    focus.setMouseTransparent(true);
    getChildren().addAll(drawing, band, legend, map, focus);
    view.setClip(clip);
    registerChangeListener(view.documentProperty(), _ -> follow());
    registerChangeListener(view.zoomProperty(), _ -> drawing.zoomed());
    registerChangeListener(view.originXProperty(), _ -> redraw());
    registerChangeListener(view.originYProperty(), _ -> redraw());
    registerChangeListener(view.gridVisibleProperty(), _ -> redraw());
    registerChangeListener(view.sceneProperty(), _ -> redraw());
    registerChangeListener(view.placeholderProperty(), _ -> showPlaceholder());
    view.getSelection().listen(selected);
    behavior = new GraphViewBehavior(view, drawing, band);
    follow();
  }

  private void redraw() {
    drawing.requestLayout();
  }

  private void follow() {
    GraphView view = getSkinnable();
    drawing.follow(view.getDocument());
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

  @Nullable Rectangle2D boundsOf(String key) {
    NodeItem item = drawing.items().node(key);
    return item == null ? null : item.bounds();
  }

  void animateNextLayout() {}

  void editTitle(String node) {}

  void editFrameTitle(String frame) {}

  void editNote(String note) {}

  DropSpot dropPreview(GraphNode ghost, double viewX, double viewY) {
    return new DropSpot(getSkinnable().documentPoint(viewX, viewY), null, null);
  }

  void endDropPreview() {}

  GraphTarget targetAt(double viewX, double viewY) {
    GraphView view = getSkinnable();
    Point2D at = view.documentPoint(viewX, viewY);
    NodeItem node = drawing.items().nodeAt(at.getX(), at.getY());
    LinkItem link = drawing.items().linkAt(at.getX(), at.getY(), 6 / view.getZoom());
    return node != null
        ? new GraphTarget.OnNode(node.key())
        : link != null ? new GraphTarget.OnLink(link.key()) : new GraphTarget.OnCanvas();
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
    behavior.dispose();
    map.dispose();
    legend.dispose();
    drawing.dispose();
    view.setClip(null);
    getChildren().clear();
    super.dispose();
  }
}
