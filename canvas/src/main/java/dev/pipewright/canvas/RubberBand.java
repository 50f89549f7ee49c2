package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Selects the nodes and notes that a rectangle touches, and the frames that lie in it.
final class RubberBand implements Gesture {

  private final Desk desk;
  private final Pointer start;
  private final Set<String> nodes;
  private final Set<String> frames;
  private final Set<String> notes;
  private final List<NodeItem> nodesIn = new ArrayList<>();
  private final List<FrameItem> framesIn = new ArrayList<>();
  private final List<NoteItem> notesIn = new ArrayList<>();

  /// What is selected now stays so.
  RubberBand(Desk desk, Pointer start) {
    this.desk = desk;
    this.start = start;
    GraphSelection selection = desk.view().getSelection();
    nodes = Set.copyOf(selection.nodes());
    frames = Set.copyOf(selection.frames());
    notes = Set.copyOf(selection.notes());
  }

  @Override
  public void drag(Pointer at) {
    GraphView view = desk.view();
    double fromX = (start.x() - view.originXProperty().get()) * view.getZoom();
    double fromY = (start.y() - view.originYProperty().get()) * view.getZoom();
    desk.hints().band(fromX, fromY, at.viewX(), at.viewY());
    double x1 = Math.min(start.x(), at.x());
    double y1 = Math.min(start.y(), at.y());
    double x2 = Math.max(start.x(), at.x());
    double y2 = Math.max(start.y(), at.y());
    GraphItems items = desk.items();
    items.nodesIn(x1, y1, x2, y2, nodesIn);
    items.frames().in(x1, y1, x2, y2, framesIn);
    items.notes().in(x1, y1, x2, y2, notesIn);
    Set<String> allNodes = new LinkedHashSet<>(nodes);
    Set<String> allFrames = new LinkedHashSet<>(frames);
    Set<String> allNotes = new LinkedHashSet<>(notes);
    for (NodeItem node : nodesIn) {
      GraphFrame folded = node.frame();
      if (node.touchesCard(x1, y1, x2, y2)) {
        (folded == null ? allNodes : allFrames).add(folded == null ? node.key() : folded.key());
      }
    }
    for (FrameItem frame : framesIn) {
      if (frame.x() >= x1
          && frame.y() >= y1
          && frame.x() + frame.width() <= x2
          && frame.y() + frame.height() <= y2) {
        allFrames.add(frame.key());
      }
    }
    notesIn.forEach(note -> allNotes.add(note.key()));
    view.getSelection().nodeKeys().become(allNodes);
    view.getSelection().frameKeys().become(allFrames);
    view.getSelection().noteKeys().become(allNotes);
  }

  @Override
  public @Nullable GraphIntent drop(Pointer at) {
    return null;
  }

  @Override
  public void cancel() {
    GraphSelection selection = desk.view().getSelection();
    selection.nodeKeys().become(nodes);
    selection.frameKeys().become(frames);
    selection.noteKeys().become(notes);
  }
}
