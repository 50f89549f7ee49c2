package dev.pipewright.canvas;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The whole graph, small, and a frame around what is in sight, which can be dragged.
final class MapPicture extends Region {

  private static final double MARGIN = 1;
  private static final double BLOCK = 0.8;
  private static final double GROUND = 0.12;
  private static final double EDGE = 0.5;
  private static final double ZOOM_A_PIXEL = Math.log(1.1) / 40;

  private final GraphView view;
  private final Drawing drawing;
  private final ImageView image = new ImageView();
  private final Rectangle frame = new Rectangle();
  private final Rectangle light = new Rectangle();
  private @Nullable Raster raster;
  private double heldX;
  private double heldY;
  private double heldAreaX;
  private double heldAreaY;
  private double heldScale = 1;
  private double areaX;
  private double areaY;
  private double scale = 1;
  // What is being painted, in pixels of the raster.
  private int left;
  private int top;
  private int wide;
  private int high;

  MapPicture(GraphView view, Drawing drawing) {
    this.view = view;
    this.drawing = drawing;
    getStyleClass().add("picture");
    frame.getStyleClass().add("frame");
    light.getStyleClass().add("light");
    for (Rectangle each : List.of(light, frame)) {
      each.setManaged(false);
      each.setMouseTransparent(true);
    }
    image.setManaged(false);
    image.setMouseTransparent(true);
    getChildren().addAll(image, light, frame);
    setManaged(false);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Messages.text("minimap"));
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseClicked(this::click);
    setOnScroll(this::zoom);
  }

  // The frame is taken hold of where it is pressed; elsewhere it comes to the mouse.
  private void press(MouseEvent event) {
    boolean within = frame.getLayoutBounds().contains(event.getX(), event.getY());
    heldX = within ? event.getX() - frame.getX() - frame.getWidth() / 2 : 0;
    heldY = within ? event.getY() - frame.getY() - frame.getHeight() / 2 : 0;
    heldAreaX = areaX;
    heldAreaY = areaY;
    heldScale = scale;
    if (!within) {
      center(event);
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    center(event);
    event.consume();
  }

  private void click(MouseEvent event) {
    if (event.isStillSincePress()) {
      heldX = 0;
      heldY = 0;
      center(event);
    }
    event.consume();
  }

  // By the map as it was pressed: it may shrink as the frame leaves the graph.
  private void center(MouseEvent event) {
    view.centerOn(
        heldAreaX + (event.getX() - heldX) / heldScale,
        heldAreaY + (event.getY() - heldY) / heldScale);
  }

  private void zoom(ScrollEvent event) {
    double factor = Math.exp(event.getDeltaY() * ZOOM_A_PIXEL);
    view.zoomTo(view.getZoom() * factor);
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double zoom = view.getZoom();
    double x = view.originXProperty().get();
    double y = view.originYProperty().get();
    double w = view.getWidth() / zoom;
    double h = view.getHeight() / zoom;
    see(x, y, w, h, width, height);
    for (int i = 0; i < 2; i++) {
      Rectangle each = i == 0 ? light : frame;
      each.setX((x - areaX) * scale);
      each.setY((y - areaY) * scale);
      each.setWidth(w * scale);
      each.setHeight(h * scale);
    }
    paint(width, height);
  }

  // All of the graph and all that is in sight, in the middle.
  private void see(double x, double y, double w, double h, double width, double height) {
    Rectangle2D graph = drawing.items().bounds();
    double minX = graph == null ? x : Math.min(x, graph.getMinX());
    double minY = graph == null ? y : Math.min(y, graph.getMinY());
    double maxX = graph == null ? x + w : Math.max(x + w, graph.getMaxX());
    double maxY = graph == null ? y + h : Math.max(y + h, graph.getMaxY());
    scale = Math.min((width - 2 * MARGIN) / (maxX - minX), (height - 2 * MARGIN) / (maxY - minY));
    areaX = (minX + maxX) / 2 - width / 2 / scale;
    areaY = (minY + maxY) / 2 - height / 2 / scale;
  }

  private void paint(double width, double height) {
    Scene scene = getScene();
    double dense =
        scene == null || scene.getWindow() == null ? 1 : scene.getWindow().getRenderScaleX();
    int w = (int) Math.ceil(width * dense);
    int h = (int) Math.ceil(height * dense);
    Raster to = raster;
    if (to == null || to.width() != w || to.height() != h) {
      to = new Raster(w, h);
      raster = to;
      image.setImage(to.image());
      image.setFitWidth(w / dense);
      image.setFitHeight(h / dense);
    }
    to.clear(0);
    double unit = scale * dense;
    for (FrameItem item : drawing.items().frames().all()) {
      int color = drawing.swatches().of("category", item.frame().category());
      set(item.x(), item.y(), item.width(), item.height(), unit);
      to.block(left, top, wide, high, Swatches.faded(color, GROUND));
      int edge = Swatches.faded(color, EDGE);
      to.rect(left, top, wide, 1, edge);
      to.rect(left, top + high - 1, wide, 1, edge);
      to.rect(left, top + 1, 1, high - 2, edge);
      to.rect(left + wide - 1, top + 1, 1, high - 2, edge);
    }
    int paper = drawing.swatches().role("note");
    for (NoteItem item : drawing.items().notes().all()) {
      set(item.x(), item.y(), item.width(), item.height(), unit);
      to.block(left, top, wide, high, paper);
    }
    for (NodeItem node : drawing.items().nodes()) {
      int color = drawing.swatches().of("category", node.node().category());
      set(node.x(), node.y(), node.width(), node.height(), unit);
      to.block(left, top, wide, high, Swatches.faded(color, BLOCK));
    }
    to.show();
  }

  private void set(double x, double y, double width, double height, double unit) {
    left = (int) Math.rint((x - areaX) * unit);
    top = (int) Math.rint((y - areaY) * unit);
    wide = Math.max(1, (int) Math.rint((x + width - areaX) * unit) - left);
    high = Math.max(1, (int) Math.rint((y + height - areaY) * unit) - top);
  }
}
