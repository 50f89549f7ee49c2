package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What the mouse does: look around, select, move nodes, open one.
final class MouseBehavior {

  private static final double THRESHOLD = 3;
  private static final double NEAR_LINK = 6;
  private static final double ZOOM_A_PIXEL = Math.log(1.1) / 40;

  private static final Duration PATIENCE = Duration.millis(250);

  private enum Act {
    NONE,
    PAN,
    BAND,
    // A press on a node or link that may become a move.
    HOLD,
    MOVE
  }

  private final GraphView view;
  private final Drawing drawing;
  private final Rectangle band;
  private final EventHandler<MouseEvent> pressed = this::press;
  private final EventHandler<MouseEvent> dragged = this::drag;
  private final EventHandler<MouseEvent> released = this::release;
  private final EventHandler<MouseEvent> moved = this::move;
  private final EventHandler<MouseEvent> exited = _ -> exit();
  private final EventHandler<ScrollEvent> scrolled = this::scroll;
  private final EventHandler<ZoomEvent> pinched = this::pinch;
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private final List<NodeItem> inBand = new ArrayList<>();
  private Act act = Act.NONE;
  private double startX;
  private double startY;
  private double lastX;
  private double lastY;
  private @Nullable NodeItem held;
  private @Nullable NodeDrag drag;
  private @Nullable NodeDrag dropped;
  private Set<String> bandBase = Set.of();
  private boolean spaceDown;

  MouseBehavior(GraphView view, Drawing drawing, Rectangle band) {
    this.view = view;
    this.drawing = drawing;
    this.band = band;
    patience.setOnFinished(_ -> putBack());
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, pressed);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, dragged);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, released);
    view.addEventHandler(MouseEvent.MOUSE_MOVED, moved);
    view.addEventHandler(MouseEvent.MOUSE_EXITED, exited);
    view.addEventHandler(ScrollEvent.SCROLL, scrolled);
    view.addEventHandler(ZoomEvent.ZOOM, pinched);
  }

  void dispose() {
    patience.stop();
    view.removeEventHandler(MouseEvent.MOUSE_PRESSED, pressed);
    view.removeEventHandler(MouseEvent.MOUSE_DRAGGED, dragged);
    view.removeEventHandler(MouseEvent.MOUSE_RELEASED, released);
    view.removeEventHandler(MouseEvent.MOUSE_MOVED, moved);
    view.removeEventHandler(MouseEvent.MOUSE_EXITED, exited);
    view.removeEventHandler(ScrollEvent.SCROLL, scrolled);
    view.removeEventHandler(ZoomEvent.ZOOM, pinched);
  }

  private double documentX(double x) {
    return view.originXProperty().get() + x / view.getZoom();
  }

  private double documentY(double y) {
    return view.originYProperty().get() + y / view.getZoom();
  }

  private void press(MouseEvent event) {
    view.requestFocus();
    if (act != Act.NONE) {
      return;
    }
    if (dropped != null) {
      patience.stop();
      putBack();
    }
    startX = event.getX();
    startY = event.getY();
    lastX = startX;
    lastY = startY;
    boolean hand = spaceDown || view.toolProperty().get() == Tool.HAND;
    if (event.getButton() == MouseButton.MIDDLE
        || event.getButton() == MouseButton.PRIMARY && hand) {
      act = Act.PAN;
      view.setCursor(Cursor.CLOSED_HAND);
    } else if (event.getButton() == MouseButton.PRIMARY
        || event.getButton() == MouseButton.SECONDARY) {
      pick(event);
    }
    event.consume();
  }

  private void pick(MouseEvent event) {
    boolean adds = event.isShiftDown() || event.isShortcutDown();
    boolean primary = event.getButton() == MouseButton.PRIMARY;
    double x = documentX(startX);
    double y = documentY(startY);
    held = drawing.items().nodeAt(x, y);
    LinkItem link = held == null ? drawing.items().linkAt(x, y, NEAR_LINK / view.getZoom()) : null;
    GraphSelection selection = view.getSelection();
    if (held != null) {
      if (adds) {
        selection.nodeKeys().toggle(held.key());
      } else if (!selection.nodes().contains(held.key())) {
        selection.selectNodes(List.of(held.key()));
      }
      act = primary ? Act.HOLD : Act.NONE;
    } else if (link != null) {
      if (adds) {
        selection.linkKeys().toggle(link.key());
      } else {
        selection.selectLinks(List.of(link.key()));
      }
    } else if (primary) {
      bandBase = adds ? new LinkedHashSet<>(selection.nodes()) : Set.of();
      if (!adds) {
        selection.clear();
      }
      act = Act.BAND;
    }
  }

  private void drag(MouseEvent event) {
    boolean far = Math.hypot(event.getX() - startX, event.getY() - startY) >= THRESHOLD;
    if (act == Act.HOLD && far && held != null) {
      beginMove(held);
    }
    switch (act) {
      case PAN -> view.panBy(lastX - event.getX(), lastY - event.getY());
      case BAND -> stretch(event.getX(), event.getY());
      case MOVE -> carry(event.getX(), event.getY());
      case HOLD, NONE -> {}
    }
    lastX = event.getX();
    lastY = event.getY();
    event.consume();
  }

  private void beginMove(NodeItem node) {
    GraphSelection selection = view.getSelection();
    if (!selection.nodes().contains(node.key())) {
      act = Act.NONE;
      return;
    }
    act = Act.MOVE;
    drag = new NodeDrag(drawing.items(), selection.nodes(), node.key());
    view.setCursor(Cursor.MOVE);
  }

  private void carry(double x, double y) {
    if (drag != null) {
      drag.moveBy((x - startX) / view.getZoom(), (y - startY) / view.getZoom());
      drawing.moved();
    }
  }

  private void stretch(double x, double y) {
    double left = Math.min(startX, x);
    double top = Math.min(startY, y);
    double width = Math.abs(x - startX);
    double height = Math.abs(y - startY);
    band.setX(Math.floor(left) + 0.5);
    band.setY(Math.floor(top) + 0.5);
    band.setWidth(Math.floor(width));
    band.setHeight(Math.floor(height));
    band.setVisible(true);
    drawing
        .items()
        .nodesIn(
            documentX(left),
            documentY(top),
            documentX(left + width),
            documentY(top + height),
            inBand);
    Set<String> keys = new LinkedHashSet<>(bandBase);
    for (NodeItem item : inBand) {
      if (item.touchesCard(
          documentX(left), documentY(top), documentX(left + width), documentY(top + height))) {
        keys.add(item.key());
      }
    }
    view.getSelection().nodeKeys().become(keys);
  }

  private void release(MouseEvent event) {
    Act ended = act;
    NodeItem node = held;
    boolean far = Math.hypot(event.getX() - startX, event.getY() - startY) >= THRESHOLD;
    NodeDrag carried = drag;
    act = Act.NONE;
    drag = null;
    held = null;
    rest();
    if (ended == Act.MOVE && carried != null) {
      drop(carried);
    } else if (ended == Act.HOLD && node != null && !far) {
      clicked(event, node);
    }
    event.consume();
  }

  private void clicked(MouseEvent event, NodeItem node) {
    boolean adds = event.isShiftDown() || event.isShortcutDown();
    if (!adds) {
      view.getSelection().selectNodes(List.of(node.key()));
    }
    if (event.getClickCount() == 2) {
      view.emit(new GraphIntent.Open(node.key()));
    }
  }

  // Nodes stay where they were dropped until a document comes, which may be a few frames later. Who
  // is told of the intent sees them where the document still has them.
  private void drop(NodeDrag carried) {
    GraphIntent.MoveItems intent = GraphIntent.MoveItems.nodes(carried.places());
    GraphDocument before = view.getDocument();
    drawing.items().settle();
    if (carried.hasMoved()) {
      view.emit(intent);
      if (view.getDocument() == before) {
        dropped = carried;
        carried.apply();
        patience.playFromStart();
      }
    }
    drawing.moved();
  }

  private void putBack() {
    dropped = null;
    drawing.items().settle();
    drawing.moved();
  }

  /// Ends what is going on as if it had not begun; says whether there was anything.
  boolean cancel() {
    Act ended = act;
    act = Act.NONE;
    drag = null;
    held = null;
    rest();
    if (ended == Act.MOVE) {
      drawing.items().settle();
      drawing.moved();
    } else if (ended == Act.BAND) {
      view.getSelection().nodeKeys().become(bandBase);
    }
    return ended == Act.MOVE || ended == Act.BAND;
  }

  /// Follows a new document, also while nodes are dragged.
  void documentChanged() {
    dropped = null;
    patience.stop();
    if (drag != null) {
      drag.apply();
    }
  }

  void space(boolean down) {
    spaceDown = down;
    rest();
  }

  /// Shows what the mouse would do.
  void rest() {
    band.setVisible(false);
    if (act == Act.NONE) {
      boolean hand = spaceDown || view.toolProperty().get() == Tool.HAND;
      view.setCursor(hand ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }
  }

  private void move(MouseEvent event) {
    double x = documentX(event.getX());
    double y = documentY(event.getY());
    boolean onNode = drawing.items().nodeAt(x, y) != null;
    drawing.hot(onNode ? null : drawing.items().linkAt(x, y, NEAR_LINK / view.getZoom()));
  }

  private void exit() {
    drawing.hot(null);
  }

  private void scroll(ScrollEvent event) {
    if (event.isShortcutDown()) {
      double factor = Math.exp(event.getDeltaY() * ZOOM_A_PIXEL);
      view.zoomTo(view.getZoom() * factor, event.getX(), event.getY());
    } else if (event.isShiftDown() && event.getDeltaX() == 0) {
      view.panBy(-event.getDeltaY(), 0);
    } else {
      view.panBy(-event.getDeltaX(), -event.getDeltaY());
    }
    event.consume();
  }

  private void pinch(ZoomEvent event) {
    view.zoomTo(view.getZoom() * event.getZoomFactor(), event.getX(), event.getY());
    event.consume();
  }
}
