package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// What can be done to all that is selected, for menus and keys. Each method says one intent, or
/// none where it would change nothing.
public final class GraphEdits {

  private static final double FRAME_PAD = 16;

  private final GraphView view;

  GraphEdits(GraphView view) {
    this.view = view;
  }

  private GraphSelection selection() {
    return view.getSelection();
  }

  private List<GraphNode> nodes() {
    return view.getDocument().nodes().stream()
        .filter(node -> selection().nodes().contains(node.key()))
        .toList();
  }

  private List<GraphFrame> frames() {
    return view.getDocument().frames().stream()
        .filter(frame -> selection().frames().contains(frame.key()))
        .toList();
  }

  /// Brings the selected nodes and notes into one line, that of the outermost.
  public void align(Alignment alignment) {
    emit(Arrangement.aligned(bounds(), alignment));
  }

  /// Makes the gaps between the selected nodes and notes equal; the outermost stay.
  public void distribute(Axis axis) {
    emit(Arrangement.distributed(bounds(), axis));
  }

  private record Item(boolean isNode, String key) {}

  private SequencedMap<Item, Rectangle2D> bounds() {
    SequencedMap<Item, Rectangle2D> bounds = new LinkedHashMap<>();
    for (GraphNode node : nodes()) {
      Rectangle2D at = view.nodeBounds(node.key());
      if (at != null) {
        bounds.put(new Item(true, node.key()), at);
      }
    }
    for (GraphNote note : view.getDocument().notes()) {
      if (selection().notes().contains(note.key())) {
        bounds.put(
            new Item(false, note.key()),
            new Rectangle2D(note.x(), note.y(), note.width(), note.height()));
      }
    }
    return bounds;
  }

  private void emit(SequencedMap<Item, Point2D> places) {
    SequencedMap<String, Point2D> nodes = new LinkedHashMap<>();
    SequencedMap<String, Point2D> notes = new LinkedHashMap<>();
    places.forEach((item, place) -> (item.isNode() ? nodes : notes).put(item.key(), place));
    if (!places.isEmpty()) {
      SequencedMap<String, Point2D> none = new LinkedHashMap<>();
      SequencedMap<String, String> stay = new LinkedHashMap<>();
      view.emit(new GraphIntent.MoveItems(nodes, notes, none, new LinkedHashMap<>(), stay, stay));
    }
  }

  /// Deletes what is selected; with a folded frame what is in it.
  public void delete(Wires wires) {
    if (selection().isEmpty()) {
      return;
    }
    Set<String> nodes = new LinkedHashSet<>(selection().nodes());
    Set<String> notes = new LinkedHashSet<>(selection().notes());
    for (GraphFrame frame : frames()) {
      if (frame.state() == FrameState.FOLDED) {
        nodes.addAll(frame.nodes());
        notes.addAll(frame.notes());
      }
    }
    view.emit(
        new GraphIntent.Delete(
            List.copyOf(nodes),
            List.copyOf(selection().links()),
            List.copyOf(selection().frames()),
            List.copyOf(notes),
            wires));
  }

  /// Gives the selected nodes a mode, or, where all have it, takes it from them.
  public void toggle(NodeMode mode) {
    List<GraphNode> nodes = nodes();
    if (!nodes.isEmpty()) {
      boolean all = nodes.stream().allMatch(node -> node.mode() == mode);
      view.emit(
          new GraphIntent.SetMode(
              nodes.stream().map(GraphNode::key).toList(), all ? NodeMode.NORMAL : mode));
    }
  }

  /// Collapses the selected nodes, or, where all are, shows them in full.
  public void toggleCollapsed() {
    List<GraphNode> nodes = nodes();
    if (!nodes.isEmpty()) {
      boolean all = nodes.stream().allMatch(node -> node.shape() == NodeShape.COLLAPSED);
      view.emit(
          new GraphIntent.Collapse(
              nodes.stream().map(GraphNode::key).toList(),
              all ? NodeShape.FULL : NodeShape.COLLAPSED));
    }
  }

  /// Puts a frame around the selected nodes and notes.
  public void group() {
    SequencedMap<Item, Rectangle2D> bounds = bounds();
    bounds.values().stream()
        .reduce(Camera::union)
        .ifPresent(
            all ->
                view.emit(
                    new GraphIntent.Group(keys(bounds, true), keys(bounds, false), around(all))));
  }

  private static List<String> keys(SequencedMap<Item, Rectangle2D> items, boolean areNodes) {
    return new ArrayList<>(items.keySet())
        .stream().filter(item -> item.isNode() == areNodes).map(Item::key).toList();
  }

  private static Rectangle2D around(Rectangle2D all) {
    return new Rectangle2D(
        all.getMinX() - FRAME_PAD,
        all.getMinY() - FRAME_PAD - GraphFrame.TITLE,
        all.getWidth() + 2 * FRAME_PAD,
        all.getHeight() + 2 * FRAME_PAD + GraphFrame.TITLE);
  }

  /// Takes the selected frames away and leaves what is in them.
  public void ungroup() {
    if (!selection().frames().isEmpty()) {
      view.emit(new GraphIntent.Ungroup(List.copyOf(selection().frames())));
    }
  }

  /// Folds the selected frames that are open; those of the selected nodes where none is selected.
  /// Where all are folded, opens them.
  public void toggleFold() {
    List<GraphFrame> frames = frames().isEmpty() ? framesOfNodes() : frames();
    boolean anyOpen = frames.stream().anyMatch(frame -> frame.state() == FrameState.OPEN);
    FrameState wanted = anyOpen ? FrameState.FOLDED : FrameState.OPEN;
    for (GraphFrame frame : frames) {
      if (frame.state() != wanted) {
        view.emit(new GraphIntent.FoldFrame(frame.key(), wanted));
      }
    }
  }

  private List<GraphFrame> framesOfNodes() {
    return view.getDocument().frames().stream()
        .filter(frame -> frame.nodes().stream().anyMatch(selection().nodes()::contains))
        .toList();
  }

  /// Opens a text field in the title of what was selected last, node or frame, or the text of the
  /// selected note.
  public void rename() {
    if (!selection().nodes().isEmpty()) {
      view.editTitle(List.copyOf(selection().nodes()).getLast());
    } else if (!selection().frames().isEmpty()) {
      view.editFrameTitle(List.copyOf(selection().frames()).getLast());
    } else if (!selection().notes().isEmpty()) {
      view.editNote(List.copyOf(selection().notes()).getLast());
    }
  }
}
