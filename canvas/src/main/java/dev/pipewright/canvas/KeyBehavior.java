package dev.pipewright.canvas;

import java.util.List;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What the keys do. Arrows go from node to node, with Shift they select more, with the shortcut
/// key they move what is selected; L begins a link. Keys typed into a field of the view are not
/// looked at.
final class KeyBehavior {

  private static final double FAR = 16;

  private final GraphView view;
  private final Desk desk;
  private final Drawing drawing;
  private final Picker picker;
  private final MouseBehavior mouse;
  private final KeyLink link;
  private final EventHandler<KeyEvent> pressed = this::press;
  private final EventHandler<KeyEvent> released = this::release;

  KeyBehavior(Desk desk, Picker picker, MouseBehavior mouse) {
    this.view = desk.view();
    this.desk = desk;
    this.drawing = desk.drawing();
    this.picker = picker;
    this.mouse = mouse;
    link = new KeyLink(desk);
    view.addEventHandler(KeyEvent.KEY_PRESSED, pressed);
    view.addEventHandler(KeyEvent.KEY_RELEASED, released);
  }

  void dispose() {
    view.removeEventHandler(KeyEvent.KEY_PRESSED, pressed);
    view.removeEventHandler(KeyEvent.KEY_RELEASED, released);
  }

  void documentChanged() {
    link.documentChanged();
  }

  private void press(KeyEvent event) {
    if (event.getTarget() != view) {
      return;
    }
    boolean done =
        link.press(event)
            || (event.isShortcutDown() ? pressWithShortcut(event) : pressAlone(event));
    if (done) {
      event.consume();
    }
  }

  private boolean pressAlone(KeyEvent event) {
    if (event.isAltDown() || event.isMetaDown() || event.isControlDown()) {
      return false;
    }
    boolean shift = event.isShiftDown();
    return switch (event.getCode()) {
      case LEFT, RIGHT, UP, DOWN -> walk(side(event.getCode()), shift);
      case ENTER -> open();
      case DELETE, BACK_SPACE -> delete(shift ? Wires.KEEP : Wires.DROP);
      case ESCAPE -> escape();
      case SPACE -> run(() -> mouse.space(true));
      case DIGIT1 -> shift && run(view::fit);
      case DIGIT2 -> shift && run(view::zoomToSelection);
      default -> !shift && letter(event.getCode());
    };
  }

  private boolean letter(KeyCode code) {
    return switch (code) {
      case TAB -> run(this::askNode);
      case F2 -> run(view.edits()::rename);
      case H -> run(this::toggleHand);
      case L -> beginLink();
      case P -> preview();
      default -> false;
    };
  }

  private boolean pressWithShortcut(KeyEvent event) {
    return switch (event.getCode()) {
      case LEFT, RIGHT, UP, DOWN ->
          nudge(side(event.getCode()), event.isShiftDown() ? FAR : Desk.GRID);
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

  private void toggleHand() {
    boolean hand = view.toolProperty().get() == Tool.HAND;
    view.toolProperty().set(hand ? Tool.SELECT : Tool.HAND);
  }

  private void askNode() {
    Pointer at = mouse.last();
    boolean away = Double.isNaN(at.viewX());
    double x = away ? view.getWidth() / 2 : at.viewX();
    double y = away ? view.getHeight() / 2 : at.viewY();
    view.emit(
        new GraphIntent.AskNode(
            null,
            view.documentPoint(x, y),
            view.localToScreen(x, y),
            List.copyOf(view.getSelection().nodes())));
  }

  private boolean walk(Side side, boolean adds) {
    List<NodeWalk.Stop> stops = NodeWalk.stops(drawing.items());
    NodeWalk.Stop from = stop(stops);
    NodeItem first = first();
    NodeWalk.Stop to =
        from != null
            ? NodeWalk.next(stops, from, side)
            : first == null ? null : NodeWalk.Stop.of(first);
    if (to != null) {
      select(to.target(), adds);
      drawing.reveal(to.bounds());
      view.setAccessibleText(Messages.text("view.at", spoken(to), Messages.text("view")));
    }
    return from != null || to != null;
  }

  // What was selected last, cards before notes and frames.
  private NodeWalk.@Nullable Stop stop(List<NodeWalk.Stop> stops) {
    NodeItem card = current();
    GraphSelection selection = view.getSelection();
    GraphTarget target =
        card != null
            ? Picker.target(card)
            : !selection.notes().isEmpty()
                ? new GraphTarget.OnNote(List.copyOf(selection.notes()).getLast())
                : !selection.frames().isEmpty()
                    ? new GraphTarget.OnFrame(List.copyOf(selection.frames()).getLast())
                    : new GraphTarget.OnCanvas();
    return stops.stream().filter(stop -> stop.target().equals(target)).findFirst().orElse(null);
  }

  private void select(GraphTarget target, boolean adds) {
    GraphSelection selection = view.getSelection();
    switch (target) {
      case GraphTarget.OnNode(String key) -> select(selection.nodeKeys(), key, adds);
      case GraphTarget.OnFrame(String key) -> select(selection.frameKeys(), key, adds);
      case GraphTarget.OnNote(String key) -> select(selection.noteKeys(), key, adds);
      case GraphTarget.OnPort _, GraphTarget.OnLink _, GraphTarget.OnCanvas() -> {}
    }
  }

  private void select(GraphSelection.Keys keys, String key, boolean adds) {
    if (adds) {
      keys.addLast(key);
    } else {
      view.getSelection().only(keys, List.of(key));
    }
  }

  private String spoken(NodeWalk.Stop stop) {
    NodeItem card = stop.node();
    if (card != null) {
      return card.node().title();
    }
    BoxItem box =
        switch (stop.target()) {
          case GraphTarget.OnFrame(String key) -> drawing.items().frames().get(key);
          case GraphTarget.OnNote(String key) -> drawing.items().notes().get(key);
          default -> null;
        };
    return switch (box) {
      case FrameItem frame -> Messages.text("frame", frame.frame().title(), frame.frame().detail());
      case NoteItem note -> Messages.text("note", note.note().text().strip());
      case null -> "";
    };
  }

  private @Nullable NodeItem current() {
    NodeItem last = null;
    for (String key : view.getSelection().nodes()) {
      NodeItem item = drawing.items().node(key);
      last = item == null ? last : item;
    }
    for (String key : view.getSelection().frames()) {
      NodeItem item = drawing.items().node(Folding.keyOf(key));
      last = item == null || last != null ? last : item;
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
    if (node != null && node.frame() == null) {
      view.emit(new GraphIntent.Open(node.key()));
    } else if (!view.getSelection().frames().isEmpty()) {
      view.edits().toggleFold();
    } else if (!view.getSelection().notes().isEmpty()) {
      view.editNote(List.copyOf(view.getSelection().notes()).getLast());
    } else {
      return false;
    }
    return true;
  }

  private boolean delete(Wires wires) {
    LinkItem knotOf = drawing.knotOf();
    // What was selected since the knot was clicked is meant.
    boolean isMeant = knotOf != null && view.getSelection().links().contains(knotOf.key());
    if (knotOf != null && isMeant) {
      new Clicks(desk).removeKnot(knotOf, drawing.selectedKnot());
      return true;
    }
    boolean any = !view.getSelection().isEmpty();
    view.edits().delete(wires);
    return any;
  }

  private boolean escape() {
    if (mouse.cancel()) {
      return true;
    }
    boolean any = !view.getSelection().isEmpty();
    drawing.selectKnot(null, -1);
    view.getSelection().clear();
    return any;
  }

  private boolean nudge(Side side, double distance) {
    Moving moving = new Moving(view, drawing.items());
    if (moving.isEmpty()) {
      return false;
    }
    double dx = side == Side.LEFT ? -distance : side == Side.RIGHT ? distance : 0;
    double dy = side == Side.TOP ? -distance : side == Side.BOTTOM ? distance : 0;
    GraphIntent.MoveItems move = moving.by(dx, dy);
    view.emit(move);
    return true;
  }

  private boolean beginLink() {
    NodeItem node = current();
    return view.isEditable() && node != null && link.begin(node);
  }

  private boolean preview() {
    Pointer at = mouse.last();
    if (!Double.isNaN(at.viewX())
        && picker.at(at.viewX(), at.viewY()) instanceof Spot.OnPort port) {
      view.emit(new GraphIntent.Preview(drawing.items().folding().real(port.end())));
      return true;
    }
    return false;
  }

  /// The point of the view that a menu asked for by a key is of: the last selected card's header.
  Point2D menuPoint() {
    NodeItem node = current();
    return node == null
        ? new Point2D(view.getWidth() / 2, view.getHeight() / 2)
        : view.viewPoint(node.x() + node.width() / 2, node.y() + CardMetrics.HEADER / 2);
  }
}
