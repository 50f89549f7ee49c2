package dev.pipewright.canvas;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// The map of the graph over the zoom buttons.
final class MapCard extends Region {

  static final double WIDTH = 180;
  static final double MAP_HEIGHT = 106;
  // Of a smaller view the map would take too much.
  private static final double LEAST_WIDTH = 450;
  private static final double LEAST_HEIGHT = 240;
  private static final double BAR = 28;
  private static final double SIZE = 24;
  private static final double LEVEL = 40;
  private static final double PAD = 3;
  private static final int[] PRESETS = {25, 50, 75, 100, 150, 200};

  private final GraphView view;
  private final MapPicture picture;
  private final BooleanBinding shown;
  private final Region line = new Region();
  private final Button out = button(Glyph.MINUS, "zoom.out");
  private final Button level = new Button();
  private final Button in = button(Glyph.PLUS, "zoom.in");
  private final Region divider = new Region();
  private final Button fit = button(Glyph.FIT, "zoom.fit");
  private final ToggleButton toggle = named(new ToggleButton(), Glyph.MAP, "minimap.toggle");
  private final ContextMenu presets = new ContextMenu();
  private final InvalidationListener zoomChanged = _ -> showLevel();
  private final InvalidationListener mapToggled = _ -> resized();

  MapCard(GraphView view, Drawing drawing) {
    this.view = view;
    picture = new MapPicture(view, drawing);
    getStyleClass().addAll("graph-float", "map");
    line.getStyleClass().add("line");
    divider.getStyleClass().add("divider");
    level.getStyleClass().addAll("flat", "small", "level");
    level.setAccessibleText(Messages.text("zoom.level"));
    level.setFocusTraversable(false);
    level.setOnAction(_ -> presets.show(level, Side.TOP, 0, 0));
    for (int percent : PRESETS) {
      MenuItem item = new MenuItem(percent + " %");
      item.setOnAction(_ -> view.zoomTo(percent / 100.0));
      presets.getItems().add(item);
    }
    out.setOnAction(_ -> view.zoomOut());
    in.setOnAction(_ -> view.zoomIn());
    fit.setOnAction(_ -> view.fit());
    toggle.selectedProperty().bindBidirectional(view.minimapVisibleProperty());
    shown =
        view.minimapVisibleProperty()
            .and(view.widthProperty().greaterThanOrEqualTo(LEAST_WIDTH))
            .and(view.heightProperty().greaterThanOrEqualTo(LEAST_HEIGHT));
    picture.visibleProperty().bind(shown);
    line.visibleProperty().bind(shown);
    view.zoomProperty().addListener(zoomChanged);
    shown.addListener(mapToggled);
    getChildren().addAll(picture, line, out, level, in, divider, fit, toggle);
    setManaged(false);
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    addEventHandler(ScrollEvent.ANY, ScrollEvent::consume);
    showLevel();
  }

  private static Button button(String path, String text) {
    return named(new Button(), path, text);
  }

  private static <B extends ButtonBase> B named(B button, String path, String text) {
    button.getStyleClass().addAll("flat", "icon-button", "small");
    button.setGraphic(new Glyph(path, 16));
    button.setFocusTraversable(false);
    button.setAccessibleText(Messages.text(text));
    button.setTooltip(new Tooltip(Messages.text(text)));
    return button;
  }

  private void showLevel() {
    level.setText(Math.round(view.getZoom() * 100) + "%");
  }

  private void resized() {
    view.requestLayout();
  }

  /// Follows what is in sight.
  void viewChanged() {
    if (picture.isVisible()) {
      picture.requestLayout();
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDTH;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 2 + BAR + (shown.get() ? MAP_HEIGHT : 0);
  }

  @Override
  protected void layoutChildren() {
    double y = getHeight() - 1 - BAR;
    picture.resizeRelocate(1, 1, WIDTH - 2, MAP_HEIGHT);
    line.resizeRelocate(1, y, WIDTH - 2, 1);
    Node[] row = {out, level, in, divider, fit, toggle};
    double[] widths = {SIZE, LEVEL, SIZE, 1, SIZE, SIZE};
    double used = 0;
    for (double width : widths) {
      used += width;
    }
    double gap = (WIDTH - 2 * PAD - used) / (row.length - 1);
    double x = PAD;
    for (int i = 0; i < row.length; i++) {
      double height = row[i] == divider ? 16 : SIZE;
      row[i].resizeRelocate(
          snapPositionX(x), y + 1 + Math.floor((BAR - 1 - height) / 2), widths[i], height);
      x += widths[i] + gap;
    }
  }

  void dispose() {
    toggle.selectedProperty().unbindBidirectional(view.minimapVisibleProperty());
    picture.visibleProperty().unbind();
    line.visibleProperty().unbind();
    view.zoomProperty().removeListener(zoomChanged);
    shown.removeListener(mapToggled);
    shown.dispose();
  }
}
