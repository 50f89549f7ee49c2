package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// Draws a new link from a port, or drags the end of one elsewhere.
final class LinkDrag implements Gesture {

  // How near a port that fits the mouse may be to mean it.
  private static final double MAGNET = 18;

  private final Desk desk;
  private final Picker picker;
  private final LinkFits fits;
  private final LinkPreview preview;
  private final NodeItem from;
  private final int index;
  private final @Nullable LinkItem taken;
  private final List<NodeItem> near = new ArrayList<>();
  private @Nullable PortEnd target;
  private boolean onCanvas;

  private LinkDrag(
      Desk desk, Picker picker, NodeItem from, PortSide side, int index, @Nullable LinkItem taken) {
    this.desk = desk;
    this.picker = picker;
    this.from = from;
    this.index = index;
    this.taken = taken;
    preview = new LinkPreview(desk, from, side, index);
    fits = new LinkFits(desk, preview.anchor(), taken);
    fits.mark();
    take(true);
  }

  /// From a port. The link of an input that takes one comes off it.
  static LinkDrag from(Desk desk, Picker picker, Spot.OnPort port) {
    if (port.side() == PortSide.INPUT
        && port.node().node().inputs().get(port.index()).arity() == Arity.ONE) {
      for (LinkItem link : port.node().links()) {
        if (link.link().to().equals(port.end().port())) {
          return of(desk, picker, link, PortSide.INPUT);
        }
      }
    }
    return new LinkDrag(desk, picker, port.node(), port.side(), port.index(), null);
  }

  /// An end of a link.
  static LinkDrag of(Desk desk, Picker picker, LinkItem link, PortSide end) {
    boolean atInput = end == PortSide.INPUT;
    NodeItem stays = atInput ? link.from() : link.to();
    return new LinkDrag(
        desk,
        picker,
        stays,
        atInput ? PortSide.OUTPUT : PortSide.INPUT,
        atInput ? link.output() : link.input(),
        link);
  }

  private void take(boolean on) {
    LinkLine line = taken == null ? null : taken.line();
    if (line != null) {
      line.taken(on);
    }
  }

  @Override
  public void drag(Pointer at) {
    fits.mark();
    target = null;
    onCanvas = false;
    Spot spot = picker.at(at.viewX(), at.viewY());
    if (spot instanceof Spot.OnPort port && !port.end().equals(fits.anchor())) {
      toPort(port, at);
    } else if (!toNearPort(at)) {
      switch (spot) {
        case Spot.OnNode(NodeItem node) -> toNode(node, at);
        case Spot.OnPort _ -> show(at, "");
        default -> {
          onCanvas = true;
          show(at, "");
        }
      }
    }
  }

  private void toPort(Spot.OnPort port, Pointer at) {
    String reason = fits.reason(port.end());
    if (reason.isEmpty()) {
      toTarget(port.node(), port.end());
    } else {
      show(at, reason);
    }
  }

  private boolean toNearPort(Pointer at) {
    double reach = MAGNET / desk.view().getZoom();
    double least = reach;
    NodeItem nearest = null;
    PortEnd port = null;
    desk.items().nodesIn(at.x() - reach, at.y() - reach, at.x() + reach, at.y() + reach, near);
    for (NodeItem node : near) {
      for (PortSide side : PortSide.values()) {
        for (int i = 0; i < node.ports(side).size(); i++) {
          double away = Math.hypot(node.portX(side) - at.x(), node.portY(side, i) - at.y());
          if (away < least && fits.reason(node.end(side, i)).isEmpty()) {
            least = away;
            nearest = node;
            port = node.end(side, i);
          }
        }
      }
    }
    if (nearest != null && port != null) {
      toTarget(nearest, port);
    }
    return nearest != null;
  }

  private void toNode(NodeItem node, Pointer at) {
    if (node == from) {
      show(at, "");
      return;
    }
    PortEnd port = fits.portOf(node);
    if (port != null) {
      toTarget(node, port);
    } else {
      show(at, whyNot(node));
    }
  }

  // Where one port alone could be meant, its reason says more.
  private String whyNot(NodeItem node) {
    int fitting = fits.fitting(node).size();
    if (fitting > 1) {
      return Messages.text("link.many", fitting);
    }
    PortSide side = fits.anchor().side() == PortSide.INPUT ? PortSide.OUTPUT : PortSide.INPUT;
    return node.ports(side).size() == 1
        ? fits.reason(node.end(side, 0))
        : Messages.text(
            "link.none",
            node.node().title(),
            from.ports(fits.anchor().side()).get(index).type().name());
  }

  private void toTarget(NodeItem node, PortEnd port) {
    target = port;
    desk.hints().tip("", 0, 0);
    preview.leadTo(node, port);
  }

  private void show(Pointer at, String reason) {
    preview.leadTo(at.x(), at.y(), reason.isEmpty());
    desk.hints().tip(reason, at.viewX(), at.viewY());
  }

  @Override
  public @Nullable GraphIntent drop(Pointer at) {
    PortEnd end = target;
    PortEnd stays = desk.items().folding().real(fits.anchor());
    cancel();
    if (end != null) {
      return between(stays, desk.items().folding().real(end));
    }
    if (!onCanvas) {
      return null;
    }
    return taken == null
        ? new GraphIntent.AskNode(
            stays, new Point2D(at.x(), at.y()), desk.view().localToScreen(at.viewX(), at.viewY()))
        : new GraphIntent.Disconnect(taken.key());
  }

  private @Nullable GraphIntent between(PortEnd stays, PortEnd end) {
    boolean forth = stays.side() == PortSide.OUTPUT;
    PortRef output = (forth ? stays : end).port();
    PortRef input = (forth ? end : stays).port();
    if (taken == null) {
      return new GraphIntent.Connect(output, input);
    }
    Folding folding = desk.items().folding();
    boolean same =
        folding.real(PortEnd.output(taken.link().from())).port().equals(output)
            && folding.real(PortEnd.input(taken.link().to())).port().equals(input);
    return same ? null : new GraphIntent.Reconnect(taken.key(), output, input);
  }

  @Override
  public boolean lives() {
    return desk.items().node(from.key()) == from
        && from.ports(fits.anchor().side()).size() > index
        && (taken == null || desk.items().link(taken.key()) == taken);
  }

  @Override
  public void cancel() {
    preview.remove();
    fits.clear();
    take(false);
  }
}
