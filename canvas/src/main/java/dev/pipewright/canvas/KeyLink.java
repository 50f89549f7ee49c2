package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// A link drawn by keys: up and down choose a port of a node, Enter or right takes it; then arrows
/// go from one port that fits to the next, the nearest first, and Enter ends the link there. Tab
/// asks for a new node at its end, P for what is at the port, Escape ends it all.
final class KeyLink {

  private final Desk desk;
  private final GraphView view;
  private @Nullable NodeItem node;
  private List<PortEnd> ports = List.of();
  private int port;
  private @Nullable LinkFits fits;
  private @Nullable LinkPreview preview;
  private List<End> ends = List.of();
  private int end;

  private record End(NodeItem node, PortEnd port, double away) {}

  KeyLink(Desk desk) {
    this.desk = desk;
    view = desk.view();
  }

  /// Begins at a node; says whether it has a port.
  boolean begin(NodeItem from) {
    List<PortEnd> all = new ArrayList<>();
    for (PortSide side : List.of(PortSide.OUTPUT, PortSide.INPUT)) {
      for (int i = 0; i < from.ports(side).size(); i++) {
        all.add(from.end(side, i));
      }
    }
    if (all.isEmpty()) {
      return false;
    }
    node = from;
    ports = all;
    port = 0;
    choose(true);
    return true;
  }

  /// Says whether a key was meant for it.
  boolean press(KeyEvent event) {
    if (node == null) {
      return false;
    }
    switch (event.getCode()) {
      case ESCAPE -> cancel();
      case TAB -> askNode();
      case ENTER -> enter();
      case UP -> step(-1);
      case DOWN -> step(1);
      case LEFT -> sideways(-1);
      case RIGHT -> sideways(1);
      case DELETE, BACK_SPACE -> unlink();
      case P -> view.emit(new GraphIntent.Preview(real(ports.get(port))));
      case SHIFT -> {}
      default -> {
        cancel();
        return false;
      }
    }
    return true;
  }

  private PortEnd real(PortEnd shown) {
    return desk.items().folding().real(shown);
  }

  private void sideways(int by) {
    if (fits == null) {
      enter();
    } else {
      step(by);
    }
  }

  private void step(int by) {
    if (fits == null) {
      choose(false);
      port = Math.floorMod(port + by, ports.size());
      choose(true);
    } else if (!ends.isEmpty()) {
      end = Math.floorMod(end + by, ends.size());
      show();
    }
  }

  // Marks the port that the link would begin at.
  private void choose(boolean on) {
    NodeItem from = node;
    NodeCard card = from == null ? null : from.card();
    if (from == null || card == null) {
      return;
    }
    PortEnd chosen = ports.get(port);
    for (PortGlyph glyph : card.glyphs(chosen.side())) {
      if (glyph.end().equals(chosen)) {
        glyph.chosen(on);
      }
    }
    int index = indexOf(from, chosen);
    Point2D at = view.viewPoint(from.portX(chosen.side()), from.portY(chosen.side(), index));
    desk.hints()
        .tip(on ? Messages.text("link.from", chosen.port().port()) : "", at.getX(), at.getY());
  }

  private static int indexOf(NodeItem of, PortEnd port) {
    List<GraphPort> all = of.ports(port.side());
    for (int i = 0; i < all.size(); i++) {
      if (port.port().isPort(all.get(i))) {
        return i;
      }
    }
    throw new IllegalArgumentException("No port " + port);
  }

  private void enter() {
    if (fits == null) {
      seek();
    } else if (!ends.isEmpty()) {
      PortEnd here = real(ports.get(port));
      PortEnd there = real(ends.get(end).port());
      boolean forth = here.side() == PortSide.OUTPUT;
      cancel();
      view.emit(
          new GraphIntent.Connect((forth ? here : there).port(), (forth ? there : here).port()));
    }
  }

  private void seek() {
    NodeItem from = node;
    if (from == null) {
      return;
    }
    choose(false);
    PortEnd anchor = ports.get(port);
    int index = indexOf(from, anchor);
    LinkFits asked = new LinkFits(desk, anchor, null);
    asked.mark();
    fits = asked;
    List<End> found = new ArrayList<>();
    for (NodeItem other : desk.items().nodes()) {
      if (other != from) {
        for (PortEnd candidate : asked.fitting(other)) {
          double y = other.portY(candidate.side(), indexOf(other, candidate));
          double dx = other.portX(candidate.side()) - from.portX(anchor.side());
          double dy = y - from.portY(anchor.side(), index);
          found.add(new End(other, candidate, Math.hypot(dx, dy)));
        }
      }
    }
    found.sort(Comparator.comparingDouble(End::away));
    ends = found;
    end = 0;
    preview = new LinkPreview(desk, from, anchor.side(), index);
    show();
  }

  private void show() {
    LinkPreview drawn = preview;
    NodeItem from = node;
    if (drawn == null || from == null) {
      return;
    }
    if (ends.isEmpty()) {
      int index = indexOf(from, drawn.anchor());
      double x = from.portX(drawn.anchor().side());
      double y = from.portY(drawn.anchor().side(), index);
      drawn.leadTo(x, y, false);
      Point2D at = view.viewPoint(x, y);
      desk.hints().tip(Messages.text("link.none-anywhere"), at.getX(), at.getY());
      return;
    }
    End to = ends.get(end);
    desk.drawing().reveal(to.node().key());
    drawn.leadTo(to.node(), to.port());
    Point2D at =
        view.viewPoint(
            to.node().portX(to.port().side()),
            to.node().portY(to.port().side(), indexOf(to.node(), to.port())));
    String title = to.node().node().title();
    desk.hints()
        .tip(
            Messages.text("link.to", title, to.port().port().port(), end + 1, ends.size()),
            at.getX(),
            at.getY());
  }

  // Takes all links off the port.
  private void unlink() {
    NodeItem from = node;
    if (from == null || fits != null) {
      return;
    }
    PortEnd chosen = ports.get(port);
    List<String> links = new ArrayList<>();
    for (LinkItem link : from.links()) {
      boolean input = chosen.side() == PortSide.INPUT;
      NodeItem end = input ? link.to() : link.from();
      if (end == from && (input ? link.link().to() : link.link().from()).equals(chosen.port())) {
        links.add(link.key());
      }
    }
    cancel();
    if (!links.isEmpty()) {
      view.emit(new GraphIntent.Delete(List.of(), links));
    }
  }

  private void askNode() {
    NodeItem from = node;
    if (from == null) {
      return;
    }
    PortEnd anchor = ports.get(port);
    double x = from.portX(anchor.side());
    double y = from.portY(anchor.side(), indexOf(from, anchor));
    cancel();
    double aside = GraphNode.WIDTH / 2;
    double placeX = anchor.side() == PortSide.OUTPUT ? x + aside : x - GraphNode.WIDTH - aside;
    Point2D seen = view.viewPoint(x, y);
    view.emit(
        new GraphIntent.AskNode(
            real(anchor), new Point2D(placeX, y), view.localToScreen(seen.getX(), seen.getY())));
  }

  /// Goes on as long as what it may lead to is there.
  void documentChanged() {
    boolean gone =
        node != null && desk.items().node(node.key()) != node
            || ends.stream().anyMatch(each -> desk.items().node(each.node().key()) != each.node());
    if (gone) {
      cancel();
    }
  }

  /// Ends it without a link.
  void cancel() {
    if (node == null) {
      return;
    }
    choose(false);
    if (fits != null) {
      fits.clear();
    }
    if (preview != null) {
      preview.remove();
    }
    desk.hints().clear();
    node = null;
    fits = null;
    preview = null;
    ends = List.of();
  }
}
