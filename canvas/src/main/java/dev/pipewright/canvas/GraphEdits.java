package dev.pipewright.canvas;

import dev.pipewright.canvas.Items.Item;
import java.util.HashSet;
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

  /// Brings the selected nodes, notes and frames into one line, that of the outermost.
  public void align(Alignment alignment) {
    emit(Arrangement.aligned(bounds(), alignment));
  }

  /// Makes the gaps between the selected nodes, notes and frames equal; the outermost stay.
  public void distribute(Axis axis) {
    emit(Arrangement.distributed(bounds(), axis));
  }

  private SequencedMap<Item, Rectangle2D> bounds() {
    return new Items(view).bounds();
  }

  private void emit(SequencedMap<Item, Point2D> places) {
    if (!places.isEmpty()) {
      view.emit(new Items(view).moved(places));
    }
  }

  /// Deletes what is selected; with a folded frame what is in it.
  public void delete(Wires wires) {
    if (selection().isEmpty()) {
      return;
    }
    Set<String> nodes = new LinkedHashSet<>(selection().nodes());
    Set<String> notes = new LinkedHashSet<>(selection().notes());
    Set<String> frames = new LinkedHashSet<>(selection().frames());
    List<String> folded =
        frames().stream()
            .filter(frame -> frame.state() == FrameState.FOLDED)
            .map(GraphFrame::key)
            .toList();
    for (GraphFrame frame : view.getDocument().framesWithin(folded)) {
      nodes.addAll(frame.nodes());
      notes.addAll(frame.notes());
      frames.add(frame.key());
    }
    view.emit(
        new GraphIntent.Delete(
            List.copyOf(nodes),
            List.copyOf(selection().links()),
            List.copyOf(frames),
            List.copyOf(notes),
            wires));
  }

  /// Gives the selected nodes, and those in the selected frames, a mode, or, where all have it,
  /// takes it from them.
  public void toggle(NodeMode mode) {
    Set<String> keys = new HashSet<>(selection().nodes());
    view.getDocument()
        .framesWithin(selection().frames())
        .forEach(frame -> keys.addAll(frame.nodes()));
    List<GraphNode> nodes =
        view.getDocument().nodes().stream().filter(node -> keys.contains(node.key())).toList();
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

  /// Puts a frame around the selected nodes, notes and frames.
  public void group() {
    SequencedMap<Item, Rectangle2D> bounds = bounds();
    bounds.values().stream()
        .reduce(Camera::union)
        .ifPresent(
            all ->
                view.emit(
                    new GraphIntent.Group(
                        Items.keys(bounds, Item.Kind.NODE),
                        Items.keys(bounds, Item.Kind.NOTE),
                        Items.keys(bounds, Item.Kind.FRAME),
                        around(all))));
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
