package dev.pipewright.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.util.Duration;

/// Lets cards go from where they were drawn to where a new document has them.
final class Glide extends Transition {

  private static final Duration TIME = Duration.millis(240);

  private final Drawing drawing;
  private final Map<String, Point2D> from = new HashMap<>();
  private final Map<String, Point2D> to = new HashMap<>();
  private final Map<BoxItem, Rectangle2D> boxesFrom = new HashMap<>();
  private boolean asked;

  Glide(Drawing drawing) {
    this.drawing = drawing;
    setCycleDuration(TIME);
    setInterpolator(Interpolator.EASE_BOTH);
    setOnFinished(_ -> drawing.items().settle());
  }

  /// The next document shall be glided to.
  void ask() {
    asked = !Platform.getPreferences().isReducedMotion();
  }

  /// To be called before a document is drawn.
  void before() {
    stop();
    from.clear();
    boxesFrom.clear();
    if (asked) {
      drawing.items().nodes().forEach(item -> from.put(item.key(), placeOf(item)));
      drawing.items().frames().all().forEach(item -> boxesFrom.put(item, item.bounds()));
      drawing.items().notes().all().forEach(item -> boxesFrom.put(item, item.bounds()));
    }
  }

  /// To be called when it is drawn. A document that has all nodes where they were, as when a node
  /// is at work meanwhile, is not the one that was meant.
  void after(GraphDocument old, GraphDocument now) {
    if (!asked || placesOf(old).equals(placesOf(now))) {
      return;
    }
    asked = false;
    if (differInPlacesAlone(old, now)) {
      to.clear();
      drawing.items().nodes().forEach(item -> to.put(item.key(), placeOf(item)));
      interpolate(0);
      playFromStart();
    }
  }

  private static List<Point2D> placesOf(GraphDocument document) {
    return document.nodes().stream().map(node -> new Point2D(node.x(), node.y())).toList();
  }

  private static Point2D placeOf(NodeItem item) {
    return new Point2D(item.x(), item.y());
  }

  private static boolean differInPlacesAlone(GraphDocument old, GraphDocument now) {
    return placeless(old.nodes()).equals(placeless(now.nodes()))
        && old.links().stream()
            .map(link -> link.withKnots(List.of()))
            .toList()
            .equals(now.links().stream().map(link -> link.withKnots(List.of())).toList());
  }

  private static List<GraphNode> placeless(List<GraphNode> nodes) {
    return nodes.stream().map(node -> node.at(0, 0)).toList();
  }

  @Override
  protected void interpolate(double fraction) {
    GraphItems items = drawing.items();
    for (Map.Entry<String, Point2D> each : to.entrySet()) {
      NodeItem item = items.node(each.getKey());
      Point2D start = from.get(each.getKey());
      if (item != null && start != null) {
        Point2D at = start.interpolate(each.getValue(), fraction);
        items.place(item, at.getX(), at.getY());
      }
    }
    boxesFrom.forEach((box, start) -> place(box, between(start, box.settled(), fraction)));
    drawing.moved();
  }

  private void place(BoxItem box, Rectangle2D bounds) {
    switch (box) {
      case FrameItem frame when drawing.items().frames().get(frame.key()) == frame ->
          drawing.items().frames().place(frame, bounds);
      case NoteItem note when drawing.items().notes().get(note.key()) == note ->
          drawing.items().notes().place(note, bounds);
      case FrameItem _, NoteItem _ -> {}
    }
  }

  private static Rectangle2D between(Rectangle2D a, Rectangle2D b, double part) {
    return new Rectangle2D(
        a.getMinX() + (b.getMinX() - a.getMinX()) * part,
        a.getMinY() + (b.getMinY() - a.getMinY()) * part,
        a.getWidth() + (b.getWidth() - a.getWidth()) * part,
        a.getHeight() + (b.getHeight() - a.getHeight()) * part);
  }
}
