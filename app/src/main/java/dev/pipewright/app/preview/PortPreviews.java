package dev.pipewright.app.preview;

import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.canvas.GraphTarget;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.canvas.PortEnd;
import dev.pipewright.canvas.PortSide;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.viewer.ArtifactGlance;
import dev.pipewright.pipeline.Link;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows what lies at a port or on a link: a moment after the mouse has come to rest on it, or at
/// once by a key. Nothing here waits for the engine: what runs have left is read from disk, until
/// the mouse leaves; what was read is kept for the next time.
public final class PortPreviews {

  private static final Duration REST = Duration.millis(500);
  private static final Duration GRACE = Duration.millis(250);
  private static final double AWAY = 14;
  private static final double EDGE = 8;
  private static final int MOST_KEPT = 12;

  private final RunModel run;
  private final GraphView graph;
  private final Function<String, Link> links;
  private final PreviewCard card;
  private final PauseTransition rest = new PauseTransition(REST);
  private final PauseTransition grace = new PauseTransition(GRACE);
  private final Map<ArtifactRow, ArtifactGlance> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ArtifactRow, ArtifactGlance> eldest) {
          return size() > MOST_KEPT;
        }
      };
  private @Nullable GraphTarget hovered;
  private @Nullable ArtifactRow shown;
  private Point2D mouse = Point2D.ZERO;

  /// Previews on a canvas.
  ///
  /// @param links finds the link of a key
  /// @param open opens an artifact in a tab
  public PortPreviews(
      RunModel run, GraphView graph, Function<String, Link> links, Consumer<ArtifactRow> open) {
    this.run = run;
    this.graph = graph;
    this.links = links;
    card =
        new PreviewCard(
            new PreviewCard.Actions(
                open, node -> run.request(new NodeRequest.RunTo(node)), this::close));
    rest.setOnFinished(event -> rested());
    grace.setOnFinished(event -> close());
    card.addEventFilter(MouseEvent.MOUSE_ENTERED, event -> grace.stop());
    card.addEventFilter(MouseEvent.MOUSE_EXITED, event -> leave());
    // It grows when what it shows was read; nobody lays it out, for it stands over the canvas.
    card.needsLayoutProperty()
        .subscribe(
            (before, needs) -> {
              if (needs && card.isVisible()) {
                Platform.runLater(this::keepInside);
              }
            });
    graph.addEventFilter(
        MouseEvent.MOUSE_MOVED, event -> mouse = new Point2D(event.getX(), event.getY()));
    graph.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    graph.setOnHover(this::hover);
  }

  /// The card, which stands over the canvas.
  public Node card() {
    return card;
  }

  private void hover(@Nullable GraphTarget target) {
    hovered = target;
    if (target == null) {
      rest.stop();
      leave();
    } else if (!card.isPinned() || !card.isVisible()) {
      rest.playFromStart();
    }
  }

  private void leave() {
    if (card.isVisible() && !card.isPinned()) {
      grace.playFromStart();
    }
  }

  private void rested() {
    previewed(hovered).ifPresent(each -> show(each, mouse.add(AWAY, AWAY)));
  }

  private Optional<Previewed> previewed(@Nullable GraphTarget target) {
    return switch (target) {
      case GraphTarget.OnPort(PortEnd end) -> Previewed.of(end, run);
      case GraphTarget.OnLink(String key) -> Previewed.of(links.apply(key), run);
      case null, default -> Optional.empty();
    };
  }

  /// Shows what lies at a port, until it is closed.
  public void show(PortEnd end) {
    rest.stop();
    Rectangle2D node = graph.nodeBounds(end.port().node());
    Previewed.of(end, run)
        .ifPresent(
            each -> {
              Point2D at = node == null ? mouse : beside(node, end.side());
              show(each, at);
              card.setPinned(true);
            });
  }

  private Point2D beside(Rectangle2D node, PortSide side) {
    Point2D left = graph.viewPoint(node.getMinX(), node.getMinY());
    Point2D right = graph.viewPoint(node.getMaxX(), node.getMinY());
    return side == PortSide.OUTPUT
        ? right.add(AWAY, 0)
        : left.subtract(PreviewCard.WIDTH + AWAY, 0);
  }

  private void show(Previewed what, Point2D at) {
    close();
    shown = what.artifact();
    card.show(what, this::glance);
    card.setLayoutX(at.getX());
    card.setLayoutY(at.getY());
    card.applyCss();
    keepInside();
  }

  private ArtifactGlance glance() {
    ArtifactRow artifact = Objects.requireNonNull(shown);
    return kept.computeIfAbsent(artifact, row -> new ArtifactGlance(row.type(), row.folder()));
  }

  private void keepInside() {
    double height = Math.min(card.prefHeight(PreviewCard.WIDTH), graph.getHeight() - 2 * EDGE);
    double right = Math.max(EDGE, graph.getWidth() - PreviewCard.WIDTH - EDGE);
    double bottom = Math.max(EDGE, graph.getHeight() - height - EDGE);
    card.resizeRelocate(
        Math.clamp(card.getLayoutX(), EDGE, right),
        Math.clamp(card.getLayoutY(), EDGE, bottom),
        PreviewCard.WIDTH,
        height);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && card.isVisible()) {
      close();
      event.consume();
    }
  }

  /// Takes the card away, and ends the reading for it.
  private void close() {
    grace.stop();
    ArtifactGlance glance = shown == null ? null : kept.get(shown);
    if (glance != null && !glance.isDone()) {
      glance.close();
      kept.remove(shown);
    }
    shown = null;
    card.setPinned(false);
    card.setVisible(false);
  }

  /// Lets go of all that was read.
  public void dispose() {
    rest.stop();
    close();
    kept.clear();
  }
}
