package dev.pipewright.charts;

import dev.pipewright.charts.Bar.Category;
import dev.pipewright.charts.Histogram.Detail;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventHandler;
import javafx.geometry.Side;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Line;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Draws a [Histogram]: all bars as one shape, so that many on a canvas stay cheap and sharp at any
/// zoom.
final class HistogramSkin extends SkinBase<Histogram> {

  private static final double COMPACT_WIDTH = 44;
  private static final double COMPACT_HEIGHT = 24;
  private static final double COMPACT_GAP = 2;
  private static final double COMPACT_OVERHANG = 8;
  private static final double PREF_WIDTH = 280;
  private static final double PREF_HEIGHT = 140;
  private static final double BOTTOM = 20;
  private static final double LEAST_LEFT = 34;
  private static final double RIGHT = 8;
  private static final double TOP = 6;
  private static final double LABEL_ROOM = 28;

  private final Path bars = new Path();
  private final Rectangle hovered = new Rectangle();
  private final TickMarks xTicks = new TickMarks(Side.BOTTOM);
  private final TickMarks yTicks = new TickMarks(Side.LEFT);
  private final List<Text> categories = new ArrayList<>();
  private final Line base = new Line();
  private final Label title = new Label();
  private final Label tip = new Label();
  private final EventHandler<KeyEvent> onKey = this::keyPressed;
  private final EventHandler<MouseEvent> onMove = event -> hover(barAt(event.getX()));
  private final EventHandler<MouseEvent> onExit = event -> hover(-1);
  private HistogramLayout layout;
  private BarBox box = new BarBox(0, 0, 1, 1, 0, 0);
  private int hoveredBar = -1;

  HistogramSkin(Histogram histogram) {
    super(histogram);
    layout = layout();
    bars.getStyleClass().add("bars");
    hovered.getStyleClass().add("bar-hover");
    base.getStyleClass().add("base-line");
    title.textProperty().bind(histogram.titleProperty());
    tip.getStyleClass().addAll("chart-tip", "bar-tip");
    for (Node node : List.of(bars, hovered, base, tip)) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
    registerInvalidationListener(histogram.barsProperty(), changed -> rebuild());
    registerInvalidationListener(histogram.detailProperty(), changed -> rebuild());
    registerInvalidationListener(histogram.barHeightProperty(), changed -> rebuild());
    registerInvalidationListener(histogram.countScaleProperty(), changed -> rebuild());
    histogram.addEventHandler(KeyEvent.KEY_PRESSED, onKey);
    histogram.addEventHandler(MouseEvent.MOUSE_MOVED, onMove);
    histogram.addEventHandler(MouseEvent.MOUSE_EXITED, onExit);
    rebuild();
  }

  private HistogramLayout layout() {
    Histogram histogram = getSkinnable();
    return isCompact()
        ? HistogramLayout.evenly(
            histogram.getBars(), histogram.getBarHeight(), histogram.getCountScale())
        : HistogramLayout.toScale(
            histogram.getBars(), histogram.getBarHeight(), histogram.getCountScale());
  }

  private boolean isCompact() {
    return getSkinnable().getDetail() == Detail.COMPACT;
  }

  private void rebuild() {
    layout = layout();
    hoveredBar = -1;
    tip.setVisible(false);
    hovered.setVisible(false);
    categories.clear();
    getSkinnable().pseudoClassStateChanged(Stylesheet.COMPACT, isCompact());
    getSkinnable().setFocusTraversable(!isCompact());
    title.getStyleClass().setAll("label", isCompact() ? "bars-name" : "title");
    if (isCompact()) {
      getChildren().setAll(bars, title);
    } else {
      for (Bar bar : getSkinnable().getBars()) {
        if (bar instanceof Category(String label, double count)) {
          Text text = new Text(label);
          text.getStyleClass().add("tick-label");
          text.setManaged(false);
          categories.add(text);
        }
      }
      getChildren().setAll(title, yTicks.grid(), bars, hovered, base);
      getChildren().addAll(yTicks.labels(), xTicks.labels());
      getChildren().addAll(categories);
      getChildren().add(tip);
    }
    getSkinnable().requestLayout();
  }

  @Override
  protected void layoutChildren(double left, double top, double width, double height) {
    if (isCompact()) {
      layoutCompact(left, top, width, height);
    } else {
      layoutFull(left, top, width, height);
    }
    bars.getElements().setAll(box.shape(layout, getSkinnable().getBars().size()));
  }

  private void layoutCompact(double left, double top, double width, double height) {
    double label = title.getText().isEmpty() ? 0 : title.prefHeight(-1) + COMPACT_GAP;
    box = new BarBox(left, top, width, height - label, 1, 1);
    double labelWidth = Math.min(title.prefWidth(-1), width + COMPACT_OVERHANG);
    title.resizeRelocate(left, top + height - label + COMPACT_GAP, labelWidth, label - COMPACT_GAP);
  }

  private void layoutFull(double left, double top, double width, double height) {
    double head = title.getText().isEmpty() ? 0 : title.prefHeight(-1);
    title.resizeRelocate(left, top, width, head);
    double high = top + head + TOP;
    double ground = Math.floor(top + height - BOTTOM);
    Axis y = yAxis(ground, high);
    double from = left + Math.max(LEAST_LEFT, Math.ceil(yTicks.labelWidth() / 6 + 1) * 6);
    double to = left + width - RIGHT;
    if (to <= from || ground <= high) {
      return;
    }
    box = new BarBox(from, high, to - from, ground - high, 1, 1);
    yTicks.place(y, from, to);
    base.setStartX(from);
    base.setEndX(to);
    base.setStartY(ground + 0.5);
    base.setEndY(ground + 0.5);
    placeXLabels(from, to, ground);
    placeHover();
  }

  /// The axis of counts; a logarithmic one is of one more, as the bars are.
  private Axis yAxis(double ground, double high) {
    double most = layout.highest() > 0 ? layout.highest() : 1;
    int room = (int) Math.max(1, (ground - high) / 24);
    if (getSkinnable().getCountScale() == AxisScale.LINEAR) {
      yTicks.setTicks(Ticks.of(AxisScale.LINEAR, 0, most, room));
      return new Axis(AxisScale.LINEAR, 0, most, ground, high);
    }
    List<Ticks.Tick> ticks = new ArrayList<>();
    ticks.add(new Ticks.Tick(1, "0"));
    for (Ticks.Tick tick : Ticks.of(AxisScale.LOG, 1, Math.max(10, most), room)) {
      if (tick.value() <= most) {
        ticks.add(new Ticks.Tick(tick.value() + 1, tick.label()));
      }
    }
    yTicks.setTicks(ticks);
    return new Axis(AxisScale.LOG, 1, 1 + most, ground, high);
  }

  private void placeXLabels(double from, double to, double ground) {
    if (layout.isToScale()) {
      double width = to - from;
      Axis x = new Axis(AxisScale.LINEAR, layout.low(), layout.high(), from, to);
      int room = (int) Math.max(1, width / Math.max(40, width / 6));
      xTicks.setTicks(Ticks.of(AxisScale.LINEAR, layout.low(), layout.high(), room));
      xTicks.place(x, ground, ground);
    } else {
      xTicks.clear();
    }
    for (int index = 0; index < categories.size(); index++) {
      placeCategory(categories.get(index), index, ground);
    }
  }

  /// A category's name under its bar, as much of it as there is room for.
  private void placeCategory(Text text, int index, double ground) {
    double room = box.right(layout, index) - box.left(layout, index);
    String label = ((Category) getSkinnable().getBars().get(index)).label();
    text.setVisible(room >= LABEL_ROOM);
    text.setText(label);
    for (int length = label.length() - 1;
        length > 0 && text.getLayoutBounds().getWidth() > room;
        length--) {
      text.setText(label.substring(0, length) + "…");
    }
    double middle = (box.left(layout, index) + box.right(layout, index)) / 2;
    text.setX(Math.round(middle - text.getLayoutBounds().getWidth() / 2));
    text.setY(Math.round(ground + 16));
  }

  private int barAt(double x) {
    return isCompact() ? -1 : layout.at((x - box.left()) / box.width());
  }

  private void hover(int bar) {
    if (bar != hoveredBar) {
      hoveredBar = bar;
      placeHover();
      getSkinnable().notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }

  private void placeHover() {
    boolean isShown = hoveredBar >= 0 && !isCompact();
    hovered.setVisible(isShown);
    tip.setVisible(isShown);
    if (!isShown) {
      return;
    }
    box.outline(layout, hoveredBar, hovered);
    tip.setText(BarText.of(getSkinnable().getBars(), hoveredBar));
    tip.autosize();
    double middle = (box.left(layout, hoveredBar) + box.right(layout, hoveredBar)) / 2;
    double most = getSkinnable().getWidth() - tip.getWidth();
    tip.relocate(
        Math.round(Math.max(0, Math.min(middle - tip.getWidth() / 2, most))),
        Math.round(Math.max(0, hovered.getY() - tip.getHeight() - 4)));
  }

  private void keyPressed(KeyEvent event) {
    int count = getSkinnable().getBars().size();
    if (isCompact() || count == 0) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> hover(Math.max(0, hoveredBar < 0 ? count - 1 : hoveredBar - 1));
      case RIGHT -> hover(Math.min(count - 1, hoveredBar + 1));
      case HOME -> hover(0);
      case END -> hover(count - 1);
      case ESCAPE -> hover(-1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  protected @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, @Nullable Object... parameters) {
    return attribute == AccessibleAttribute.TEXT && hoveredBar >= 0
        ? BarText.of(getSkinnable().getBars(), hoveredBar)
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  protected double computePrefWidth(
      double height, double top, double right, double bottom, double left) {
    return left + right + (isCompact() ? COMPACT_WIDTH : PREF_WIDTH);
  }

  @Override
  protected double computePrefHeight(
      double width, double top, double right, double bottom, double left) {
    double label = title.getText().isEmpty() ? 0 : title.prefHeight(-1) + COMPACT_GAP;
    return top + bottom + (isCompact() ? COMPACT_HEIGHT + label : PREF_HEIGHT);
  }

  @Override
  protected double computeMinWidth(
      double height, double top, double right, double bottom, double left) {
    return left + right;
  }

  @Override
  protected double computeMinHeight(
      double width, double top, double right, double bottom, double left) {
    return top + bottom;
  }

  @Override
  public void dispose() {
    Histogram histogram = getSkinnable();
    if (histogram != null) {
      histogram.removeEventHandler(KeyEvent.KEY_PRESSED, onKey);
      histogram.removeEventHandler(MouseEvent.MOUSE_MOVED, onMove);
      histogram.removeEventHandler(MouseEvent.MOUSE_EXITED, onExit);
      title.textProperty().unbind();
    }
    super.dispose();
  }
}
