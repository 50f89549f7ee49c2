package dev.pipewright.canvas;

import javafx.beans.InvalidationListener;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.SVGPath;

/// Says which shape and colour is which type of port. As wide as the design has it: three columns.
final class LegendCard extends Region {

  static final double WIDTH = 400;

  /// How high it is at most, with what is to be left free around it.
  static final double ROOM = 156;

  private static final double COLUMN = 126;
  private static final int COLUMNS = 3;
  private static final double SIDE = 13;
  private static final double TOP = 9;
  private static final double ROW = 20;
  private static final double HEAD = 24;
  private static final double MARK = 13;
  private static final double GAP = 6;
  private static final String CIRCLE = "M6 .5A5.5 5.5 0 1 1 6 11.5A5.5 5.5 0 1 1 6 .5Z";

  private final GraphView view;
  private final Label title = new Label(Messages.text("legend"));
  private final Button close = new Button();
  private final InvalidationListener changed = _ -> fill();
  private int entries;

  LegendCard(GraphView view) {
    this.view = view;
    getStyleClass().addAll("graph-float", "legend");
    title.getStyleClass().add("title");
    close.getStyleClass().setAll("close");
    close.setGraphic(new Glyph(Glyph.CLOSE, 14));
    close.setAccessibleText(Messages.text("legend.close"));
    close.setFocusTraversable(false);
    close.setOnAction(_ -> view.legendVisibleProperty().set(false));
    visibleProperty().bind(view.legendVisibleProperty());
    setManaged(false);
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    view.getLegend().addListener(changed);
    fill();
  }

  /// In a picture nothing can be closed.
  void forPicture() {
    close.setVisible(false);
  }

  private void fill() {
    getChildren().setAll(title, close);
    entries = 0;
    for (PortType type : view.getLegend()) {
      entry(mark(type.shape(), "connected", type.styleClass()), type.name());
    }
    entry(mark(CIRCLE, "hollow", "hollow"), Messages.text("legend.hollow"));
    Line line = new Line(1, 6, 16, 6);
    line.getStyleClass().add("pending");
    entry(line, Messages.text("legend.pending"));
    requestLayout();
    // The view gives the card its size.
    view.requestLayout();
  }

  private void entry(Node mark, String text) {
    Label label = new Label(text);
    label.getStyleClass().add("entry");
    getChildren().addAll(mark, label);
    entries++;
  }

  private static Node mark(String shape, String state, String styleClass) {
    SVGPath mark = new SVGPath();
    mark.setContent(shape);
    mark.getStyleClass().addAll("mark", state, styleClass);
    return mark;
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDTH;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 2 * TOP + HEAD + ROW * ((entries + COLUMNS - 1) / COLUMNS);
  }

  @Override
  protected void layoutChildren() {
    title.resizeRelocate(SIDE, TOP - 1, title.prefWidth(-1), ROW);
    close.resizeRelocate(getWidth() - SIDE - 17, TOP, ROW, ROW);
    for (int i = 0; i < entries; i++) {
      double x = SIDE + COLUMN * (i % COLUMNS);
      double y = TOP + HEAD + ROW * (i / COLUMNS);
      Node mark = getChildren().get(2 + 2 * i);
      mark.setLayoutX(x + 0.5);
      mark.setLayoutY(y + (ROW - 12) / 2);
      Node label = getChildren().get(3 + 2 * i);
      double textX = x + (mark instanceof Line ? 16 : MARK) + GAP;
      layoutInArea(label, textX, y, x + COLUMN - textX, ROW, 0, HPos.LEFT, VPos.CENTER);
    }
  }

  void dispose() {
    visibleProperty().unbind();
    view.getLegend().removeListener(changed);
  }
}
