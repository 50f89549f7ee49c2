package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// What moves together: nodes, notes, frames with what is in them, and the knots of links between
/// them. Drawn by a distance from where the document has it, while the document does not know yet.
final class Moving {

  private final GraphView view;
  private final GraphItems items;
  // As they are drawn: a folded frame is a node here.
  private final Set<String> nodes = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<String> frames = new LinkedHashSet<>();
  // What moves because its frame does, and does not leave it.
  private final Set<String> carried = new LinkedHashSet<>();
  private final Set<String> carriedFrames = new LinkedHashSet<>();
  // Where the document has the nodes.
  private final Map<String, Point2D> starts = new HashMap<>();
  private double dx;
  private double dy;

  /// All that is selected.
  Moving(GraphView view, GraphItems items) {
    this.view = view;
    this.items = items;
    GraphSelection selection = view.getSelection();
    nodes.addAll(selection.nodes());
    notes.addAll(selection.notes());
    for (GraphFrame frame : view.getDocument().framesWithin(selection.frames())) {
      addFrame(frame);
    }
    nodes.removeIf(key -> items.node(key) == null);
    notes.removeIf(key -> items.notes().get(key) == null);
    items.settle();
    capture();
  }

  private void addFrame(GraphFrame frame) {
    if (items.frames().get(frame.key()) == null) {
      nodes.add(Folding.keyOf(frame.key()));
    } else {
      frames.add(frame.key());
      nodes.addAll(frame.nodes());
      notes.addAll(frame.notes());
      carried.addAll(frame.nodes());
      carried.addAll(frame.notes());
    }
    boolean isInner = !frame.outer().isEmpty() && moves(frame.outer());
    if (isInner) {
      carriedFrames.add(frame.key());
    }
  }

  private boolean moves(String frame) {
    return frames.contains(frame) || view.getSelection().frames().contains(frame);
  }

  private void capture() {
    for (String key : nodes) {
      NodeItem item = items.node(key);
      if (item != null) {
        starts.put(key, new Point2D(item.x(), item.y()));
      }
    }
  }

  boolean isEmpty() {
    return nodes.isEmpty() && notes.isEmpty() && frames.isEmpty();
  }

  Set<String> nodes() {
    return nodes;
  }

  Set<String> notes() {
    return notes;
  }

  /// Whether an open frame is among it.
  boolean moves(FrameItem frame) {
    return frames.contains(frame.key());
  }

  /// The only node that moves; null when something else does too.
  @Nullable NodeItem single() {
    NodeItem only =
        nodes.size() == 1 && notes.isEmpty() && frames.isEmpty()
            ? items.node(nodes.iterator().next())
            : null;
    return only == null || only.frame() != null ? null : only;
  }

  /// What all of it covers where the document has it; null for nothing.
  @Nullable Rectangle2D before() {
    Rectangle2D all = null;
    for (String key : nodes) {
      NodeItem item = items.node(key);
      all = item == null ? all : union(all, item.bounds());
    }
    for (String key : notes) {
      NoteItem item = items.notes().get(key);
      all = item == null ? all : union(all, item.bounds());
    }
    for (String key : frames) {
      FrameItem item = items.frames().get(key);
      all = item == null ? all : union(all, item.bounds());
    }
    return all;
  }

  private static Rectangle2D union(@Nullable Rectangle2D a, Rectangle2D b) {
    return a == null ? b : Camera.union(a, b);
  }

  /// Draws all of it elsewhere.
  void moveBy(double x, double y) {
    dx = x;
    dy = y;
    apply();
  }

  /// Draws it on its way again, after the document was drawn anew.
  void carry() {
    capture();
    apply();
  }

  private void apply() {
    for (String key : nodes) {
      NodeItem item = items.node(key);
      Point2D start = starts.get(key);
      if (item != null && start != null) {
        items.place(item, start.getX() + dx, start.getY() + dy);
        for (LinkItem link : item.links()) {
          if (link.from() == item && moves(link)) {
            items.lead(link, link.knotsBy(dx, dy));
          }
        }
      }
    }
    for (String key : notes) {
      NoteItem item = items.notes().get(key);
      if (item != null) {
        items.notes().place(item, moved(item.settled()));
      }
    }
    for (String key : frames) {
      FrameItem item = items.frames().get(key);
      if (item != null) {
        items.frames().place(item, moved(item.settled()));
      }
    }
  }

  private boolean moves(LinkItem link) {
    return !link.link().knots().isEmpty() && nodes.contains(link.to().key());
  }

  private Rectangle2D moved(Rectangle2D at) {
    return new Rectangle2D(at.getMinX() + dx, at.getMinY() + dy, at.getWidth(), at.getHeight());
  }

  boolean hasMoved() {
    return dx != 0 || dy != 0;
  }

  /// The intent of moving it by a distance, whatever it is over. Draws nothing elsewhere.
  GraphIntent.MoveItems by(double x, double y) {
    moveBy(x, y);
    carried.addAll(nodes);
    carried.addAll(notes);
    view.getDocument().frames().forEach(frame -> carriedFrames.add(frame.key()));
    GraphIntent.MoveItems move = intent(null);
    items.settle();
    return move;
  }

  /// The intent of it. To be asked while it is drawn where it is to be.
  ///
  /// @param frame the frame that it is over; null for none
  GraphIntent.MoveItems intent(@Nullable FrameItem frame) {
    SequencedMap<String, Point2D> nodePlaces = new LinkedHashMap<>();
    SequencedMap<String, Point2D> notePlaces = new LinkedHashMap<>();
    SequencedMap<String, Point2D> framePlaces = new LinkedHashMap<>();
    for (NodeItem item : items.nodes()) {
      if (nodes.contains(item.key())) {
        GraphFrame folded = item.frame();
        Point2D place = new Point2D(item.x(), item.y());
        if (folded == null) {
          nodePlaces.put(item.key(), place);
        } else {
          framePlaces.put(folded.key(), place);
          unfold(folded, nodePlaces, notePlaces, framePlaces);
        }
      }
    }
    for (NoteItem item : items.notes().all()) {
      if (notes.contains(item.key())) {
        notePlaces.put(item.key(), new Point2D(item.x(), item.y()));
      }
    }
    for (FrameItem item : items.frames().all()) {
      if (frames.contains(item.key())) {
        framePlaces.put(item.key(), new Point2D(item.x(), item.y()));
      }
    }
    return new GraphIntent.MoveItems(
        nodePlaces,
        notePlaces,
        framePlaces,
        knots(nodePlaces.keySet()),
        joins(nodePlaces.keySet(), carried, frame, key -> Frames.ofNode(document(), key)),
        joins(notePlaces.keySet(), carried, frame, key -> Frames.ofNote(document(), key)),
        joins(framePlaces.keySet(), carriedFrames, frame, key -> Frames.ofFrame(document(), key)));
  }

  private GraphDocument document() {
    return view.getDocument();
  }

  private void unfold(
      GraphFrame folded,
      SequencedMap<String, Point2D> nodePlaces,
      SequencedMap<String, Point2D> notePlaces,
      SequencedMap<String, Point2D> framePlaces) {
    Set<String> hiddenNodes = new HashSet<>();
    Set<String> hiddenNotes = new HashSet<>();
    for (GraphFrame frame : document().framesWithin(List.of(folded.key()))) {
      hiddenNodes.addAll(frame.nodes());
      hiddenNotes.addAll(frame.notes());
      if (!frame.key().equals(folded.key())) {
        carriedFrames.add(frame.key());
        framePlaces.put(frame.key(), new Point2D(frame.x() + dx, frame.y() + dy));
      }
    }
    carried.addAll(hiddenNodes);
    carried.addAll(hiddenNotes);
    for (GraphNode node : document().nodes()) {
      if (node.isPlaced() && hiddenNodes.contains(node.key())) {
        nodePlaces.put(node.key(), new Point2D(node.x() + dx, node.y() + dy));
      }
    }
    for (GraphNote note : document().notes()) {
      if (hiddenNotes.contains(note.key())) {
        notePlaces.put(note.key(), new Point2D(note.x() + dx, note.y() + dy));
      }
    }
  }

  private SequencedMap<String, List<Point2D>> knots(Set<String> moved) {
    SequencedMap<String, List<Point2D>> knots = new LinkedHashMap<>();
    for (GraphLink link : view.getDocument().links()) {
      if (!link.knots().isEmpty()
          && moved.contains(link.from().node())
          && moved.contains(link.to().node())) {
        List<Point2D> places = new ArrayList<>(link.knots());
        places.replaceAll(knot -> knot.add(dx, dy));
        knots.put(link.key(), places);
      }
    }
    return knots;
  }

  private static SequencedMap<String, String> joins(
      Set<String> moved,
      Set<String> staying,
      @Nullable FrameItem frame,
      UnaryOperator<String> frameOf) {
    SequencedMap<String, String> joins = new LinkedHashMap<>();
    String to = frame == null ? "" : frame.key();
    for (String key : moved) {
      if (!staying.contains(key) && !frameOf.apply(key).equals(to)) {
        joins.put(key, to);
      }
    }
    return joins;
  }
}
