package dev.pipewright.pipeline;

import dev.pipewright.pipeline.ParameterValue.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// How the pipeline is drawn. It changes neither what a run does nor any cache key. Edits that
/// remove or rename nodes and links keep it in step; it may still name some that are not there.
///
/// @param positions where nodes stand on the canvas; a node without one is placed by the canvas
/// @param collapsed the nodes of which only the head is drawn
/// @param knots the points that a link is led through, from its source on
/// @param notes texts on the canvas, the lowest first; ids are distinct
/// @param frames groups of nodes, the lowest first and each above the one that it lies in; ids are
///   distinct. One that names a frame that is not there lies in none, and one more than
///   `Layout.MOST_DEEP` deep lies in the last frame that is not
/// @param other what else a canvas keeps, as it stands in the project file
public record Layout(
    SequencedMap<NodeId, Position> positions,
    SequencedSet<NodeId> collapsed,
    SequencedMap<Link, List<Position>> knots,
    List<Note> notes,
    List<Frame> frames,
    Fields other) {

  /// Nothing has been placed.
  public static final Layout EMPTY =
      new Layout(
          new LinkedHashMap<>(),
          new LinkedHashSet<>(),
          new LinkedHashMap<>(),
          List.of(),
          List.of(),
          Fields.EMPTY);

  /// How deep frames lie in one another at most.
  public static final int MOST_DEEP = 16;

  /// The top left corner of a node, in pixels at zoom 1; y grows downwards.
  public record Position(double x, double y) {
    public Position {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("not a position: " + x + ", " + y);
      }
      x += 0.0; // -0 would be read back as another position.
      y += 0.0;
    }

    /// So much farther right and down.
    public Position movedBy(double dx, double dy) {
      return new Position(x + dx, y + dy);
    }
  }

  public Layout {
    positions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(positions));
    collapsed = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(collapsed));
    SequencedMap<Link, List<Position>> led = new LinkedHashMap<>();
    knots.forEach(
        (link, points) -> {
          if (!points.isEmpty()) {
            led.put(link, List.copyOf(points));
          }
        });
    knots = Collections.unmodifiableSequencedMap(led);
    notes = List.copyOf(notes);
    requireDistinct(notes.stream().map(Note::id).toList());
    requireDistinct(frames.stream().map(Frame::id).toList());
    frames = FrameTree.ordered(frames);
  }

  private static void requireDistinct(List<String> ids) {
    if (new LinkedHashSet<>(ids).size() < ids.size()) {
      throw new IllegalArgumentException("two of one id: " + ids);
    }
  }

  /// The note of this id.
  public Optional<Note> note(String id) {
    return notes.stream().filter(note -> note.id().equals(id)).findFirst();
  }

  /// The frame of this id.
  public Optional<Frame> frame(String id) {
    return frames.stream().filter(frame -> frame.id().equals(id)).findFirst();
  }

  /// The innermost frame that this node is in.
  public Optional<Frame> frameOf(NodeId node) {
    return frames.stream().filter(frame -> frame.nodes().contains(node)).findFirst();
  }

  /// The innermost frame that this note is in.
  public Optional<Frame> frameOfNote(String note) {
    return frames.stream().filter(frame -> frame.notes().contains(note)).findFirst();
  }

  /// These frames and all frames in them, however deep, in their order.
  public List<Frame> framesWithin(Collection<String> ids) {
    Set<String> within = new HashSet<>(ids);
    List<Frame> found = new ArrayList<>();
    for (Frame frame : frames) {
      boolean isInner = !frame.outer().isEmpty() && within.contains(frame.outer());
      if (isInner || within.contains(frame.id())) {
        within.add(frame.id());
        found.add(frame);
      }
    }
    return found;
  }

  /// The nodes in this frame and in all frames in it, however deep; some may not be in the
  /// pipeline.
  public SequencedSet<NodeId> nodesWithin(String id) {
    SequencedSet<NodeId> nodes = new LinkedHashSet<>();
    framesWithin(List.of(id)).forEach(frame -> nodes.addAll(frame.nodes()));
    return nodes;
  }

  /// The ids of the frames that this frame lies in, the innermost first.
  public List<String> outers(String id) {
    List<String> outers = new ArrayList<>();
    for (Frame at = frame(id).orElse(null); at != null && !at.outer().isEmpty(); ) {
      outers.add(at.outer());
      at = frame(at.outer()).orElse(null);
    }
    return outers;
  }

  /// The points that this link is led through; none for a link drawn freely.
  public List<Position> knots(Link link) {
    return knots.getOrDefault(link, List.of());
  }

  /// An id that no note has.
  public String freeNoteId() {
    return free("note", id -> note(id).isPresent());
  }

  /// An id that no frame has.
  public String freeFrameId() {
    return free("frame", id -> frame(id).isPresent());
  }

  static String free(String word, Predicate<String> isTaken) {
    int number = 1;
    while (isTaken.test(word + number)) {
      number++;
    }
    return word + number;
  }

  /// The same layout with this node there.
  public Layout with(NodeId node, Position position) {
    return withPositions(Map.of(node, position));
  }

  /// The same layout with these nodes there; others stay where they are.
  public Layout withPositions(Map<NodeId, Position> places) {
    SequencedMap<NodeId, Position> changed = new LinkedHashMap<>(positions);
    changed.putAll(places);
    return new Layout(changed, collapsed, knots, notes, frames, other);
  }

  /// The same layout with no node's position but these.
  public Layout withPositionsOnly(SequencedMap<NodeId, Position> places) {
    return new Layout(places, collapsed, knots, notes, frames, other);
  }

  /// The same layout with only the heads of these nodes drawn, too.
  public Layout withCollapsed(Collection<NodeId> nodes) {
    SequencedSet<NodeId> changed = new LinkedHashSet<>(collapsed);
    changed.addAll(nodes);
    return new Layout(positions, changed, knots, notes, frames, other);
  }

  /// The same layout with these nodes drawn whole.
  public Layout withoutCollapsed(Collection<NodeId> nodes) {
    SequencedSet<NodeId> changed = new LinkedHashSet<>(collapsed);
    changed.removeAll(nodes);
    return new Layout(positions, changed, knots, notes, frames, other);
  }

  /// The same layout with a link led through these points; none to draw it freely.
  public Layout withKnots(Link link, List<Position> points) {
    SequencedMap<Link, List<Position>> changed = new LinkedHashMap<>(knots);
    changed.put(link, points);
    return withKnots(changed);
  }

  private Layout withKnots(SequencedMap<Link, List<Position>> newKnots) {
    return new Layout(positions, collapsed, newKnots, notes, frames, other);
  }

  /// The same layout with this note, in the place of the one of its id or else on top.
  public Layout withNote(Note note) {
    return withNotes(put(notes, note, Note::id));
  }

  /// The same layout without this note, in no frame either.
  public Layout withoutNote(String id) {
    return withNotes(notes.stream().filter(note -> !note.id().equals(id)).toList())
        .withFrames(
            frames.stream()
                .map(f -> f.withNotes(f.notes().stream().filter(n -> !n.equals(id)).toList()))
                .toList());
  }

  /// The same layout with these notes.
  public Layout withNotes(List<Note> newNotes) {
    return new Layout(positions, collapsed, knots, newNotes, frames, other);
  }

  /// The same layout with this frame, in the place of the one of its id or else on top. What it
  /// holds leaves the other frames: nothing is in two.
  public Layout withFrame(Frame frame) {
    List<Frame> others = new ArrayList<>(frames);
    others.replaceAll(f -> f.id().equals(frame.id()) ? f : without(f, frame));
    return withFrames(put(others, frame, Frame::id));
  }

  private static Frame without(Frame frame, Frame taken) {
    return frame
        .withNodes(frame.nodes().stream().filter(n -> !taken.nodes().contains(n)).toList())
        .withNotes(frame.notes().stream().filter(n -> !taken.notes().contains(n)).toList());
  }

  /// The same layout without this frame; what is in it stays, in the frame that it lay in.
  public Layout withoutFrame(String id) {
    return frame(id).map(this::without).orElse(this);
  }

  private Layout without(Frame gone) {
    return withFrames(
        frames.stream()
            .filter(frame -> frame != gone)
            .map(frame -> isIn(frame, gone) ? frame.withOuter(gone.outer()) : frame)
            .map(frame -> isIn(gone, frame) ? joined(frame, gone) : frame)
            .toList());
  }

  private static boolean isIn(Frame frame, Frame outer) {
    return !frame.outer().isEmpty() && frame.outer().equals(outer.id());
  }

  private static Frame joined(Frame frame, Frame gone) {
    return frame
        .withNodes(Stream.concat(frame.nodes().stream(), gone.nodes().stream()).toList())
        .withNotes(Stream.concat(frame.notes().stream(), gone.notes().stream()).toList());
  }

  /// The same layout with these frames.
  public Layout withFrames(List<Frame> newFrames) {
    return new Layout(positions, collapsed, knots, notes, newFrames, other);
  }

  private static <T> List<T> put(List<T> list, T item, Function<T, String> id) {
    List<T> changed = new ArrayList<>(list);
    changed.replaceAll(t -> id.apply(t).equals(id.apply(item)) ? item : t);
    if (!changed.contains(item)) {
      changed.add(item);
    }
    return changed;
  }

  /// The same layout without this node and its links.
  Layout without(NodeId node) {
    SequencedMap<NodeId, Position> placed = new LinkedHashMap<>(positions);
    placed.remove(node);
    return new Layout(
            placed, collapsed, knots, notes, framed(n -> n.filter(i -> !i.equals(node))), other)
        .withoutCollapsed(List.of(node))
        .withoutKnots(link -> link.touches(node));
  }

  /// The same layout with the links of which this holds drawn freely.
  Layout withoutKnots(Predicate<Link> isGone) {
    if (knots.keySet().stream().noneMatch(isGone)) {
      return this;
    }
    SequencedMap<Link, List<Position>> changed = new LinkedHashMap<>(knots);
    changed.keySet().removeIf(isGone);
    return withKnots(changed);
  }

  /// The same layout with a node under its new name, at its old place in the order.
  Layout renamed(NodeId from, NodeId to) {
    UnaryOperator<NodeId> rename = node -> node.equals(from) ? to : node;
    SequencedMap<NodeId, Position> placed = new LinkedHashMap<>();
    positions.forEach((node, position) -> placed.put(rename.apply(node), position));
    SequencedSet<NodeId> small = new LinkedHashSet<>();
    collapsed.forEach(node -> small.add(rename.apply(node)));
    SequencedMap<Link, List<Position>> led = new LinkedHashMap<>();
    knots.forEach((link, points) -> led.put(link.renamed(from, to), points));
    return new Layout(placed, small, led, notes, framed(n -> n.map(rename)), other);
  }

  private List<Frame> framed(UnaryOperator<Stream<NodeId>> change) {
    return frames.stream()
        .map(frame -> frame.withNodes(change.apply(frame.nodes().stream()).toList()))
        .toList();
  }
}
