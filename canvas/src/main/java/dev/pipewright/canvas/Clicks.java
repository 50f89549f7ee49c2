package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/// What presses select, and what clicks and double clicks do.
final class Clicks {

  private static final double TITLE_END =
      CardMetrics.BORDER + CardMetrics.STRIP + CardMetrics.HEADER;

  private final Desk desk;
  private final GraphView view;
  private final GraphSelection selection;

  Clicks(Desk desk) {
    this.desk = desk;
    view = desk.view();
    selection = view.getSelection();
  }

  /// The primary button went down.
  ///
  /// @param adds whether what is selected shall stay so
  void pressed(Spot spot, boolean adds) {
    desk.drawing().selectKnot(null, -1);
    switch (spot) {
      case Spot.OnPort _ -> {}
      case Spot.OnNode(NodeItem node) -> select(keysOf(node), keyOf(node), adds);
      case Spot.OnBox(BoxItem _, Grip grip) when grip == Grip.FOLD -> {}
      case Spot.OnBox(BoxItem box, Grip _) -> select(keysOf(box), box.key(), adds);
      case Spot.OnKnot(LinkItem link, int index) -> {
        selection.selectLinks(List.of(link.key()));
        desk.drawing().selectKnot(link, index);
      }
      case Spot.OnEnd(LinkItem link, PortSide _) -> select(selection.linkKeys(), link.key(), adds);
      case Spot.OnLink(LinkItem link) -> select(selection.linkKeys(), link.key(), adds);
      case Spot.OnCanvas() -> {
        if (!adds) {
          selection.clear();
        }
      }
    }
  }

  /// The secondary button went down: what it is pressed on is selected, with others if it was.
  void pressedForMenu(Spot spot) {
    switch (spot) {
      case Spot.OnPort port -> select(keysOf(port.node()), keyOf(port.node()), false);
      default -> pressed(spot, false);
    }
  }

  private GraphSelection.Keys keysOf(NodeItem node) {
    return node.frame() == null ? selection.nodeKeys() : selection.frameKeys();
  }

  private static String keyOf(NodeItem node) {
    GraphFrame frame = node.frame();
    return frame == null ? node.key() : frame.key();
  }

  private GraphSelection.Keys keysOf(BoxItem box) {
    return switch (box) {
      case FrameItem _ -> selection.frameKeys();
      case NoteItem _ -> selection.noteKeys();
    };
  }

  private void select(GraphSelection.Keys keys, String key, boolean adds) {
    if (adds) {
      keys.toggle(key);
    } else if (!keys.contains(key)) {
      selection.only(keys, List.of(key));
    }
  }

  /// The primary button went up where it went down.
  void clicked(Spot spot, Pointer at, boolean adds, int count) {
    boolean twice = count == 2;
    switch (spot) {
      case Spot.OnPort port -> select(keysOf(port.node()), keyOf(port.node()), adds);
      case Spot.OnNode(NodeItem node) -> clicked(node, at, adds, twice);
      case Spot.OnBox(FrameItem frame, Grip grip) -> clicked(frame, grip, adds, twice);
      case Spot.OnBox(NoteItem note, Grip _) -> {
        alone(selection.noteKeys(), note.key(), adds);
        if (twice) {
          view.editNote(note.key());
        }
      }
      case Spot.OnEnd(LinkItem link, PortSide _) -> clicked(link, at, adds, twice);
      case Spot.OnLink(LinkItem link) -> clicked(link, at, adds, twice);
      case Spot.OnKnot(LinkItem link, int index) -> {
        if (twice) {
          removeKnot(link, index);
        }
      }
      case Spot.OnCanvas() -> {
        if (twice && !adds) {
          askNode(at);
        }
      }
    }
  }

  private void alone(GraphSelection.Keys keys, String key, boolean adds) {
    if (!adds) {
      selection.only(keys, List.of(key));
    }
  }

  private void clicked(NodeItem node, Pointer at, boolean adds, boolean twice) {
    alone(keysOf(node), keyOf(node), adds);
    GraphFrame frame = node.frame();
    if (!twice) {
      return;
    }
    if (isOnTitle(node, at)) {
      if (frame == null) {
        view.editTitle(node.key());
      } else {
        view.editFrameTitle(frame.key());
      }
    } else if (frame == null) {
      view.emit(new GraphIntent.Open(node.key()));
    } else {
      view.emit(new GraphIntent.FoldFrame(frame.key(), FrameState.OPEN));
    }
  }

  // Beside the icon, as far as the title goes.
  private static boolean isOnTitle(NodeItem node, Pointer at) {
    double x = at.x() - node.x();
    double start = CardMetrics.SIDE + CardMetrics.TILE + CardMetrics.TILE_GAP;
    return at.y() - node.y() <= TITLE_END && x >= start;
  }

  private void clicked(FrameItem frame, Grip grip, boolean adds, boolean twice) {
    if (grip == Grip.FOLD) {
      view.emit(new GraphIntent.FoldFrame(frame.key(), FrameState.FOLDED));
      return;
    }
    alone(selection.frameKeys(), frame.key(), adds);
    if (twice && grip == Grip.BODY) {
      view.editFrameTitle(frame.key());
    }
  }

  private void clicked(LinkItem link, Pointer at, boolean adds, boolean twice) {
    if (twice && !adds) {
      List<Point2D> knots = new ArrayList<>(link.knots());
      int curve = link.path().nearest(at.x(), at.y());
      knots.add(curve, new Point2D(Desk.snap(at.x()), Desk.snap(at.y())));
      view.emit(new GraphIntent.SetKnots(link.key(), knots));
    }
  }

  void removeKnot(LinkItem link, int index) {
    List<Point2D> knots = new ArrayList<>(link.link().knots());
    knots.remove(index);
    desk.drawing().selectKnot(null, -1);
    view.emit(new GraphIntent.SetKnots(link.key(), knots));
  }

  private void askNode(Pointer at) {
    view.emit(
        new GraphIntent.AskNode(
            null, new Point2D(at.x(), at.y()), view.localToScreen(at.viewX(), at.viewY())));
  }
}
