package dev.pipewright.app.graph;

import dev.pipewright.canvas.FrameState;
import dev.pipewright.canvas.GraphFrame;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Finds room on the canvas for a card that is not there yet.
///
/// @param graph the canvas
record FreePlace(GraphView graph) {

  private static final double GAP = 20;
  private static final double GRID = 4;
  // A card has a row for each port, and what is above and below those.
  private static final double ROW = 20;
  private static final double HEAD_AND_FOOT = 110;

  /// What these nodes cover, or the cards of the folded groups that they are in; null for nothing.
  @Nullable Rectangle2D box(Collection<String> nodes) {
    Rectangle2D box = null;
    for (String node : nodes) {
      Rectangle2D at = graph.nodeBounds(node);
      if (at != null) {
        box = box == null ? at : union(box, at);
      }
    }
    return box;
  }

  private static Rectangle2D union(Rectangle2D a, Rectangle2D b) {
    double left = Math.min(a.getMinX(), b.getMinX());
    double top = Math.min(a.getMinY(), b.getMinY());
    return new Rectangle2D(
        left,
        top,
        Math.max(a.getMaxX(), b.getMaxX()) - left,
        Math.max(a.getMaxY(), b.getMaxY()) - top);
  }

  /// A place near by that nothing else covers, further down; on the grid.
  Area free(Point2D wanted, ComponentSpec spec, double width) {
    int rows = spec.inputs().size() + spec.outputs().size();
    return free(wanted, width, HEAD_AND_FOOT + ROW * rows);
  }

  /// As for a card, for anything of a known size.
  Area free(Point2D wanted, double width, double height) {
    List<Rectangle2D> taken = taken();
    Point2D place = onGrid(wanted);
    while (true) {
      Rectangle2D card = new Rectangle2D(place.getX(), place.getY(), width, height);
      Optional<Rectangle2D> hit = taken.stream().filter(card::intersects).findFirst();
      if (hit.isEmpty()) {
        return new Area(place.getX(), place.getY(), width, height);
      }
      place = onGrid(new Point2D(place.getX(), hit.get().getMaxY() + GAP));
    }
  }

  private List<Rectangle2D> taken() {
    List<Rectangle2D> taken = new ArrayList<>();
    for (GraphNode node : graph.getDocument().nodes()) {
      Rectangle2D at = graph.nodeBounds(node.key());
      if (at != null) {
        taken.add(at);
      }
    }
    for (GraphFrame frame : graph.getDocument().frames()) {
      Rectangle2D at = graph.frameBounds(frame.key());
      if (at != null && frame.state() == FrameState.FOLDED) {
        taken.add(at);
      }
    }
    graph
        .getDocument()
        .notes()
        .forEach(
            note -> taken.add(new Rectangle2D(note.x(), note.y(), note.width(), note.height())));
    return taken;
  }

  private static Point2D onGrid(Point2D place) {
    return new Point2D(
        Math.rint(place.getX() / GRID) * GRID, Math.rint(place.getY() / GRID) * GRID);
  }

  /// The innermost open group that a card there would be in; null for none.
  @Nullable String frameAt(Area card) {
    Point2D middle =
        new Point2D(
            card.x() + card.width() / 2, card.y() + Math.min(card.height(), HEAD_AND_FOOT) / 2);
    String found = null;
    for (GraphFrame frame : graph.getDocument().frames()) {
      Rectangle2D at = graph.frameBounds(frame.key());
      if (at != null && frame.state() == FrameState.OPEN && at.contains(middle)) {
        found = frame.key();
      }
    }
    return found;
  }
}
