package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// The card of a node that is dragged in from outside, and what it would be linked to.
final class DropGhost {

  private static final double NEAR_LINK = 14;
  // How far apart ports may be that are linked by a drop.
  private static final double NEAR_PORT = 72;

  private final Desk desk;
  private final List<NodeItem> near = new ArrayList<>();
  private @Nullable NodeItem ghost;
  private @Nullable NodeCard card;
  private @Nullable LinkPreview preview;
  private @Nullable LinkItem asked;
  private @Nullable FrameItem frame;
  private boolean fits;
  private final AutoPan autoPan;
  private Point2D last = Point2D.ZERO;

  DropGhost(Desk desk) {
    this.desk = desk;
    autoPan = new AutoPan(desk.view(), this::panned);
  }

  private void panned() {
    if (ghost != null) {
      place(ghost.node(), last.getX(), last.getY());
    }
  }

  /// Near the view's edge the view moves on below it.
  DropSpot show(GraphNode node, double viewX, double viewY) {
    last = new Point2D(viewX, viewY);
    DropSpot spot = place(node, viewX, viewY);
    autoPan.follow(viewX, viewY);
    return spot;
  }

  private DropSpot place(GraphNode node, double viewX, double viewY) {
    Point2D at = desk.view().documentPoint(viewX, viewY);
    NodeItem item = item(node);
    Point2D place =
        new Point2D(
            Desk.snap(at.getX() - node.width() / 2),
            Desk.snap(at.getY() - CardMetrics.STRIP - CardMetrics.HEADER / 2));
    item.place(place.getX(), place.getY());
    if (card != null) {
      card.relocate(item.x(), item.y());
    }
    LinkItem link = linkAt(node, at);
    desk.drawing().hot(link);
    removePreview();
    GraphIntent.Connect wire = link == null ? wire(item) : null;
    FrameItem over = desk.items().frames().at(at.getX(), at.getY(), 0);
    light(over);
    return new DropSpot(
        place, link == null ? null : link.key(), wire, over == null ? null : over.key());
  }

  private void light(@Nullable FrameItem value) {
    if (frame != value) {
      target(frame, false);
      target(value, true);
      frame = value;
    }
  }

  private static void target(@Nullable FrameItem item, boolean on) {
    Box box = item == null ? null : item.box();
    if (box != null) {
      box.target(on);
    }
  }

  private NodeItem item(GraphNode node) {
    NodeItem shown = ghost;
    if (shown != null && shown.key().equals(node.key())) {
      return shown;
    }
    end();
    NodeItem item = new NodeItem(node);
    NodeCard made = new NodeCard(item, new NodeContent(), _ -> {});
    made.getStyleClass().add("ghost");
    made.setMouseTransparent(true);
    desk.drawing().overlay().getChildren().add(made);
    made.applyCss();
    made.fitContent();
    ghost = item;
    card = made;
    return item;
  }

  private @Nullable LinkItem linkAt(GraphNode node, Point2D at) {
    LinkItem found = desk.items().linkAt(at.getX(), at.getY(), NEAR_LINK / desk.view().getZoom());
    if (found != asked) {
      asked = found;
      fits = found != null && desk.view().insertRule().fits(node.key(), found.key()).isEmpty();
    }
    return fits ? found : null;
  }

  private record Near(NodeItem node, PortSide side, int index, int own, double away) {}

  private GraphIntent.@Nullable Connect wire(NodeItem item) {
    desk.items()
        .nodesIn(
            item.x() - NEAR_PORT,
            item.y() - NEAR_PORT,
            item.x() + item.width() + NEAR_PORT,
            item.y() + item.height() + NEAR_PORT,
            near);
    Near best = null;
    for (NodeItem other : near) {
      for (PortSide side : PortSide.values()) {
        for (int i = 0; i < other.ports(side).size(); i++) {
          Near found = nearest(item, other, side, i);
          if (found != null && (best == null || found.away() < best.away())) {
            best = found;
          }
        }
      }
    }
    return best == null ? null : show(best, item);
  }

  private @Nullable Near nearest(NodeItem item, NodeItem other, PortSide side, int index) {
    PortSide own = side == PortSide.INPUT ? PortSide.OUTPUT : PortSide.INPUT;
    Near best = null;
    for (int i = 0; i < item.ports(own).size(); i++) {
      double dx = item.portX(own) - other.portX(side);
      double away = Math.hypot(dx, item.portY(own, i) - other.portY(side, index));
      boolean nearer = away < NEAR_PORT && (best == null || away < best.away());
      if (nearer && isFree(other, side, index) && fits(item, own, i, other.end(side, index))) {
        best = new Near(other, side, index, i, away);
      }
    }
    return best;
  }

  private static boolean isFree(NodeItem node, PortSide side, int index) {
    return side == PortSide.OUTPUT
        || node.node().inputs().get(index).arity() == Arity.MANY
        || node.links().stream().noneMatch(link -> link.to() == node && link.input() == index);
  }

  private boolean fits(NodeItem item, PortSide own, int index, PortEnd other) {
    PortRef mine = item.end(own, index).port();
    PortRef theirs = desk.items().folding().real(other).port();
    boolean gives = own == PortSide.OUTPUT;
    return desk.view().linkRule().fits(gives ? mine : theirs, gives ? theirs : mine).isEmpty();
  }

  private GraphIntent.Connect show(Near found, NodeItem item) {
    PortSide own = found.side() == PortSide.INPUT ? PortSide.OUTPUT : PortSide.INPUT;
    LinkPreview drawn = new LinkPreview(desk, found.node(), found.side(), found.index());
    drawn.leadTo(item.portX(own), item.portY(own, found.own()), true);
    preview = drawn;
    PortRef mine = item.end(own, found.own()).port();
    PortRef theirs =
        desk.items().folding().real(found.node().end(found.side(), found.index())).port();
    return own == PortSide.OUTPUT
        ? new GraphIntent.Connect(mine, theirs)
        : new GraphIntent.Connect(theirs, mine);
  }

  private void removePreview() {
    if (preview != null) {
      preview.remove();
      preview = null;
    }
  }

  void end() {
    autoPan.stop();
    removePreview();
    light(null);
    if (card != null) {
      desk.drawing().overlay().getChildren().remove(card);
      card.dispose();
      desk.drawing().hot(null);
    }
    card = null;
    ghost = null;
    asked = null;
    fits = false;
  }
}
