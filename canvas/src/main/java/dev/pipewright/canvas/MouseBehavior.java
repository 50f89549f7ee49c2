package dev.pipewright.canvas;

import java.util.Objects;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What the mouse does: selects by a press, begins a gesture once it has moved a little, and shows
/// what is under it.
final class MouseBehavior {

  private static final double THRESHOLD = 3;
  private static final double ZOOM_A_PIXEL = Math.log(1.1) / 40;
  private static final Duration PATIENCE = Duration.millis(250);

  private final GraphView view;
  private final Desk desk;
  private final Picker picker;
  private final Clicks clicks;
  private final AutoPan autoPan;
  private final EventHandler<MouseEvent> pressed = this::press;
  private final EventHandler<MouseEvent> dragged = this::drag;
  private final EventHandler<MouseEvent> released = this::release;
  private final EventHandler<MouseEvent> moved = this::move;
  private final EventHandler<MouseEvent> exited = _ -> exit();
  private final EventHandler<ScrollEvent> scrolled = this::scroll;
  private final EventHandler<ZoomEvent> pinched = this::pinch;
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private @Nullable Press press;
  private @Nullable Gesture gesture;
  private @Nullable Gesture dropped;
  private boolean spaceDown;
  private @Nullable GraphTarget hovered;
  private Pointer last = new Pointer(Double.NaN, Double.NaN, 0, 0, false, false);

  /// A button that is down, and what a move would begin.
  private record Press(Spot spot, Pointer at, MouseButton button, Supplier<Gesture> begin) {}

  MouseBehavior(Desk desk, Picker picker) {
    this.view = desk.view();
    this.desk = desk;
    this.picker = picker;
    clicks = new Clicks(desk);
    autoPan = new AutoPan(view, this::pulled);
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
    autoPan.stop();
    view.removeEventHandler(MouseEvent.MOUSE_PRESSED, pressed);
    view.removeEventHandler(MouseEvent.MOUSE_DRAGGED, dragged);
    view.removeEventHandler(MouseEvent.MOUSE_RELEASED, released);
    view.removeEventHandler(MouseEvent.MOUSE_MOVED, moved);
    view.removeEventHandler(MouseEvent.MOUSE_EXITED, exited);
    view.removeEventHandler(ScrollEvent.SCROLL, scrolled);
    view.removeEventHandler(ZoomEvent.ZOOM, pinched);
  }

  private void press(MouseEvent event) {
    view.requestFocus();
    hover(new Spot.OnCanvas());
    if (press != null) {
      return;
    }
    if (dropped != null) {
      patience.stop();
      putBack();
    }
    Pointer at = Pointer.of(view, event);
    last = at;
    MouseButton button = event.getButton();
    if (button == MouseButton.MIDDLE || button == MouseButton.PRIMARY && isHand()) {
      Pan pan = new Pan(view, at);
      press = new Press(new Spot.OnCanvas(), at, button, () -> pan);
      gesture = pan;
      view.setCursor(Cursor.CLOSED_HAND);
    } else if (button == MouseButton.PRIMARY) {
      Spot spot = picker.at(at.viewX(), at.viewY());
      clicks.pressed(spot, adds(event));
      press = new Press(spot, at, button, () -> begin(spot, at));
    } else if (button == MouseButton.SECONDARY) {
      clicks.pressedForMenu(picker.at(at.viewX(), at.viewY()));
    }
    event.consume();
  }

  private boolean isHand() {
    return spaceDown || view.toolProperty().get() == Tool.HAND;
  }

  private static boolean adds(MouseEvent event) {
    return event.isShiftDown() || event.isShortcutDown();
  }

  private Gesture begin(Spot spot, Pointer at) {
    if (!view.isEditable()) {
      return new Pan(view, at);
    }
    return switch (spot) {
      case Spot.OnPort port -> LinkDrag.from(desk, picker, port);
      case Spot.OnEnd(LinkItem link, PortSide end) -> LinkDrag.of(desk, picker, link, end);
      case Spot.OnKnot(LinkItem link, int index) -> new KnotDrag(desk, link, index);
      case Spot.OnBox(BoxItem box, Grip grip) when grip.resizes() ->
          new BoxResize(desk, box, grip, at);
      case Spot.OnNode _, Spot.OnBox _ -> new ItemDrag(desk, at);
      case Spot.OnLink _, Spot.OnCanvas() -> new RubberBand(desk, at);
    };
  }

  private void drag(MouseEvent event) {
    Press held = press;
    if (held == null) {
      return;
    }
    last = Pointer.of(view, event);
    boolean far =
        Math.hypot(last.viewX() - held.at().viewX(), last.viewY() - held.at().viewY()) >= THRESHOLD;
    if (gesture == null && far) {
      gesture = held.begin().get();
      if (gesture instanceof ItemDrag) {
        view.setCursor(Cursor.MOVE);
      }
    }
    if (gesture != null) {
      gesture.drag(last);
      if (gesture.autoPans()) {
        autoPan.follow(last.viewX(), last.viewY());
      }
    }
    event.consume();
  }

  // The view has moved under a mouse that rests at its edge.
  private void pulled() {
    last = last.in(view);
    if (gesture != null) {
      gesture.drag(last);
    }
  }

  private void release(MouseEvent event) {
    Press held = press;
    if (held == null || event.getButton() != held.button()) {
      return;
    }
    Gesture ended = gesture;
    Pointer at = Pointer.of(view, event);
    end();
    if (ended != null) {
      drop(ended, at);
    } else {
      clicks.clicked(held.spot(), at, adds(event), event.getClickCount());
    }
    event.consume();
  }

  private void end() {
    press = null;
    gesture = null;
    autoPan.stop();
    desk.hints().clear();
    rest();
  }

  // What was dropped stays where it is until a document comes, which may be a few frames later. Who
  // is told of the intent sees it where the document still has it.
  private void drop(Gesture ended, Pointer at) {
    GraphIntent intent = ended.drop(at);
    GraphDocument before = view.getDocument();
    desk.items().settle();
    if (intent != null) {
      view.emit(intent);
      if (view.getDocument() == before) {
        dropped = ended;
        ended.carry();
        patience.playFromStart();
      }
    }
    desk.drawing().moved();
  }

  private void putBack() {
    dropped = null;
    desk.items().settle();
    desk.drawing().moved();
  }

  /// Ends what is going on as if it had not begun; says whether there was anything.
  boolean cancel() {
    Gesture ended = gesture;
    if (ended == null) {
      return false;
    }
    end();
    ended.cancel();
    desk.items().settle();
    desk.drawing().moved();
    return !(ended instanceof Pan);
  }

  /// Follows a new document, also while something is dragged.
  void documentChanged() {
    dropped = null;
    patience.stop();
    if (gesture != null && gesture.lives()) {
      gesture.carry();
    } else {
      cancel();
    }
  }

  void space(boolean down) {
    spaceDown = down;
    rest();
  }

  /// Shows what the mouse would do.
  void rest() {
    if (press == null) {
      view.setCursor(isHand() ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }
  }

  /// Where the mouse was last; its numbers are NaN while it is elsewhere.
  Pointer last() {
    return last;
  }

  private void move(MouseEvent event) {
    last = Pointer.of(view, event);
    Spot spot = picker.at(event.getX(), event.getY());
    desk.drawing()
        .hot(
            switch (spot) {
              case Spot.OnLink(LinkItem link) -> link;
              case Spot.OnEnd(LinkItem link, PortSide _) -> link;
              case Spot.OnKnot(LinkItem link, int _) -> link;
              default -> null;
            });
    hover(press == null ? spot : new Spot.OnCanvas());
    if (press == null && !isHand()) {
      view.setCursor(
          switch (spot) {
            case Spot.OnBox(BoxItem _, Grip grip) -> grip.cursor();
            case Spot.OnPort _ -> Cursor.CROSSHAIR;
            default -> Cursor.DEFAULT;
          });
    }
  }

  private void hover(Spot spot) {
    GraphTarget now =
        switch (spot) {
          case Spot.OnPort port -> new GraphTarget.OnPort(desk.items().folding().real(port.end()));
          case Spot.OnLink(LinkItem link) -> new GraphTarget.OnLink(link.key());
          case Spot.OnKnot(LinkItem link, int _) -> new GraphTarget.OnLink(link.key());
          case Spot.OnEnd(LinkItem link, PortSide _) -> new GraphTarget.OnLink(link.key());
          default -> null;
        };
    if (!Objects.equals(now, hovered)) {
      hovered = now;
      view.hover(now);
    }
  }

  private void exit() {
    hover(new Spot.OnCanvas());
    desk.drawing().hot(null);
    last = new Pointer(Double.NaN, Double.NaN, 0, 0, false, false);
  }

  private void scroll(ScrollEvent event) {
    hover(new Spot.OnCanvas());
    if (event.isShortcutDown()) {
      double factor = Math.exp(event.getDeltaY() * ZOOM_A_PIXEL);
      view.zoomTo(view.getZoom() * factor, event.getX(), event.getY());
    } else if (event.isShiftDown() && event.getDeltaX() == 0) {
      view.panBy(-event.getDeltaY(), 0);
    } else {
      view.panBy(-event.getDeltaX(), -event.getDeltaY());
    }
    if (gesture != null) {
      pulled();
    }
    event.consume();
  }

  private void pinch(ZoomEvent event) {
    view.zoomTo(view.getZoom() * event.getZoomFactor(), event.getX(), event.getY());
    event.consume();
  }
}
