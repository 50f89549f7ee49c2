package dev.pipewright.canvas;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// The link that is being drawn: dashes from a port to another, or to the mouse. Lights up the card
/// and the port that it would end at.
final class LinkPreview {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private static final double CROSS = 4;

  private final Desk desk;
  private final NodeItem from;
  private final PortEnd anchor;
  private final int index;
  private final LinkPath path = new LinkPath();
  private final CubicCurve line = new CubicCurve();
  private final Group cross =
      new Group(new Line(-CROSS, -CROSS, CROSS, CROSS), new Line(-CROSS, CROSS, CROSS, -CROSS));
  private final Group drawn = new Group(line, cross);
  private @Nullable NodeCard card;
  private @Nullable PortGlyph port;

  /// @param from the node of the end that stays
  /// @param index which of its ports that is
  LinkPreview(Desk desk, NodeItem from, PortSide side, int index) {
    this.desk = desk;
    this.from = from;
    this.index = index;
    anchor = from.end(side, index);
    line.getStyleClass().add("line");
    cross.getStyleClass().add("cross");
    drawn
        .getStyleClass()
        .addAll("graph-link", "preview", from.ports(side).get(index).type().styleClass());
    drawn.setMouseTransparent(true);
    drawn.setManaged(false);
    desk.drawing().overlay().getChildren().add(drawn);
  }

  PortEnd anchor() {
    return anchor;
  }

  /// Leads it to a point that it may, or may not, end at.
  void leadTo(double x, double y, boolean valid) {
    light(null, null);
    lead(x, y);
    drawn.pseudoClassStateChanged(INVALID, !valid);
    cross.setVisible(!valid);
    cross.setTranslateX(x);
    cross.setTranslateY(y);
  }

  /// Leads it to a port that it may end at.
  void leadTo(NodeItem node, PortEnd to) {
    int at = indexOf(node, to);
    lead(node.portX(to.side()), node.portY(to.side(), at));
    drawn.pseudoClassStateChanged(INVALID, false);
    cross.setVisible(false);
    NodeCard target = node.card();
    light(target, target == null ? null : target.glyphs(to.side()).get(at));
  }

  private static int indexOf(NodeItem node, PortEnd port) {
    List<GraphPort> ports = node.ports(port.side());
    for (int i = 0; i < ports.size(); i++) {
      if (port.port().isPort(ports.get(i))) {
        return i;
      }
    }
    throw new IllegalArgumentException("No port " + port);
  }

  private void lead(double x, double y) {
    double anchorX = from.portX(anchor.side());
    double anchorY = from.portY(anchor.side(), index);
    if (anchor.side() == PortSide.OUTPUT) {
      path.lead(anchorX, anchorY, List.of(), x, y);
    } else {
      path.lead(x, y, List.of(), anchorX, anchorY);
    }
    line.setStartX(path.x(0));
    line.setStartY(path.y(0));
    line.setControlX1(path.leave(0));
    line.setControlY1(path.y(0));
    line.setControlX2(path.enter(0));
    line.setControlY2(path.y(1));
    line.setEndX(path.x(1));
    line.setEndY(path.y(1));
  }

  private void light(@Nullable NodeCard newCard, @Nullable PortGlyph newPort) {
    if (card != newCard) {
      if (card != null) {
        card.target(false);
      }
      if (newCard != null) {
        newCard.target(true);
      }
      card = newCard;
    }
    if (port != newPort) {
      if (port != null) {
        port.chosen(false);
      }
      if (newPort != null) {
        newPort.chosen(true);
      }
      port = newPort;
    }
  }

  void remove() {
    light(null, null);
    desk.drawing().overlay().getChildren().remove(drawn);
  }
}
