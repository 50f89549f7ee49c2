package dev.pipewright.canvas;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.shape.CubicCurve;
import org.jspecify.annotations.Nullable;

/// A link as nodes of the scene: a halo for the hovered, the line, and dashes that move along a
/// feeding one.
final class LinkLine extends Group {

  private static final PseudoClass HOT = PseudoClass.getPseudoClass("hot");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final LinkItem item;
  private final CubicCurve halo = curve("halo");
  private final CubicCurve line = curve("line");
  private @Nullable CubicCurve flow;
  private @Nullable LinkState shown;

  LinkLine(LinkItem item) {
    this.item = item;
    getStyleClass().addAll("graph-link", item.type().styleClass());
    halo.setVisible(false);
    getChildren().addAll(halo, line);
    setAccessibleRole(AccessibleRole.NODE);
    setMouseTransparent(true);
    setManaged(false);
  }

  private static CubicCurve curve(String styleClass) {
    CubicCurve curve = new CubicCurve();
    curve.getStyleClass().add(styleClass);
    return curve;
  }

  LinkItem item() {
    return item;
  }

  /// Draws the link as it is now; costs next to nothing when nothing has changed.
  void refresh() {
    LinkState state = item.link().state();
    if (state != shown) {
      shown = state;
      States.show(this, LinkState.values(), state);
      setAccessibleText(
          Messages.text(
              "link",
              item.from().node().title(),
              item.link().from().port(),
              item.to().node().title(),
              item.link().to().port()));
      showFlow(state == LinkState.FEEDING);
    }
    follow(halo);
    follow(line);
    if (flow != null) {
      follow(flow);
    }
  }

  boolean isFlowing() {
    return flow != null;
  }

  /// Moves the dashes of a feeding link.
  void flow(double offset) {
    if (flow != null) {
      flow.setStrokeDashOffset(offset);
    }
  }

  void hot(boolean value) {
    pseudoClassStateChanged(HOT, value);
    halo.setVisible(value);
  }

  void selected(boolean value) {
    pseudoClassStateChanged(SELECTED, value);
  }

  private void showFlow(boolean on) {
    if (on && flow == null) {
      flow = curve("flow");
      getChildren().add(flow);
    } else if (!on && flow != null) {
      getChildren().remove(flow);
      flow = null;
    }
  }

  private void follow(CubicCurve curve) {
    double reach = item.reach();
    curve.setStartX(item.x1());
    curve.setStartY(item.y1());
    curve.setControlX1(item.x1() + reach);
    curve.setControlY1(item.y1());
    curve.setControlX2(item.x2() - reach);
    curve.setControlY2(item.y2());
    curve.setEndX(item.x2());
    curve.setEndY(item.y2());
  }
}
