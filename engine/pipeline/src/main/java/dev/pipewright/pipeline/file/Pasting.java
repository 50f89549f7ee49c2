package dev.pipewright.pipeline.file;

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
import dev.pipewright.pipeline.file.PipelineFragment.Incoming;
import dev.pipewright.pipeline.file.PipelineFragment.Pasted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/// Pastes a fragment into a pipeline, under names that are free there.
final class Pasting {

  private final Pipeline content;
  private final Pipeline into;
  private final Position offset;
  private final Incoming incoming;
  private final SequencedMap<NodeId, NodeId> ids = new LinkedHashMap<>();
  private final SequencedMap<String, String> notes = new LinkedHashMap<>();
  private final SequencedMap<String, String> frames = new LinkedHashMap<>();

  Pasting(Pipeline content, Pipeline into, Position offset, Incoming incoming) {
    this.content = content;
    this.into = into;
    this.offset = offset;
    this.incoming = incoming;
  }

  Pasted paste() {
    List<Edit> edits = new ArrayList<>();
    content.parameters().stream()
        .filter(parameter -> into.parameter(parameter.name()).isEmpty())
        .forEach(parameter -> edits.add(new Edit.SetRuntimeParameter(parameter)));
    Pipeline named = into;
    for (Node node : content.nodes()) {
      NodeId id = named.freeId(node.id().value());
      ids.put(node.id(), id);
      named = Edit.AddNode.last(named, node.withId(id)).apply(named);
    }
    int index = into.nodes().size();
    for (Node node : content.nodes()) {
      edits.add(new Edit.AddNode(index++, node(node)));
    }
    edits.add(new Edit.SetLayout(layout()));
    return new Pasted(
        new Edit.Sequence(edits),
        List.copyOf(ids.values()),
        List.copyOf(notes.values()),
        List.copyOf(frames.values()));
  }

  private NodeId renamed(NodeId id) {
    return Objects.requireNonNullElse(ids.get(id), id);
  }

  private Node node(Node node) {
    SequencedMap<String, List<Source>> inputs = new LinkedHashMap<>();
    node.links()
        .filter(this::isKept)
        .forEach(
            link ->
                inputs
                    .computeIfAbsent(link.port(), port -> new ArrayList<>())
                    .add(renamed(link).source()));
    NodeId id = renamed(node.id());
    Node named = id.equals(node.id()) ? node : node.withId(id).asNew();
    Node pasted = named.withInputs(inputs);
    return node.readings().anyMatch(r -> ids.containsKey(r.source().node()))
        ? pasted.withCondition(reworded(node))
        : pasted;
  }

  private String reworded(Node node) {
    return node.parsedCondition()
        .orElseThrow()
        .mapReadings(r -> r.of(new Source(renamed(r.source().node()), r.source().port())))
        .text();
  }

  private boolean isKept(Link link) {
    NodeId from = link.source().node();
    return ids.containsKey(from) || incoming == Incoming.KEEP && into.node(from).isPresent();
  }

  private Link renamed(Link link) {
    Source source = new Source(renamed(link.source().node()), link.source().port());
    return new Link(source, renamed(link.node()), link.port());
  }

  private Layout layout() {
    Layout from = content.layout();
    Map<NodeId, Position> places = new LinkedHashMap<>();
    from.positions().forEach((node, place) -> places.put(renamed(node), moved(place)));
    Layout layout =
        into.layout()
            .withPositions(places)
            .withCollapsed(from.collapsed().stream().map(this::renamed).toList());
    for (var led : from.knots().entrySet()) {
      if (isKept(led.getKey())) {
        List<Position> points = led.getValue().stream().map(this::moved).toList();
        layout = layout.withKnots(renamed(led.getKey()), points);
      }
    }
    for (Note note : from.notes()) {
      String id = layout.freeNoteId();
      notes.put(note.id(), id);
      layout =
          layout.withNote(
              new Note(id, note.text(), note.area().movedBy(offset.x(), offset.y()), note.other()));
    }
    for (Frame frame : from.frames()) {
      String id = layout.freeFrameId();
      frames.put(frame.id(), id);
      layout = layout.withFrame(frame(frame, id));
    }
    return layout;
  }

  private Frame frame(Frame frame, String id) {
    return new Frame(
        id,
        frame.title(),
        frame.color(),
        frame.area().movedBy(offset.x(), offset.y()),
        frame.state(),
        frames.getOrDefault(frame.outer(), ""),
        frame.nodes().stream().filter(ids::containsKey).map(this::renamed).toList(),
        frame.notes().stream().map(notes::get).filter(Objects::nonNull).toList(),
        frame.other());
  }

  private Position moved(Position place) {
    return place.movedBy(offset.x(), offset.y());
  }
}
