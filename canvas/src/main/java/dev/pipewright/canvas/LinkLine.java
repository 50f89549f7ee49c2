package dev.pipewright.canvas;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.shape.CubicCurve;

/// A link as nodes of the scene: a halo, seen on hover, and the line.
final class LinkLine extends Group {

  private final LinkItem item;
  private final CubicCurve halo = new CubicCurve();
  private final CubicCurve line = new CubicCurve();

  LinkLine(LinkItem item) {
    this.item = item;
    getStyleClass().addAll("graph-link", item.type().styleClass());
    halo.getStyleClass().add("halo");
    line.getStyleClass().add("line");
    getChildren().addAll(halo, line);
    setAccessibleRole(AccessibleRole.NODE);
    setAccessibleText(
        Messages.text(
            "link",
            item.from().node().title(),
            item.link().from().port(),
            item.to().node().title(),
            item.link().to().port()));
    setMouseTransparent(true);
    show(item.link().state());
    follow();
  }

  LinkItem item() {
    return item;
  }

  void show(LinkState state) {
    for (LinkState each : LinkState.values()) {
      pseudoClassStateChanged(
          PseudoClass.getPseudoClass(each.name().toLowerCase(java.util.Locale.ROOT)),
          each == state);
    }
  }

  void mark(PseudoClass mark, boolean on) {
    pseudoClassStateChanged(mark, on);
  }

  /// Goes where the ends are now.
  void follow() {
    follow(halo);
    follow(line);
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
