package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Drags an edge or a corner of a frame or note.
final class BoxResize implements Gesture {

  private final Desk desk;
  private final BoxItem box;
  private final Grip grip;
  private final Pointer start;
  private final Rectangle2D before;
  private Rectangle2D bounds;

  BoxResize(Desk desk, BoxItem box, Grip grip, Pointer start) {
    this.desk = desk;
    this.box = box;
    this.grip = grip;
    this.start = start;
    before = box.bounds();
    bounds = before;
  }

  @Override
  public void drag(Pointer at) {
    double x1 = before.getMinX();
    double y1 = before.getMinY();
    double x2 = before.getMaxX();
    double y2 = before.getMaxY();
    double dx = at.x() - start.x();
    double dy = at.y() - start.y();
    if (grip.across() < 0) {
      x1 = Math.min(place(x1 + dx, at), x2 - box.least());
    } else if (grip.across() > 0) {
      x2 = Math.max(place(x2 + dx, at), x1 + box.least());
    }
    if (grip.down() < 0) {
      y1 = Math.min(place(y1 + dy, at), y2 - box.least());
    } else if (grip.down() > 0) {
      y2 = Math.max(place(y2 + dy, at), y1 + box.least());
    }
    bounds = new Rectangle2D(x1, y1, x2 - x1, y2 - y1);
    carry();
  }

  private static double place(double value, Pointer at) {
    return at.alt() ? Math.rint(value) : Desk.snap(value);
  }

  @Override
  public void carry() {
    switch (box) {
      case FrameItem frame -> desk.items().frames().place(frame, bounds);
      case NoteItem note -> desk.items().notes().place(note, bounds);
    }
    desk.drawing().moved();
  }

  @Override
  public @Nullable GraphIntent drop(Pointer at) {
    if (bounds.equals(box.settled())) {
      return null;
    }
    return switch (box) {
      case FrameItem frame ->
          new GraphIntent.ResizeFrame(
              frame.key(), bounds, nodesWithin(), notesWithin(), framesWithin());
      case NoteItem note -> new GraphIntent.ResizeNote(note.key(), bounds);
    };
  }

  // What is in another frame stays there.
  private List<String> nodesWithin() {
    List<String> within = new ArrayList<>();
    for (NodeItem node : desk.items().nodes()) {
      if (node.frame() == null
          && isFree(Frames.ofNode(desk.view().getDocument(), node.key()))
          && bounds.contains(node.x() + node.width() / 2, node.y() + node.height() / 2)) {
        within.add(node.key());
      }
    }
    return within;
  }

  private List<String> notesWithin() {
    List<String> within = new ArrayList<>();
    for (NoteItem note : desk.items().notes().all()) {
      if (isFree(Frames.ofNote(desk.view().getDocument(), note.key()))
          && bounds.contains(note.x() + note.width() / 2, note.y() + note.height() / 2)) {
        within.add(note.key());
      }
    }
    return within;
  }

  // One that was in it stays as nodes do; another has to lie in it as a whole.
  private List<String> framesWithin() {
    List<String> within = new ArrayList<>();
    for (GraphFrame frame : desk.view().getDocument().frames()) {
      Rectangle2D at = drawn(frame.key());
      if (at != null
          && !frame.key().equals(box.key())
          && isFree(frame.outer())
          && (frame.outer().equals(box.key())
              ? bounds.contains(
                  middle(at.getMinX(), at.getMaxX()), middle(at.getMinY(), at.getMaxY()))
              : bounds.contains(at))) {
        within.add(frame.key());
      }
    }
    return within;
  }

  private static double middle(double from, double to) {
    return (from + to) / 2;
  }

  private @Nullable Rectangle2D drawn(String frame) {
    FrameItem open = desk.items().frames().get(frame);
    NodeItem folded = desk.items().node(Folding.keyOf(frame));
    return open != null ? open.bounds() : folded == null ? null : folded.bounds();
  }

  private boolean isFree(String frame) {
    return frame.equals(box.key())
        || frame.equals(Frames.ofFrame(desk.view().getDocument(), box.key()));
  }

  @Override
  public boolean lives() {
    return switch (box) {
      case FrameItem frame -> desk.items().frames().get(frame.key()) == frame;
      case NoteItem note -> desk.items().notes().get(note.key()) == note;
    };
  }

  @Override
  public void cancel() {}
}
