package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Moves what is selected: on the grid and in line with what is near, into a frame or out of it,
/// and a single node into a link.
final class ItemDrag implements Gesture {

  private static final double REACH = 5;
  // Further away nothing is in line by intention.
  private static final double NEAR = 900;
  private static final double NEAR_LINK = 14;

  private final Desk desk;
  private final Pointer start;
  private final Moving moving;
  private final @Nullable Rectangle2D before;
  private final List<NodeItem> nearNodes = new ArrayList<>();
  private @Nullable FrameItem frame;
  private @Nullable LinkItem link;
  private @Nullable LinkItem asked;
  private boolean fits;

  ItemDrag(Desk desk, Pointer start) {
    this.desk = desk;
    this.start = start;
    moving = new Moving(desk.view(), desk.items());
    before = moving.before();
  }

  @Override
  public void drag(Pointer at) {
    if (before == null) {
      return;
    }
    double dx = at.x() - start.x();
    double dy = at.y() - start.y();
    if (at.shift() && Math.abs(dx) >= Math.abs(dy)) {
      dy = 0;
    } else if (at.shift()) {
      dx = 0;
    }
    if (at.alt()) {
      desk.hints().guides(List.of());
      moving.moveBy(Math.rint(dx), Math.rint(dy));
    } else {
      snap(before, dx, dy, at.shift());
    }
    seekLink(at);
    seekFrame(at);
    desk.drawing().moved();
  }

  private void snap(Rectangle2D box, double dx, double dy, boolean oneAxis) {
    Rectangle2D moved =
        new Rectangle2D(box.getMinX() + dx, box.getMinY() + dy, box.getWidth(), box.getHeight());
    double zoom = desk.view().getZoom();
    List<Rectangle2D> others =
        DetailLevel.of(zoom) == DetailLevel.BLOCKS ? List.of() : others(moved);
    Snapping snapping = Snapping.of(moved, others, REACH / zoom);
    boolean snapsX = snapping.hasX() && !(oneAxis && dx == 0);
    boolean snapsY = snapping.hasY() && !(oneAxis && dy == 0);
    double x = snapsX ? dx + snapping.dx() : Desk.snap(moved.getMinX()) - box.getMinX();
    double y = snapsY ? dy + snapping.dy() : Desk.snap(moved.getMinY()) - box.getMinY();
    moving.moveBy(oneAxis && dx == 0 ? 0 : x, oneAxis && dy == 0 ? 0 : y);
    desk.hints().guides(snapsX && snapsY || !oneAxis ? snapping.guides() : List.of());
  }

  private List<Rectangle2D> others(Rectangle2D box) {
    GraphView view = desk.view();
    double left = view.originXProperty().get();
    double top = view.originYProperty().get();
    double right = left + view.getWidth() / view.getZoom();
    double bottom = top + view.getHeight() / view.getZoom();
    desk.items()
        .nodesIn(
            Math.max(left, box.getMinX() - NEAR),
            Math.max(top, box.getMinY() - NEAR),
            Math.min(right, box.getMaxX() + NEAR),
            Math.min(bottom, box.getMaxY() + NEAR),
            nearNodes);
    List<Rectangle2D> others = new ArrayList<>();
    for (NodeItem node : nearNodes) {
      if (!moving.nodes().contains(node.key())) {
        others.add(node.bounds());
      }
    }
    for (NoteItem note : desk.items().notes().all()) {
      if (!moving.notes().contains(note.key()) && note.touches(left, top, right, bottom)) {
        others.add(note.bounds());
      }
    }
    return others;
  }

  // A node goes into the link under the mouse, or under its middle.
  private void seekLink(Pointer at) {
    NodeItem node = moving.single();
    LinkItem found = node == null ? null : under(node, at);
    if (found != asked) {
      asked = found;
      fits =
          node != null
              && found != null
              && desk.view().insertRule().fits(node.key(), found.key()).isEmpty();
    }
    light(fits ? found : null);
  }

  private @Nullable LinkItem under(NodeItem node, Pointer at) {
    double reach = NEAR_LINK / desk.view().getZoom();
    LinkItem found = foreign(desk.items().linkAt(at.x(), at.y(), reach), node);
    return found != null
        ? found
        : foreign(
            desk.items()
                .linkAt(node.x() + node.width() / 2, node.y() + node.height() / 2, 2 * reach),
            node);
  }

  private static @Nullable LinkItem foreign(@Nullable LinkItem found, NodeItem node) {
    return found == null || found.from() == node || found.to() == node ? null : found;
  }

  private void light(@Nullable LinkItem value) {
    if (link != value) {
      link = value;
      desk.drawing().hot(value);
    }
  }

  private void seekFrame(Pointer at) {
    boolean any = !moving.isEmpty();
    // What moves itself is not what it is moved into.
    FrameItem found =
        any ? desk.items().frames().at(at.x(), at.y(), 0, each -> !moving.moves(each)) : null;
    if (frame != found) {
      target(frame, false);
      target(found, true);
      frame = found;
    }
  }

  private static void target(@Nullable FrameItem item, boolean on) {
    Box box = item == null ? null : item.box();
    if (box != null) {
      box.target(on);
    }
  }

  @Override
  public @Nullable GraphIntent drop(Pointer at) {
    LinkItem into = link;
    FrameItem over = frame;
    NodeItem node = moving.single();
    clear();
    if (!moving.hasMoved()) {
      return null;
    }
    GraphIntent.MoveItems move = moving.intent(over);
    return into == null || node == null
        ? move
        : new GraphIntent.InsertOnLink(node.key(), into.key(), move);
  }

  private void clear() {
    light(null);
    target(frame, false);
    frame = null;
  }

  @Override
  public void carry() {
    moving.carry();
    desk.drawing().moved();
  }

  @Override
  public void cancel() {
    clear();
  }
}
