package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import org.jspecify.annotations.Nullable;

/// A link as nodes of the scene: a halo for the hovered, the line, dashes that move along a feeding
/// one, and its knots.
final class LinkLine extends Group {

  static final double KNOT = 4;

  private static final PseudoClass HOT = PseudoClass.getPseudoClass("hot");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");

  private final LinkItem item;
  private final List<CubicCurve> halo = new ArrayList<>();
  private final List<CubicCurve> line = new ArrayList<>();
  private final List<CubicCurve> flow = new ArrayList<>();
  private final List<Circle> knots = new ArrayList<>();
  private @Nullable LinkState shown;
  private @Nullable GraphNode spokenFrom;
  private @Nullable GraphNode spokenTo;
  private boolean hot;
  private int selectedKnot = -1;

  LinkLine(LinkItem item) {
    this.item = item;
    getStyleClass().addAll("graph-link", item.type().styleClass());
    setAccessibleRole(AccessibleRole.NODE);
    setMouseTransparent(true);
    setManaged(false);
  }

  LinkItem item() {
    return item;
  }

  /// Draws the link as it is now; costs next to nothing when nothing has changed.
  void refresh() {
    LinkState state = item.link().state();
    LinkPath path = item.path();
    if (state != shown || path.size() != line.size()) {
      shown = state;
      States.show(this, LinkState.values(), state);
      build(path.size(), state == LinkState.FEEDING);
    }
    speak();
    follow(halo, path);
    follow(line, path);
    follow(flow, path);
    for (int i = 0; i < knots.size(); i++) {
      knots.get(i).setCenterX(path.x(i + 1));
      knots.get(i).setCenterY(path.y(i + 1));
    }
  }

  private void speak() {
    GraphNode from = item.from().node();
    GraphNode to = item.to().node();
    if (from != spokenFrom || to != spokenTo) {
      spokenFrom = from;
      spokenTo = to;
      setAccessibleText(
          Messages.text(
              "link",
              from.title(),
              item.link().from().port(),
              to.title(),
              item.link().to().port()));
    }
  }

  private void build(int curves, boolean flows) {
    fill(halo, hot ? curves : 0, "halo");
    fill(line, curves, "line");
    fill(flow, flows ? curves : 0, "flow");
    knots.clear();
    for (int i = 1; i < curves; i++) {
      Circle knot = new Circle(KNOT);
      knot.getStyleClass().add("knot");
      knot.pseudoClassStateChanged(SELECTED, i - 1 == selectedKnot);
      knots.add(knot);
    }
    List<Node> children = new ArrayList<>(halo);
    children.addAll(line);
    children.addAll(flow);
    children.addAll(knots);
    getChildren().setAll(children);
  }

  private static void fill(List<CubicCurve> curves, int count, String styleClass) {
    while (curves.size() > count) {
      curves.removeLast();
    }
    while (curves.size() < count) {
      CubicCurve curve = new CubicCurve();
      curve.getStyleClass().add(styleClass);
      curves.add(curve);
    }
  }

  boolean isFlowing() {
    return !flow.isEmpty();
  }

  /// Moves the dashes of a feeding link.
  void flow(double offset) {
    for (int i = 0; i < flow.size(); i++) {
      flow.get(i).setStrokeDashOffset(offset);
    }
  }

  void hot(boolean value) {
    hot = value;
    pseudoClassStateChanged(HOT, value);
    build(Math.max(1, line.size()), shown == LinkState.FEEDING);
    refresh();
  }

  void selected(boolean value) {
    pseudoClassStateChanged(SELECTED, value);
  }

  /// Whether an end of it is being dragged elsewhere.
  void taken(boolean value) {
    pseudoClassStateChanged(TAKEN, value);
  }

  /// Marks a knot; none with -1.
  void selectKnot(int index) {
    selectedKnot = index;
    for (int i = 0; i < knots.size(); i++) {
      knots.get(i).pseudoClassStateChanged(SELECTED, i == index);
    }
  }

  private static void follow(List<CubicCurve> curves, LinkPath path) {
    for (int i = 0; i < curves.size(); i++) {
      CubicCurve curve = curves.get(i);
      curve.setStartX(path.x(i));
      curve.setStartY(path.y(i));
      curve.setControlX1(path.leave(i));
      curve.setControlY1(path.y(i));
      curve.setControlX2(path.enter(i));
      curve.setControlY2(path.y(i + 1));
      curve.setEndX(path.x(i + 1));
      curve.setEndY(path.y(i + 1));
    }
  }
}
