package dev.pipewright.canvas;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The whole graph, small, and a frame around what is in sight, which can be dragged.
final class MapPicture extends Region {

  private static final double MARGIN = 1;
  private static final double BLOCK = 0.8;

  private final GraphView view;
  private final Drawing drawing;
  private final ImageView image = new ImageView();
  private final Rectangle frame = new Rectangle();
  private final Rectangle light = new Rectangle();
  private @Nullable Raster raster;
  private double areaX;
  private double areaY;
  private double scale = 1;

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
    setOnMousePressed(this::go);
    setOnMouseDragged(this::go);
  }

  private void go(MouseEvent event) {
    view.centerOn(areaX + event.getX() / scale, areaY + event.getY() / scale);
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
    for (NodeItem node : drawing.items().nodes()) {
      int left = (int) Math.rint((node.x() - areaX) * unit);
      int top = (int) Math.rint((node.y() - areaY) * unit);
      int right = (int) Math.rint((node.x() + node.width() - areaX) * unit);
      int bottom = (int) Math.rint((node.y() + node.height() - areaY) * unit);
      int color = drawing.swatches().of("category", node.node().category());
      to.block(
          left,
          top,
          Math.max(1, right - left),
          Math.max(1, bottom - top),
          Swatches.faded(color, BLOCK));
    }
    to.show();
  }
}
