package dev.pipewright.app.graph;

import dev.pipewright.canvas.FrameState;
import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.canvas.NodeShape;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// The edits of what a person does on the canvas that changes only how the pipeline is drawn. Once
/// a node is placed by hand all are: the others stay where the canvas has put them.
///
/// @param shown where all nodes are drawn
record LayoutEdits(Pipeline pipeline, Map<NodeId, Position> shown) {

  static final double NOTE_WIDTH = 180;
  static final double NOTE_HEIGHT = 136;

  /// The layout with every node where it is drawn.
  Layout pinned() {
    SequencedMap<NodeId, Position> places = new LinkedHashMap<>();
    for (Node node : pipeline.nodes()) {
      Position position = shown.get(node.id());
      if (position != null && !pipeline.layout().positions().containsKey(node.id())) {
        places.put(node.id(), position);
      }
    }
    return pipeline.layout().withPositions(places);
  }

  private static Position position(Point2D point) {
    return new Position(point.getX(), point.getY());
  }

  private static Area area(Rectangle2D bounds) {
    return new Area(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
  }

  Edit move(GraphIntent.MoveItems moved) {
    Map<NodeId, Position> places = new LinkedHashMap<>();
    moved.nodes().forEach((key, point) -> places.put(new NodeId(key), position(point)));
    Layout layout = pinned().withPositions(places);
    for (var note : moved.notes().entrySet()) {
      layout = changed(layout, note.getKey(), n -> n.withArea(moved(n.area(), note.getValue())));
    }
    for (var frame : moved.frames().entrySet()) {
      layout =
          changedFrame(layout, frame.getKey(), f -> f.withArea(moved(f.area(), frame.getValue())));
    }
    for (var knots : moved.knots().entrySet()) {
      layout = layout.withKnots(link(knots.getKey()), positions(knots.getValue()));
    }
    for (var home : moved.nodeFrames().entrySet()) {
      layout = rehomed(layout, new NodeId(home.getKey()), home.getValue());
    }
    for (var home : moved.noteFrames().entrySet()) {
      layout = rehomed(layout, home.getKey(), home.getValue());
    }
    for (var home : moved.frameFrames().entrySet()) {
      layout = changedFrame(layout, home.getKey(), f -> f.withOuter(home.getValue()));
    }
    return new Edit.SetLayout(layout);
  }

  private static Area moved(Area area, Point2D corner) {
    return area.at(position(corner));
  }

  private Link link(String key) {
    return GraphMapping.link(pipeline, key);
  }

  private static List<Position> positions(List<Point2D> points) {
    return points.stream().map(LayoutEdits::position).toList();
  }

  private static Layout changed(Layout layout, String note, UnaryOperator<Note> change) {
    return layout.note(note).map(old -> layout.withNote(change.apply(old))).orElse(layout);
  }

  private static Layout changedFrame(Layout layout, String frame, UnaryOperator<Frame> change) {
    return layout.frame(frame).map(old -> layout.withFrame(change.apply(old))).orElse(layout);
  }

  /// A node in another frame, or for an empty name in none.
  private static Layout rehomed(Layout layout, NodeId node, String frame) {
    Layout out = eachFrame(layout, f -> f.withNodes(without(f.nodes(), node)));
    return changedFrame(out, frame, f -> f.withNodes(with(f.nodes(), node)));
  }

  /// The same for a note.
  private static Layout rehomed(Layout layout, String note, String frame) {
    Layout out = eachFrame(layout, f -> f.withNotes(without(f.notes(), note)));
    return changedFrame(out, frame, f -> f.withNotes(with(f.notes(), note)));
  }

  private static Layout eachFrame(Layout layout, UnaryOperator<Frame> change) {
    return layout.withFrames(layout.frames().stream().map(change).toList());
  }

  private static <T> List<T> without(List<T> list, T item) {
    return list.stream().filter(each -> !each.equals(item)).toList();
  }

  /// A node in a frame.
  Edit join(NodeId node, String frame) {
    return new Edit.SetLayout(rehomed(pipeline.layout(), node, frame));
  }

  private static <T> List<T> with(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }

  Edit collapse(GraphIntent.Collapse asked) {
    List<NodeId> nodes = CanvasEdits.ids(asked.nodes());
    Layout layout = pinned();
    return new Edit.SetLayout(
        asked.shape() == NodeShape.COLLAPSED
            ? layout.withCollapsed(nodes)
            : layout.withoutCollapsed(nodes));
  }

  Edit setKnots(GraphIntent.SetKnots asked) {
    return new Edit.SetLayout(pinned().withKnots(link(asked.link()), positions(asked.knots())));
  }

  /// A frame around nodes, notes and other frames, in the innermost frame that all of them are in.
  ///
  /// @param title what stands on it
  /// @param color its category's
  Edit group(GraphIntent.Group asked, String title, String color) {
    Layout layout = pinned();
    Frame frame =
        Frame.of(
                layout.freeFrameId(),
                title,
                color,
                area(asked.bounds()),
                CanvasEdits.ids(asked.nodes()))
            .withNotes(asked.notes())
            .withOuter(home(layout, asked));
    Layout framed = layout.withFrame(frame);
    for (String inner : asked.frames()) {
      framed = changedFrame(framed, inner, f -> f.withOuter(frame.id()));
    }
    return new Edit.SetLayout(Homes.grown(framed, frame.id()));
  }

  private static String home(Layout layout, GraphIntent.Group asked) {
    List<String> homes = new ArrayList<>();
    CanvasEdits.ids(asked.nodes())
        .forEach(node -> homes.add(layout.frameOf(node).map(Frame::id).orElse("")));
    asked.notes().forEach(note -> homes.add(layout.frameOfNote(note).map(Frame::id).orElse("")));
    asked.frames().forEach(id -> homes.add(layout.frame(id).map(Frame::outer).orElse("")));
    return Homes.shared(layout, homes);
  }

  Edit ungroup(GraphIntent.Ungroup asked) {
    Layout layout = pipeline.layout();
    for (String frame : asked.frames()) {
      layout = layout.withoutFrame(frame);
    }
    return new Edit.SetLayout(layout);
  }

  Edit fold(GraphIntent.FoldFrame asked) {
    Frame.State state = asked.state() == FrameState.FOLDED ? Frame.State.FOLDED : Frame.State.OPEN;
    return new Edit.SetLayout(changedFrame(pinned(), asked.frame(), f -> f.withState(state)));
  }

  Edit renameFrame(GraphIntent.RenameFrame asked) {
    return frame(asked.frame(), f -> f.withTitle(asked.title()));
  }

  /// A frame in another colour.
  Edit color(String frame, String color) {
    return frame(frame, f -> f.withColor(color));
  }

  private Edit frame(String frame, UnaryOperator<Frame> change) {
    return new Edit.SetLayout(changedFrame(pipeline.layout(), frame, change));
  }

  Edit resizeFrame(GraphIntent.ResizeFrame asked) {
    Layout layout = changedFrame(pinned(), asked.frame(), f -> f.withArea(area(asked.bounds())));
    Optional<Frame> resized = layout.frame(asked.frame());
    return new Edit.SetLayout(
        resized.isEmpty() ? layout : Homes.holding(layout, resized.get(), asked));
  }

  Edit resizeNote(GraphIntent.ResizeNote asked) {
    return note(asked.note(), n -> n.withArea(area(asked.bounds())));
  }

  Edit editNote(GraphIntent.EditNote asked) {
    return note(asked.note(), n -> n.withText(asked.text()));
  }

  private Edit note(String note, UnaryOperator<Note> change) {
    return new Edit.SetLayout(changed(pipeline.layout(), note, change));
  }

  /// A note without words.
  Edit addNote(String id, Position place) {
    Area area = new Area(place.x(), place.y(), NOTE_WIDTH, NOTE_HEIGHT);
    return new Edit.SetLayout(pinned().withNote(Note.of(id, "", area)));
  }

  /// Nodes, frames and notes are to stand there; links between the nodes go their own way again.
  Edit arrange(AutoLayout.Places places) {
    Map<NodeId, Position> positions = new LinkedHashMap<>();
    places.nodes().forEach((key, point) -> positions.put(new NodeId(key), position(point)));
    Layout layout = pinned().withPositions(positions);
    for (var frame : places.frames().entrySet()) {
      layout = changedFrame(layout, frame.getKey(), f -> f.withArea(area(frame.getValue())));
    }
    for (var note : places.notes().entrySet()) {
      layout = changed(layout, note.getKey(), n -> n.withArea(moved(n.area(), note.getValue())));
    }
    for (Link link : pipeline.layout().knots().keySet()) {
      if (positions.containsKey(link.node()) && positions.containsKey(link.source().node())) {
        layout = layout.withKnots(link, List.of());
      }
    }
    return new Edit.SetLayout(layout);
  }
}
