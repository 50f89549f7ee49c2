package dev.pipewright.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.util.Duration;

/// Lets cards go from where they were drawn to where a new document has them.
final class Glide extends Transition {

  private static final Duration TIME = Duration.millis(240);

  private final Drawing drawing;
  private final Map<String, Point2D> from = new HashMap<>();
  private final Map<String, Point2D> to = new HashMap<>();
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
    if (asked) {
      drawing.items().nodes().forEach(item -> from.put(item.key(), placeOf(item)));
    }
  }

  /// To be called when it is drawn.
  void after(GraphDocument old, GraphDocument now) {
    if (asked && differInPlacesAlone(old, now)) {
      to.clear();
      drawing.items().nodes().forEach(item -> to.put(item.key(), placeOf(item)));
      interpolate(0);
      playFromStart();
    }
    asked = false;
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
    drawing.moved();
  }
}
