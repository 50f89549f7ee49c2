package dev.pipewright.canvas;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// What stands over the graph while a gesture goes on, in view pixels: the rubber band, lines that
/// things snap to, and a tip at the mouse.
final class Hints extends Group {

  private static final double AWAY = 16;
  private static final double TICK = 4;

  private final GraphView view;
  private final Rectangle band = new Rectangle();
  private final Group guides = new Group();
  private final Label tip = new Label();

  Hints(GraphView view) {
    this.view = view;
    band.getStyleClass().add("rubber-band");
    band.setVisible(false);
    tip.getStyleClass().add("graph-hint");
    tip.setWrapText(true);
    tip.setMaxWidth(280);
    tip.setVisible(false);
    tip.setManaged(false);
    guides.setManaged(false);
    getChildren().addAll(band, guides, tip);
    setManaged(false);
    setMouseTransparent(true);
  }

  /// Draws the rubber band between two points of the view.
  void band(double x1, double y1, double x2, double y2) {
    band.setX(Math.floor(Math.min(x1, x2)) + 0.5);
    band.setY(Math.floor(Math.min(y1, y2)) + 0.5);
    band.setWidth(Math.floor(Math.abs(x2 - x1)));
    band.setHeight(Math.floor(Math.abs(y2 - y1)));
    band.setVisible(true);
  }

  /// Shows words near a point of the view; none hides them.
  void tip(String text, double x, double y) {
    tip.setVisible(!text.isEmpty());
    if (text.isEmpty()) {
      return;
    }
    tip.setText(text);
    tip.applyCss();
    double width = Math.min(tip.getMaxWidth(), Math.ceil(tip.prefWidth(-1)));
    double height = Math.ceil(tip.prefHeight(width));
    double left = x + AWAY + width > view.getWidth() ? x - AWAY - width : x + AWAY;
    double top = y + AWAY + height > view.getHeight() ? y - AWAY - height : y + AWAY;
    tip.resizeRelocate(Math.rint(left), Math.rint(top), width, height);
  }

  /// The words shown; empty for none.
  String tip() {
    return tip.isVisible() ? tip.getText() : "";
  }

  /// Draws lines that something has snapped to, given in document pixels.
  void guides(List<Guide> lines) {
    guides.getChildren().clear();
    for (Guide guide : lines) {
      double x1 = viewX(guide.x1());
      double y1 = viewY(guide.y1());
      double x2 = viewX(guide.x2());
      double y2 = viewY(guide.y2());
      add(new Line(x1, y1, x2, y2));
      if (guide.kind() == Guide.Kind.GAP) {
        boolean across = guide.y1() == guide.y2();
        double tx = across ? 0 : TICK;
        double ty = across ? TICK : 0;
        add(new Line(x1 - tx, y1 - ty, x1 + tx, y1 + ty));
        add(new Line(x2 - tx, y2 - ty, x2 + tx, y2 + ty));
        label(guide, (x1 + x2) / 2, (y1 + y2) / 2);
      }
    }
  }

  private void add(Node line) {
    line.getStyleClass().add("guide");
    guides.getChildren().add(line);
  }

  private void label(Guide guide, double x, double y) {
    Label label = new Label(String.valueOf(Math.round(guide.length())));
    label.getStyleClass().add("guide-label");
    label.setManaged(false);
    guides.getChildren().add(label);
    label.applyCss();
    label.autosize();
    label.relocate(Math.rint(x - label.getWidth() / 2), Math.rint(y - label.getHeight() / 2));
  }

  private double viewX(double x) {
    return Math.floor((x - view.originXProperty().get()) * view.getZoom()) + 0.5;
  }

  private double viewY(double y) {
    return Math.floor((y - view.originYProperty().get()) * view.getZoom()) + 0.5;
  }

  /// The number of lines shown.
  int guideCount() {
    return guides.getChildren().size();
  }

  void clear() {
    band.setVisible(false);
    tip.setVisible(false);
    guides.getChildren().clear();
  }
}
