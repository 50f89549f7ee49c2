package dev.pipewright.app.graph;

import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;

/// What a canvas shows of a pipeline: all of it, or what is in a frame alone, nodes, notes and
/// other frames, as a pipeline within the pipeline. Beside those stand, collapsed, the nodes around
/// that they are linked with: at the left what feeds them, at the right what they feed. What is
/// added there belongs to the frame, which grows around it.
///
/// @param frame the frame's id; empty for the whole pipeline
public record Part(String frame) {

  /// All of a pipeline.
  public static final Part WHOLE = new Part("");

  private static final double ASIDE = GraphNode.WIDTH + 90;
  private static final double STEP = 56;
  private static final double CARD_HEIGHT = 190;
  private static final double MARGIN = 24;
  private static final double HEAD = 40;

  boolean isWhole() {
    return frame.isEmpty();
  }

  private Optional<Frame> frame(Pipeline pipeline) {
    return pipeline.layout().frame(frame);
  }

  private Set<NodeId> members(Pipeline pipeline) {
    return pipeline.layout().nodesWithin(frame);
  }

  /// The frames in the frame, however deep.
  private List<Frame> inner(Layout layout) {
    return layout.framesWithin(List.of(frame)).stream()
        .filter(each -> !each.id().equals(frame))
        .toList();
  }

  /// Whether a node is only shown since it is linked with one that is in the frame.
  boolean isOutside(Pipeline pipeline, NodeId node) {
    return !isWhole() && !members(pipeline).contains(node);
  }

  /// The pipeline that is to be drawn.
  Pipeline of(Pipeline pipeline) {
    if (isWhole()) {
      return pipeline;
    }
    Set<NodeId> members = members(pipeline);
    Set<NodeId> feeding =
        pipeline.nodes().stream()
            .filter(node -> members.contains(node.id()))
            .flatMap(Node::sources)
            .map(Source::node)
            .filter(id -> !members.contains(id))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<Node> shown = new ArrayList<>();
    List<NodeId> fed = new ArrayList<>();
    for (Node node : pipeline.nodes()) {
      Node own = members.contains(node.id()) ? node : linkedWith(node, members);
      boolean isFed = own != node && own.sources().findAny().isPresent();
      if (isFed && !feeding.contains(node.id())) {
        fed.add(node.id());
      }
      if (own == node || isFed || feeding.contains(node.id())) {
        shown.add(own);
      }
    }
    return pipeline.withNodes(shown).withLayout(layout(pipeline, members, feeding, fed));
  }

  /// A node with those of its links alone that come from the frame.
  private static Node linkedWith(Node node, Set<NodeId> members) {
    return node.withInputs(
        node.inputs().entrySet().stream()
            .map(
                input ->
                    Map.entry(
                        input.getKey(),
                        input.getValue().stream()
                            .filter(source -> members.contains(source.node()))
                            .toList()))
            .filter(input -> !input.getValue().isEmpty())
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
  }

  private Layout layout(
      Pipeline pipeline, Set<NodeId> members, Set<NodeId> feeding, List<NodeId> fed) {
    Layout layout = pipeline.layout();
    LinkedHashMap<NodeId, Position> places = new LinkedHashMap<>(layout.positions());
    places.keySet().retainAll(members);
    box(layout, members)
        .ifPresent(
            box -> {
              place(places, feeding, box.x() - ASIDE, box.y());
              place(places, fed, box.x() + box.width() + ASIDE - GraphNode.WIDTH, box.y());
            });
    LinkedHashSet<NodeId> collapsed = new LinkedHashSet<>(layout.collapsed());
    collapsed.retainAll(members);
    collapsed.addAll(feeding);
    collapsed.addAll(fed);
    LinkedHashMap<Link, List<Position>> knots = new LinkedHashMap<>(layout.knots());
    knots
        .keySet()
        .removeIf(
            link -> !members.contains(link.node()) || !members.contains(link.source().node()));
    Set<String> own =
        layout.framesWithin(List.of(frame)).stream()
            .flatMap(each -> each.notes().stream())
            .collect(Collectors.toSet());
    List<Note> notes = layout.notes().stream().filter(note -> own.contains(note.id())).toList();
    return new Layout(places, collapsed, knots, notes, inner(layout), layout.other());
  }

  private static void place(
      Map<NodeId, Position> places, Iterable<NodeId> nodes, double x, double top) {
    double y = top;
    for (NodeId node : nodes) {
      places.put(node, new Position(x, y));
      y += STEP;
    }
  }

  /// Where the placed of these nodes stand, as far as is known without drawing them.
  private static Optional<Area> box(Layout layout, Set<NodeId> nodes) {
    List<Position> corners =
        nodes.stream().flatMap(id -> Stream.ofNullable(layout.positions().get(id))).toList();
    if (corners.isEmpty()) {
      return Optional.empty();
    }
    double left = corners.stream().mapToDouble(Position::x).min().orElseThrow();
    double top = corners.stream().mapToDouble(Position::y).min().orElseThrow();
    double right = corners.stream().mapToDouble(Position::x).max().orElseThrow();
    double bottom = corners.stream().mapToDouble(Position::y).max().orElseThrow();
    return Optional.of(
        new Area(left, top, right - left + GraphNode.WIDTH, bottom - top + CARD_HEIGHT));
  }

  /// What an edit on this canvas does to the pipeline.
  Edit edit(Pipeline pipeline, Edit edit) {
    if (isWhole() || frame(pipeline).isEmpty()) {
      return edit;
    }
    Pipeline after = edit.apply(pipeline);
    Layout settled = settled(pipeline, after);
    return settled.equals(after.layout())
        ? edit
        : new Edit.Sequence(List.of(edit, new Edit.SetLayout(settled)));
  }

  private Layout settled(Pipeline before, Pipeline after) {
    Layout layout = after.layout();
    Optional<Frame> found = layout.frame(frame);
    if (found.isEmpty()) {
      return layout;
    }
    Frame taking = found.get();
    Layout taken =
        layout
            .withFrames(
                layout.frames().stream()
                    .map(each -> isLoose(before, each) ? each.withOuter(frame) : each)
                    .toList())
            .withFrame(
                taking
                    .withNodes(with(taking.nodes(), looseNodes(before, after)))
                    .withNotes(with(taking.notes(), looseNotes(before, layout))));
    Area area = around(taking.area(), taken);
    return area.equals(taking.area())
        ? taken
        : Homes.grown(taken.withFrame(taken.frame(frame).orElseThrow().withArea(area)), frame);
  }

  private static <T> List<T> with(List<T> list, Stream<T> more) {
    return Stream.concat(list.stream(), more).toList();
  }

  private static boolean isLoose(Pipeline before, Frame now) {
    return now.outer().isEmpty() && before.layout().frame(now.id()).isEmpty();
  }

  private static Stream<NodeId> looseNodes(Pipeline before, Pipeline after) {
    // A node that was only renamed is none that was added.
    return after.nodes().size() <= before.nodes().size()
        ? Stream.empty()
        : after.nodes().stream()
            .map(Node::id)
            .filter(id -> before.node(id).isEmpty())
            .filter(id -> after.layout().frameOf(id).isEmpty());
  }

  private static Stream<String> looseNotes(Pipeline before, Layout after) {
    return after.notes().stream()
        .map(Note::id)
        .filter(id -> before.layout().note(id).isEmpty())
        .filter(id -> after.frameOfNote(id).isEmpty());
  }

  /// The area, as much larger as is needed for what is in the frame.
  private Area around(Area area, Layout layout) {
    Area grown = area;
    for (Frame each : inner(layout)) {
      grown = Homes.around(grown, each.area());
    }
    Area box = box(layout, layout.nodesWithin(frame)).orElse(null);
    if (box == null) {
      return grown;
    }
    double left = Math.min(grown.x(), box.x() - MARGIN);
    double top = Math.min(grown.y(), box.y() - HEAD);
    double right = Math.max(grown.x() + grown.width(), box.x() + box.width() + MARGIN);
    double bottom = Math.max(grown.y() + grown.height(), box.y() + box.height() + MARGIN);
    return new Area(left, top, right - left, bottom - top);
  }

  /// What a person moves, without the nodes around, which have no place of their own here. What is
  /// moved out of the frames here is still in this one.
  GraphIntent.MoveItems own(Pipeline pipeline, GraphIntent.MoveItems moved) {
    LinkedHashMap<String, Point2D> nodes = new LinkedHashMap<>(moved.nodes());
    nodes.keySet().removeIf(key -> isOutside(pipeline, new NodeId(key)));
    return new GraphIntent.MoveItems(
        nodes,
        moved.notes(),
        moved.frames(),
        moved.knots(),
        homes(moved.nodeFrames(), nodes::containsKey),
        homes(moved.noteFrames(), key -> true),
        homes(moved.frameFrames(), key -> true));
  }

  private LinkedHashMap<String, String> homes(
      SequencedMap<String, String> moved, Predicate<String> isOwn) {
    LinkedHashMap<String, String> homes = new LinkedHashMap<>(moved);
    homes.keySet().removeIf(key -> !isOwn.test(key));
    homes.replaceAll((key, home) -> home.isEmpty() ? frame : home);
    return homes;
  }

  /// Of these nodes, those that are not around.
  List<String> own(Pipeline pipeline, List<String> keys) {
    return keys.stream().filter(key -> !isOutside(pipeline, new NodeId(key))).toList();
  }
}
