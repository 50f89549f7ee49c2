package dev.pipewright.canvas;

import java.time.Duration;
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

/// A graph drawn for a file: all of it, in a scene of its own, whatever a view shows. Drawing,
/// painting and writing a large one takes seconds and is done in parts. JavaFX thread only. To be
/// closed, which lets go of the contents of its nodes.
public final class GraphPicture implements AutoCloseable {

  /// How many pixels a picture has at most: what a quarter of a gigabyte holds.
  public static final long MOST_PIXELS = 64_000_000;

  /// How wide and high a picture is at most, in pixels.
  public static final int MOST_SIDE = 16_000;

  private static final double MARGIN = 24;

  // Where cards have grown by what is on them, what is around them has too, the second time.
  private static final int ROUNDS = 2;

  // How much of a picture is painted at once.
  private static final int STRIP_PIXELS = 2_000_000;

  private final GraphView view = new GraphView();
  private final Scene scene;
  private final GraphViewSkin skin;
  private Color ground = Color.TRANSPARENT;

  /// What lies below the graph.
  public enum Ground {
    /// The colour of the canvas.
    CANVAS,
    /// Nothing.
    NONE
  }

  private GraphPicture(
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
    if (!(view.getSkin() instanceof GraphViewSkin made)) {
      throw new IllegalStateException("a view without its skin");
    }
    skin = made;
    view.setDocument(document);
  }

  /// A picture of a graph that has at least a node, a frame or a note. To be closed, also when it
  /// is not all made.
  ///
  /// @param content what is on the cards; asked once for each node
  /// @param legend the types that a legend below the graph explains; none for no legend
  /// @param dress gives the scene its style sheets
  public static Drawn of(
      GraphDocument document,
      Function<? super GraphNode, ? extends NodeContent> content,
      List<PortType> legend,
      Consumer<Scene> dress) {
    return new Drawn(new GraphPicture(document, content, legend, dress));
  }

  /// A picture on its way.
  public static final class Drawn implements Gradual<GraphPicture>, AutoCloseable {
    private final GraphPicture picture;
    private boolean isPlaced;
    private int rounds;

    private Drawn(GraphPicture picture) {
      this.picture = picture;
    }

    @Override
    public boolean goOn(Duration time) {
      if (rounds == ROUNDS) {
        return true;
      }
      Drawing drawing = picture.skin.drawing();
      drawing.patience(time.toNanos());
      if (!isPlaced) {
        picture.place(picture.skin.bounds());
        isPlaced = true;
      } else if (drawing.drawOn()) {
        rounds++;
        isPlaced = false;
      }
      if (rounds == ROUNDS) {
        picture.ground = picture.skin.forPicture();
      }
      return rounds == ROUNDS;
    }

    @Override
    public double progress() {
      int all = Math.max(1, picture.skin.drawing().items().nodes().size());
      return Math.min(1, (double) picture.skin.drawing().drawnCards() / all);
    }

    @Override
    public GraphPicture made() {
      if (rounds < ROUNDS) {
        throw new IllegalStateException("drawn to " + progress());
      }
      return picture;
    }

    @Override
    public void close() {
      picture.close();
    }
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
  public Gradual<WritableImage> image(double scale, Ground below) {
    if (!fits(scale)) {
      throw new IllegalArgumentException(width() + " by " + height() + " times " + scale);
    }
    return new Strips(scale, below == Ground.CANVAS ? ground : Color.TRANSPARENT);
  }

  /// Paints the picture strip by strip.
  private final class Strips implements Gradual<WritableImage> {
    private final double scale;
    private final Color fill;
    private final WritableImage image;
    private final int width;
    private final int height;
    private int painted;

    Strips(double scale, Color fill) {
      this.scale = scale;
      this.fill = fill;
      width = (int) Math.ceil(width() * scale);
      height = (int) Math.ceil(height() * scale);
      image = new WritableImage(width, height);
    }

    @Override
    public boolean goOn(Duration time) {
      long end = System.nanoTime() + time.toNanos();
      do {
        paint();
      } while (painted < height && System.nanoTime() < end);
      return painted == height;
    }

    private void paint() {
      int rows = Math.min(height - painted, Math.max(1, STRIP_PIXELS / width));
      if (rows == 0) {
        return;
      }
      SnapshotParameters parameters = new SnapshotParameters();
      parameters.setTransform(Transform.scale(scale, scale));
      parameters.setFill(fill);
      parameters.setViewport(new Rectangle2D(0, painted, width, rows));
      WritableImage strip = view.snapshot(parameters, null);
      image.getPixelWriter().setPixels(0, painted, width, rows, strip.getPixelReader(), 0, 0);
      painted += rows;
    }

    @Override
    public double progress() {
      return (double) painted / height;
    }

    @Override
    public WritableImage made() {
      if (painted < height) {
        throw new IllegalStateException("painted to " + progress());
      }
      return image;
    }
  }

  /// The picture as SVG: shapes as shapes, texts as texts with their fonts named.
  public Gradual<String> svg(Ground below) {
    return new SvgWriter(view, width(), height(), below == Ground.CANVAS ? ground : null);
  }

  @Override
  public void close() {
    view.setDocument(GraphDocument.EMPTY);
  }
}
