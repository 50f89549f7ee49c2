package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what is at a point of the view.
final class Picker {

  private static final double NEAR_LINK = 6;
  private static final double NEAR_KNOT = 7;
  private static final double NEAR_END = 26;
  private static final double NEAR_EDGE = 5;
  // Ports smaller than this are not seen, and a press means the card.
  private static final double LEAST_PORT_ZOOM = 0.35;

  private final GraphView view;
  private final GraphItems items;
  private final List<NodeItem> near = new ArrayList<>();
  private final List<LinkItem> links = new ArrayList<>();

  Picker(GraphView view, GraphItems items) {
    this.view = view;
    this.items = items;
  }

  Spot at(double viewX, double viewY) {
    double zoom = view.getZoom();
    double x = view.originXProperty().get() + viewX / zoom;
    double y = view.originYProperty().get() + viewY / zoom;
    NodeItem node = items.nodeAt(x, y);
    Spot spot = zoom < LEAST_PORT_ZOOM ? null : portAt(x, y, node);
    if (spot == null && node != null) {
      spot = new Spot.OnNode(node);
    }
    if (spot == null) {
      spot = noteAt(x, y, NEAR_EDGE / zoom);
    }
    if (spot == null) {
      spot = linkAt(x, y, zoom);
    }
    if (spot == null) {
      spot = frameAt(x, y, NEAR_EDGE / zoom);
    }
    return spot == null ? new Spot.OnCanvas() : spot;
  }

  private Spot.@Nullable OnPort portAt(double x, double y, @Nullable NodeItem top) {
    items.nodesIn(x, y, x, y, near);
    Spot.OnPort nearest = null;
    double least = Double.MAX_VALUE;
    for (NodeItem node : near) {
      boolean hidden = top != null && top != node && top.order() > node.order();
      for (PortSide side : PortSide.values()) {
        double dx = Math.abs(node.portX(side) - x);
        for (int i = 0; i < node.ports(side).size() && !hidden; i++) {
          double dy = Math.abs(node.portY(side, i) - y);
          if (dx <= PortGlyph.WIDTH / 2 && dy <= PortGlyph.HEIGHT / 2 && dx + dy < least) {
            least = dx + dy;
            nearest = new Spot.OnPort(node, side, i);
          }
        }
      }
    }
    return nearest;
  }

  private @Nullable Spot noteAt(double x, double y, double margin) {
    NoteItem note = items.notes().at(x, y, margin);
    return note == null ? null : new Spot.OnBox(note, Grip.near(note, x, y, margin));
  }

  private @Nullable Spot linkAt(double x, double y, double zoom) {
    Spot knot = knotAt(x, y, NEAR_KNOT / zoom);
    if (knot != null) {
      return knot;
    }
    LinkItem link = items.linkAt(x, y, NEAR_LINK / zoom);
    if (link == null) {
      return null;
    }
    double toSource = Math.hypot(link.x1() - x, link.y1() - y);
    double toTarget = Math.hypot(link.x2() - x, link.y2() - y);
    if (Math.min(toSource, toTarget) > NEAR_END / zoom) {
      return new Spot.OnLink(link);
    }
    return new Spot.OnEnd(link, toSource < toTarget ? PortSide.OUTPUT : PortSide.INPUT);
  }

  private @Nullable Spot knotAt(double x, double y, double margin) {
    items.linksIn(x - margin, y - margin, x + margin, y + margin, links);
    for (LinkItem link : links) {
      for (int i = 0; i < link.knots().size(); i++) {
        if (link.knots().get(i).distance(x, y) <= margin) {
          return new Spot.OnKnot(link, i);
        }
      }
    }
    return null;
  }

  private @Nullable Spot frameAt(double x, double y, double margin) {
    FrameItem frame = items.frames().at(x, y, margin);
    if (frame == null) {
      return null;
    }
    Grip grip = Grip.near(frame, x, y, margin);
    if (grip.resizes()) {
      return new Spot.OnBox(frame, grip);
    }
    if (y - frame.y() > GraphFrame.TITLE) {
      return null;
    }
    return new Spot.OnBox(frame, x - frame.x() < FrameBox.CHEVRON ? Grip.FOLD : Grip.BODY);
  }

  /// The same for those who know the document alone.
  GraphTarget targetAt(double viewX, double viewY) {
    return switch (at(viewX, viewY)) {
      case Spot.OnPort port -> new GraphTarget.OnPort(items.folding().real(port.end()));
      case Spot.OnNode(NodeItem node) -> target(node);
      case Spot.OnEnd(LinkItem link, PortSide _) -> new GraphTarget.OnLink(link.key());
      case Spot.OnKnot(LinkItem link, int _) -> new GraphTarget.OnLink(link.key());
      case Spot.OnLink(LinkItem link) -> new GraphTarget.OnLink(link.key());
      case Spot.OnBox(FrameItem frame, Grip _) -> new GraphTarget.OnFrame(frame.key());
      case Spot.OnBox(NoteItem note, Grip _) -> new GraphTarget.OnNote(note.key());
      case Spot.OnCanvas() -> new GraphTarget.OnCanvas();
    };
  }

  static GraphTarget target(NodeItem node) {
    GraphFrame frame = node.frame();
    return frame == null
        ? new GraphTarget.OnNode(node.key())
        : new GraphTarget.OnFrame(frame.key());
  }
}
