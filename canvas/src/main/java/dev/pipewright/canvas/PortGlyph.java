package dev.pipewright.canvas;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/// The mark of a port: its type's shape, filled when a link ends there. Larger than the mark, to be
/// hit more easily. While a link is drawn it has a ring where the link fits, and fades elsewhere.
final class PortGlyph extends Region {

  static final double WIDTH = 24;
  static final double HEIGHT = 20;
  private static final double MARK = 12;
  private static final double RING = 8;
  private static final PseudoClass CONNECTED = PseudoClass.getPseudoClass("connected");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  /// What a port is to a link that is being drawn.
  enum Fit {
    /// None is drawn.
    IDLE,
    /// It may end here.
    FITS,
    /// It may not.
    UNFIT
  }

  private final GraphPort port;
  private final PortEnd end;
  private @Nullable Circle ring;

  PortGlyph(GraphPort port, PortEnd end, String spoken) {
    this.port = port;
    this.end = end;
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

  PortEnd end() {
    return end;
  }

  /// Puts the middle of the mark somewhere.
  void center(double x, double y) {
    resizeRelocate(x - WIDTH / 2, y - HEIGHT / 2, WIDTH, HEIGHT);
  }

  void fit(Fit value) {
    States.show(this, Fit.values(), value);
    if (value == Fit.FITS && ring == null) {
      ring = ring();
      getChildren().addFirst(ring);
    } else if (value != Fit.FITS && ring != null) {
      getChildren().remove(ring);
      ring = null;
    }
  }

  private static Circle ring() {
    Circle ring = new Circle(WIDTH / 2, HEIGHT / 2, RING);
    ring.getStyleClass().add("ring");
    ring.setManaged(false);
    return ring;
  }

  /// Marks the port that a link would end at if it were let go.
  void chosen(boolean value) {
    pseudoClassStateChanged(CHOSEN, value);
  }

  void connected(boolean value) {
    pseudoClassStateChanged(CONNECTED, value);
  }
}
