package dev.pipewright.canvas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What the keys do. Arrows go from node to node, with Shift they select more, with the shortcut
/// key they move what is selected.
final class KeyBehavior {

  private final GraphView view;
  private final Drawing drawing;
  private final MouseBehavior mouse;
  private final EventHandler<KeyEvent> pressed = this::press;
  private final EventHandler<KeyEvent> released = this::release;

  KeyBehavior(GraphView view, Drawing drawing, MouseBehavior mouse) {
    this.view = view;
    this.drawing = drawing;
    this.mouse = mouse;
    view.addEventHandler(KeyEvent.KEY_PRESSED, pressed);
    view.addEventHandler(KeyEvent.KEY_RELEASED, released);
  }

  void dispose() {
    view.removeEventHandler(KeyEvent.KEY_PRESSED, pressed);
    view.removeEventHandler(KeyEvent.KEY_RELEASED, released);
  }

  private void press(KeyEvent event) {
    if (event.getTarget() != view) {
      return;
    }
    boolean done = event.isShortcutDown() ? pressWithShortcut(event) : pressAlone(event);
    if (done) {
      event.consume();
    }
  }

  private boolean pressAlone(KeyEvent event) {
    return switch (event.getCode()) {
      case LEFT, RIGHT, UP, DOWN -> walk(side(event.getCode()), event.isShiftDown());
      case ENTER -> open();
      case DELETE, BACK_SPACE -> delete();
      case ESCAPE -> escape();
      case SPACE -> {
        mouse.space(true);
        yield true;
      }
      default -> false;
    };
  }

  private boolean pressWithShortcut(KeyEvent event) {
    return switch (event.getCode()) {
      case LEFT, RIGHT, UP, DOWN -> nudge(side(event.getCode()));
      case A -> run(view::selectAll);
      case PLUS, EQUALS, ADD -> run(view::zoomIn);
      case MINUS, SUBTRACT -> run(view::zoomOut);
      case DIGIT0, NUMPAD0 -> run(() -> view.zoomTo(1));
      default -> false;
    };
  }

  private static boolean run(Runnable act) {
    act.run();
    return true;
  }

  private void release(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      mouse.space(false);
    }
  }

  private static Side side(KeyCode arrow) {
    return switch (arrow) {
      case LEFT -> Side.LEFT;
      case RIGHT -> Side.RIGHT;
      case UP -> Side.TOP;
      default -> Side.BOTTOM;
    };
  }

  private boolean walk(Side side, boolean adds) {
    NodeItem from = current();
    NodeItem to = from == null ? first() : NodeWalk.next(drawing.items().nodes(), from, side);
    if (to != null) {
      if (adds) {
        view.getSelection().nodeKeys().addLast(to.key());
      } else {
        view.getSelection().selectNodes(List.of(to.key()));
      }
      view.reveal(to.key());
    }
    return from != null || to != null;
  }

  private @Nullable NodeItem current() {
    NodeItem last = null;
    for (String key : view.getSelection().nodes()) {
      last = drawing.items().node(key);
    }
    return last;
  }

  private @Nullable NodeItem first() {
    NodeItem first = null;
    for (NodeItem item : drawing.items().nodes()) {
      if (first == null || item.x() + item.y() < first.x() + first.y()) {
        first = item;
      }
    }
    return first;
  }

  private boolean open() {
    NodeItem node = current();
    if (node != null) {
      view.emit(new GraphIntent.Open(node.key()));
    }
    return node != null;
  }

  private boolean delete() {
    GraphSelection selection = view.getSelection();
    if (selection.nodes().isEmpty() && selection.links().isEmpty()) {
      return false;
    }
    view.emit(
        new GraphIntent.Delete(List.copyOf(selection.nodes()), List.copyOf(selection.links())));
    return true;
  }

  private boolean escape() {
    boolean any = !view.getSelection().nodes().isEmpty() || !view.getSelection().links().isEmpty();
    if (mouse.cancel()) {
      return true;
    }
    view.getSelection().clear();
    return any;
  }

  private boolean nudge(Side side) {
    if (view.getSelection().nodes().isEmpty()) {
      return false;
    }
    double dx = side == Side.LEFT ? -NodeDrag.SNAP : side == Side.RIGHT ? NodeDrag.SNAP : 0;
    double dy = side == Side.TOP ? -NodeDrag.SNAP : side == Side.BOTTOM ? NodeDrag.SNAP : 0;
    SequencedMap<String, Point2D> places = new LinkedHashMap<>();
    for (String key : view.getSelection().nodes()) {
      NodeItem item = drawing.items().node(key);
      if (item != null) {
        places.put(key, new Point2D(item.x() + dx, item.y() + dy));
      }
    }
    view.emit(GraphIntent.MoveItems.nodes(places));
    return true;
  }
}
