package dev.pipewright.canvas;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// The mark of a port: its type's shape, filled when a link ends there. Larger than the mark, to be
/// hit more easily.
final class PortGlyph extends Region {

  static final double WIDTH = 24;
  static final double HEIGHT = 20;
  private static final double MARK = 12;
  private static final PseudoClass CONNECTED = PseudoClass.getPseudoClass("connected");

  private final GraphPort port;

  PortGlyph(GraphPort port, String spoken) {
    this.port = port;
    SVGPath mark = new SVGPath();
    mark.setContent(port.type().shape());
    mark.getStyleClass().add("mark");
    mark.setLayoutX((WIDTH - MARK) / 2);
    mark.setLayoutY((HEIGHT - MARK) / 2);
    mark.setManaged(false);
    getStyleClass().addAll("graph-port", port.type().styleClass());
    getChildren().add(mark);
    setManaged(false);
    setAccessibleRole(AccessibleRole.NODE);
    setAccessibleText(spoken);
  }

  GraphPort port() {
    return port;
  }

  /// Puts the middle of the mark somewhere.
  void center(double x, double y) {
    resizeRelocate(x - WIDTH / 2, y - HEIGHT / 2, WIDTH, HEIGHT);
  }

  void connected(boolean value) {
    pseudoClassStateChanged(CONNECTED, value);
  }
}
