package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Affine;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The graph as far as it is in sight. Whatever changes asks for a layout; once a pulse all is
/// brought up to date. Not managed by its parent, so that this costs the parents nothing.
final class Drawing extends Region {

  private static final Duration ZOOM_REST = Duration.millis(150);
  // How far out of sight what was seen stays in the scene, in view pixels.
  private static final double KEPT_MARGIN = 120;
  // How long a frame may make cards and lines: a third of what a frame may take.
  private static final long MAKING_NANOS = 10_000_000;
  // A graph of so few nodes is drawn at once.
  private static final int FEW = 80;
  private static final long PATIENCE_NANOS = 10_000_000_000L;
  private static final double DASHES_A_SECOND = 18;

  private final GraphView view;
  private final GraphItems items;
  private final Swatches swatches = new Swatches(this::requestLayout);
  private final Backdrop backdrop;
  private final LinkLayer links;
  private final CardLayer cards;
  private final BoxLayer<FrameItem> frames;
  private final BoxLayer<NoteItem> notes;
  private final Group overlay = new Group();
  private final LinkLabels labels;
  private final Affine toView = new Affine();
  private final List<NodeItem> nodesInSight = new ArrayList<>();
  private final List<LinkItem> linksInSight = new ArrayList<>();
  private final List<FrameItem> framesInSight = new ArrayList<>();
  private final List<NoteItem> notesInSight = new ArrayList<>();
  private final Sight kept = new Sight();
  private final PauseTransition zoomRest = new PauseTransition(ZOOM_REST);
  private final AnimationTimer flow = new Flow();
  private final Runnable refreshed;
  private @Nullable LinkItem hot;
  private @Nullable LinkLine hotLine;
  private @Nullable LinkItem knotOf;
  private int knot = -1;
  private boolean flowing;
  private boolean zooming;
  private boolean isPatient;
  private long patience = PATIENCE_NANOS;
  private boolean isLate;

  /// @param refreshed run after each refresh
  Drawing(GraphView view, Tips tips, Runnable refreshed) {
    this.view = view;
    this.refreshed = refreshed;
    items = new GraphItems(this::nodeGone, this::linkGone, this::boxGone);
    backdrop = new Backdrop(view, swatches);
    links = new LinkLayer(view);
    cards = new CardLayer(view, items, tips);
    labels = new LinkLabels(items);
    frames = new BoxLayer<>(() -> view.getSelection().frames(), view::getZoom);
    notes = new BoxLayer<>(() -> view.getSelection().notes(), view::getZoom);
    frames.setMouseTransparent(true);
    Group world = new Group(frames, links, notes, cards, labels, overlay);
    world.setManaged(false);
    world.getTransforms().add(toView);
    overlay.setManaged(false);
    getChildren().addAll(swatches, backdrop, world);
    setManaged(false);
    setPickOnBounds(false);
    zoomRest.setOnFinished(_ -> zoomRested());
  }

  GraphItems items() {
    return items;
  }

  Swatches swatches() {
    return swatches;
  }

  List<NodeCard> cardsShown() {
    return cards.shown();
  }

  List<LinkLine> linesShown() {
    return links.shown();
  }

  void follow(GraphDocument document) {
    items.follow(document, cards::update);
    for (NodeItem item : items.nodes()) {
      NodeCard card = item.card();
      if (card != null) {
        card.connect();
      }
    }
    requestLayout();
  }

  /// Brings a card into view, with the smallest move that does it.
  void reveal(String node) {
    NodeItem item = items.node(node);
    if (item != null) {
      reveal(item.bounds());
    }
  }

  /// Brings a part of the document into view, with the smallest move that does it.
  void reveal(Rectangle2D area) {
    new Camera(view).reveal(area);
  }

  /// Brings all up to date at once, for what is to be edited.
  void layoutNow() {
    applyCss();
    layout();
  }

  /// How long each layout draws what is in sight, whatever the zoom.
  void patience(long nanos) {
    isPatient = true;
    patience = nanos;
  }

  /// Draws on.
  ///
  /// @return whether all that is in sight is drawn
  boolean drawOn() {
    requestLayout();
    layout();
    return !isLate;
  }

  /// How many cards there are.
  int drawnCards() {
    return cards.shown().size();
  }

  /// Leaves out what lies below the graph.
  ///
  /// @return its colour
  Color withoutGround() {
    backdrop.setVisible(false);
    int argb = swatches.role("ground");
    return new Color(
        (argb >> 16 & 0xff) / 255.0, (argb >> 8 & 0xff) / 255.0, (argb & 0xff) / 255.0, 1);
  }

  /// Draws nodes that are elsewhere now.
  void moved() {
    requestLayout();
  }

  /// What stands over the cards while something is dragged or written, in document pixels.
  Group overlay() {
    return overlay;
  }

  private void boxGone(BoxItem item) {
    switch (item) {
      case FrameItem frame -> frames.dispose(frame);
      case NoteItem note -> notes.dispose(note);
    }
  }

  private void nodeGone(NodeItem item) {
    cards.dispose(item);
  }

  private void linkGone(LinkItem item) {
    if (hot == item) {
      hot(null);
    }
    if (knotOf == item) {
      selectKnot(null, -1);
    }
    links.dispose(item);
  }

  /// Until the zoom has not moved for a while, draws cards as scaled pictures, of new ones only a
  /// few a frame, and paints the links.
  void zoomed() {
    zooming = true;
    cards.zooming(true);
    zoomRest.playFromStart();
    requestLayout();
  }

  private void zoomRested() {
    zooming = false;
    cards.zooming(false);
    requestLayout();
  }

  /// Marks the link under the mouse.
  void hot(@Nullable LinkItem item) {
    if (hot != item) {
      heat(hot, false);
      hot = item;
      heat(item, true);
    }
  }

  /// Marks a knot as selected; none with null.
  void selectKnot(@Nullable LinkItem item, int index) {
    if (knotOf != null && knotOf != item) {
      markKnot(knotOf, -1);
    }
    knotOf = item;
    knot = item == null ? -1 : index;
    if (item != null) {
      markKnot(item, knot);
    }
  }

  private static void markKnot(LinkItem item, int index) {
    LinkLine line = item.line();
    if (line != null) {
      line.selectKnot(index);
    }
  }

  /// The link whose knot is selected; null for none.
  @Nullable LinkItem knotOf() {
    return knotOf;
  }

  /// Which knot is selected; -1 for none.
  int selectedKnot() {
    return knot;
  }

  // Where links are painted, a line stands in for the one that is marked.
  private void heat(@Nullable LinkItem item, boolean on) {
    if (hotLine != null) {
      overlay.getChildren().remove(hotLine);
      hotLine = null;
    }
    LinkLine line = item == null ? null : item.line();
    boolean inScene = line != null && line.getParent() != null;
    if (line != null) {
      line.hot(on);
    }
    if (item != null && on && !inScene) {
      hotLine = new LinkLine(item);
      hotLine.refresh();
      hotLine.hot(true);
      overlay.getChildren().addFirst(hotLine);
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width <= 0 || height <= 0) {
      return;
    }
    double zoom = view.getZoom();
    double left = view.originXProperty().get();
    double top = view.originYProperty().get();
    toView.setMxx(zoom);
    toView.setMyy(zoom);
    toView.setTx(-left * zoom);
    toView.setTy(-top * zoom);
    double right = left + width / zoom;
    double bottom = top + height / zoom;
    items.nodesIn(left, top, right, bottom, nodesInSight);
    items.linksIn(left, top, right, bottom, linksInSight);
    items.frames().in(left, top, right, bottom, framesInSight);
    items.notes().in(left, top, right, bottom, notesInSight);
    double margin = KEPT_MARGIN / zoom;
    kept.set(left - margin, top - margin, right + margin, bottom + margin);
    populate(DetailLevel.of(zoom));
    labels.refresh(view.getSelection().links());
    if (hotLine != null) {
      hotLine.refresh();
    }
    // Of a picture nobody sees what stands in for what is not made yet.
    if (!isPatient || !isLate) {
      backdrop.paint(width, height, renderScale(), linksInSight, nodesInSight);
    }
    flow();
    refreshed.run();
  }

  // What has no node in the scene, by its level or because time was short, stays to be painted.
  private void populate(DetailLevel level) {
    boolean few = isPatient || items.nodes().size() <= FEW;
    long deadline = System.nanoTime() + (few ? patience : MAKING_NANOS);
    links.reset();
    frames.show(framesInSight, kept, Long.MAX_VALUE);
    notes.show(notesInSight, kept, Long.MAX_VALUE);
    cards.level(level);
    if (level == DetailLevel.BLOCKS) {
      cards.clear();
    } else {
      cards.show(nodesInSight, kept, zooming && !few ? System.nanoTime() : deadline);
    }
    boolean lines = level == DetailLevel.FULL && (few || !zooming);
    if (lines) {
      links.show(linksInSight, kept, deadline);
    } else {
      links.clear();
    }
    isLate =
        level != DetailLevel.BLOCKS && !nodesInSight.isEmpty() || lines && !linksInSight.isEmpty();
    if (isLate) {
      Platform.runLater(this::requestLayout);
    }
  }

  private double renderScale() {
    Scene scene = getScene();
    return scene == null || scene.getWindow() == null ? 1 : scene.getWindow().getRenderScaleX();
  }

  private void flow() {
    boolean wanted = links.isFlowing() && !Platform.getPreferences().isReducedMotion();
    if (wanted != flowing) {
      flowing = wanted;
      if (wanted) {
        flow.start();
      } else {
        flow.stop();
      }
    }
  }

  void dispose() {
    zoomRest.stop();
    flow.stop();
    items.follow(GraphDocument.EMPTY, _ -> {});
  }

  /// Moves the dashes; ends by itself when the view is no longer shown.
  private final class Flow extends AnimationTimer {
    @Override
    public void handle(long now) {
      Scene scene = getScene();
      if (scene == null || scene.getWindow() == null || !scene.getWindow().isShowing()) {
        flowing = false;
        stop();
        return;
      }
      double offset = -now / 1e9 * DASHES_A_SECOND % 1200;
      links.flow(offset);
    }
  }
}
