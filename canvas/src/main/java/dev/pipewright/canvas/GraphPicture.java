package dev.pipewright.canvas;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/// A graph drawn for a file: all of it, in a scene of its own, whatever a view shows. JavaFX thread
/// only. To be closed, which lets go of the contents of its nodes.
public final class GraphPicture implements AutoCloseable {

  /// How many pixels a picture has at most: what a quarter of a gigabyte holds.
  public static final long MOST_PIXELS = 64_000_000;

  /// How wide and high a picture is at most, in pixels.
  public static final int MOST_SIDE = 16_000;

  private static final double MARGIN = 24;

  private final GraphView view = new GraphView();
  private final Scene scene;
  private final Color ground;

  /// What lies below the graph.
  public enum Ground {
    /// The colour of the canvas.
    CANVAS,
    /// Nothing.
    NONE
  }

  /// A picture of a graph that has at least a node, a frame or a note.
  ///
  /// @param content what is on the cards; asked once for each node
  /// @param legend the types that a legend below the graph explains; none for no legend
  /// @param dress gives the scene its style sheets
  public GraphPicture(
      GraphDocument document,
      Function<? super GraphNode, ? extends NodeContent> content,
      List<PortType> legend,
      Consumer<Scene> dress) {
    view.setNodeContent(content);
    view.gridVisibleProperty().set(false);
    view.minimapVisibleProperty().set(false);
    view.getLegend().setAll(legend);
    view.legendVisibleProperty().set(!legend.isEmpty());
    view.setStyle("-fx-background-color: transparent;");
    view.setManaged(false);
    Pane root = new Pane(view);
    root.setStyle("-fx-background-color: transparent;");
    scene = new Scene(root);
    dress.accept(scene);
    root.applyCss();
    if (!(view.getSkin() instanceof GraphViewSkin skin)) {
      throw new IllegalStateException("a view without its skin");
    }
    view.setDocument(document);
    skin.drawAll();
    place(skin.bounds());
    skin.drawAll();
    // Where cards have grown by what is on them, what is around them has too.
    place(skin.bounds());
    skin.drawAll();
    ground = skin.forPicture();
  }

  private void place(Rectangle2D bounds) {
    double legend = view.legendVisibleProperty().get() ? LegendCard.WIDTH + 2 * MARGIN : 0;
    double below = view.legendVisibleProperty().get() ? LegendCard.ROOM : 0;
    double width = Math.max(legend, bounds.getWidth() + 2 * MARGIN);
    view.originXProperty().set(Math.floor(bounds.getMinX() - MARGIN));
    view.originYProperty().set(Math.floor(bounds.getMinY() - MARGIN));
    view.resize(Math.ceil(width), Math.ceil(bounds.getHeight() + 2 * MARGIN + below));
    view.applyCss();
    view.layout();
  }

  /// How wide it is, unscaled.
  public double width() {
    return view.getWidth();
  }

  /// How high it is, unscaled.
  public double height() {
    return view.getHeight();
  }

  /// Whether a picture at this scale has no more pixels than one may have.
  public boolean fits(double scale) {
    double wide = Math.ceil(width() * scale);
    double high = Math.ceil(height() * scale);
    return wide <= MOST_SIDE && high <= MOST_SIDE && wide * high <= MOST_PIXELS;
  }

  /// A picture as a PNG file; on any thread.
  public static byte[] png(Image image) {
    return Png.of(image);
  }

  /// The picture, to be looked at.
  ///
  /// @throws IllegalArgumentException when it does not fit
  public WritableImage image(double scale, Ground below) {
    if (!fits(scale)) {
      throw new IllegalArgumentException(width() + " by " + height() + " times " + scale);
    }
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setFill(below == Ground.CANVAS ? ground : Color.TRANSPARENT);
    return view.snapshot(parameters, null);
  }

  /// The picture as SVG: shapes as shapes, texts as texts with their fonts named.
  public String svg(Ground below) {
    return SvgWriter.write(view, width(), height(), below == Ground.CANVAS ? ground : null);
  }

  @Override
  public void close() {
    view.setDocument(GraphDocument.EMPTY);
  }
}
