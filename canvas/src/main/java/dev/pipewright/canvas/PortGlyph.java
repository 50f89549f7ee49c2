package dev.pipewright.canvas;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// The mark of a port: its type's shape, filled when a link ends there.
final class PortGlyph extends Region {

  static final double SIZE = 12;
  private static final PseudoClass CONNECTED = PseudoClass.getPseudoClass("connected");

  private final GraphPort port;

  PortGlyph(GraphPort port, String spoken) {
    this.port = port;
    SVGPath mark = new SVGPath();
    mark.setContent(port.type().shape());
    mark.getStyleClass().add("mark");
    getStyleClass().addAll("graph-port", port.type().styleClass());
    getChildren().add(mark);
    setAccessibleRole(AccessibleRole.NODE);
    setAccessibleText(spoken);
  }

  GraphPort port() {
    return port;
  }

  void connected(boolean value) {
    pseudoClassStateChanged(CONNECTED, value);
  }
}
