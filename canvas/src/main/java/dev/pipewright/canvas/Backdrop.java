package dev.pipewright.canvas;

import java.util.List;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;

/// What is painted under the cards: the ground with its dots, and in a graph drawn small the links
/// and blocks instead of cards.
final class Backdrop extends ImageView {

  // Dots lie between the lines that cards snap to, every fourth of them.
  private static final double DOT_X = 8;
  private static final double DOT_Y = 4;
  private static final double DOT_STEP = 16;
  private static final double LEAST_DOT_STEP = 11;
  private static final double PENDING = 0.5;
  private static final double DISABLED = 0.35;
  // How much of its category's colour a block has.
  private static final double TINT = 0.45;
  private static final double FAINT_TINT = 0.2;

  private final GraphView view;
  private final Swatches swatches;
  private @Nullable Raster raster;

  Backdrop(GraphView view, Swatches swatches) {
    this.view = view;
    this.swatches = swatches;
    setManaged(false);
    setMouseTransparent(true);
    setSmooth(false);
  }

  /// Paints all of it.
  ///
  /// @param width in view pixels
  /// @param height in view pixels
  /// @param scale screen pixels a view pixel
  /// @param links those in sight, where they are not nodes of the scene
  /// @param nodes those in sight, where they are not cards
  void paint(
      double width, double height, double scale, List<LinkItem> links, List<NodeItem> nodes) {
    int w = Math.max(1, (int) Math.ceil(width * scale));
    int h = Math.max(1, (int) Math.ceil(height * scale));
    Raster to = raster;
    if (to == null || to.width() != w || to.height() != h) {
      to = new Raster(w, h);
      raster = to;
      setImage(to.image());
      setFitWidth(w / scale);
      setFitHeight(h / scale);
    }
    to.clear(swatches.role("ground"));
    double zoom = view.getZoom() * scale;
    double left = view.originXProperty().get();
    double top = view.originYProperty().get();
    if (view.gridVisibleProperty().get()) {
      paintDots(to, left, top, zoom, scale);
    }
    for (int i = 0; i < links.size(); i++) {
      paintLink(to, links.get(i), left, top, zoom);
    }
    for (int i = 0; i < nodes.size(); i++) {
      paintBlock(to, nodes.get(i), left, top, zoom);
    }
    to.show();
  }

  private void paintDots(Raster to, double left, double top, double zoom, double scale) {
    double step = DOT_STEP;
    while (step * zoom < LEAST_DOT_STEP * scale) {
      step *= 2;
    }
    double x = first(DOT_X - left, step) * zoom;
    double y = first(DOT_Y - top, step) * zoom;
    double radius = scale * Math.clamp(view.getZoom(), 0.75, 2);
    to.dots(x, y, step * zoom, radius, swatches.role("dot"));
  }

  private static double first(double offset, double step) {
    return offset - Math.floor(offset / step) * step;
  }

  private void paintLink(Raster to, LinkItem link, double left, double top, double zoom) {
    int color =
        switch (link.link().state()) {
          case INVALID, REMOVED -> swatches.role("danger");
          case ADDED -> swatches.role("success");
          default -> swatches.of("type", link.type().styleClass());
        };
    boolean strong =
        link.link().state() == LinkState.FEEDING
            || view.getSelection().links().contains(link.key());
    if (link.link().state() == LinkState.PENDING) {
      color = Swatches.faded(color, PENDING);
    } else if (link.link().state() == LinkState.DISABLED) {
      color = Swatches.faded(color, DISABLED);
    }
    double thickness = Math.max(strong ? 1.6 : 0.7, (strong ? 3 : 2) * zoom);
    LinkPath path = link.path();
    for (int i = 0; i < path.size(); i++) {
      to.cubic(
          (path.x(i) - left) * zoom,
          (path.y(i) - top) * zoom,
          (path.leave(i) - left) * zoom,
          (path.enter(i) - left) * zoom,
          (path.x(i + 1) - left) * zoom,
          (path.y(i + 1) - top) * zoom,
          thickness,
          color);
    }
  }

  private void paintBlock(Raster to, NodeItem node, double left, double top, double zoom) {
    int x = (int) Math.rint((node.x() - left) * zoom);
    int y = (int) Math.rint((node.y() - top) * zoom);
    int w = (int) Math.rint((node.x() + node.width() - left) * zoom) - x;
    int h = (int) Math.rint((node.y() + node.height() - top) * zoom) - y;
    int category = swatches.of("category", node.node().category());
    CardState state =
        node.card() == null ? CardState.NORMAL : node.card().content().stateProperty().get();
    if (view.getSelection().nodes().contains(node.key())) {
      to.block(x - 4, y - 4, w + 8, h + 8, swatches.role("ring"));
      to.block(x - 1, y - 1, w + 2, h + 2, swatches.role("accent"));
    } else if (state == CardState.FAILED) {
      to.block(x - 1, y - 1, w + 2, h + 2, swatches.role("danger"));
    }
    to.block(x, y, w, h, swatches.role("border"));
    to.block(x + 1, y + 1, w - 2, h - 2, swatches.role("card"));
    if (DetailLevel.of(view.getZoom()) == DetailLevel.BLOCKS) {
      double tint = state == CardState.DISABLED ? FAINT_TINT : TINT;
      to.block(x + 1, y + 1, w - 2, h - 2, Swatches.faded(category, tint));
    }
    int strip = (int) Math.rint(CardMetrics.STRIP * zoom);
    to.rect(x + 1, y + 1, w - 2, Math.max(2, strip), category);
  }
}
