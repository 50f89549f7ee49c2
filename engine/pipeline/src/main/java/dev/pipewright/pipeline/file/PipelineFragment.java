package dev.pipewright.pipeline.file;

import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// A part of a pipeline, as the clipboard holds it: JSON text that one window writes and any other
/// reads.
public final class PipelineFragment {

  private static final String MARKER = "pipewright";
  private static final String KIND = "fragment";
  private static final int MAX_CHARACTERS = 16 << 20;
  private static final double FAR = 1e9;

  private final Pipeline content;

  private PipelineFragment(Pipeline content) {
    this.content = content;
  }

  /// What becomes of links from nodes that are not in the fragment.
  public enum Incoming {
    /// They are kept where the pipeline has such a node.
    KEEP,
    /// They are left out.
    DROP,
  }

  /// What pasting does.
  ///
  /// @param edit the edit that pastes
  /// @param nodes the names of the nodes it adds
  /// @param notes the ids of the notes it adds
  /// @param frames the ids of the frames it adds
  public record Pasted(Edit edit, List<NodeId> nodes, List<String> notes, List<String> frames) {
    public Pasted {
      nodes = List.copyOf(nodes);
      notes = List.copyOf(notes);
      frames = List.copyOf(frames);
    }
  }

  /// The text of a part of a pipeline: these nodes with the links to them, these notes, these
  /// frames and all that is in them, and the runtime parameters that the nodes refer to.
  public static String copy(
      Pipeline pipeline,
      Collection<NodeId> nodes,
      Collection<String> notes,
      Collection<String> frames) {
    List<Frame> framed = pipeline.layout().framesWithin(frames);
    Set<NodeId> ids = new HashSet<>(nodes);
    Set<String> texts = new HashSet<>(notes);
    framed.forEach(frame -> ids.addAll(frame.nodes()));
    framed.forEach(frame -> texts.addAll(frame.notes()));
    List<Node> copied = pipeline.nodes().stream().filter(n -> ids.contains(n.id())).toList();
    Set<String> references = new LinkedHashSet<>();
    copied.forEach(node -> references(node.parameters(), references));
    Pipeline part =
        new Pipeline(
            pipeline.name(),
            pipeline.seed(),
            pipeline.parameters().stream().filter(p -> references.contains(p.name())).toList(),
            copied,
            part(pipeline.layout(), ids, texts, framed),
            Fields.EMPTY);
    SequencedMap<String, ParameterValue> json = new LinkedHashMap<>();
    json.put(MARKER, ParameterValue.of(KIND));
    json.putAll(PipelineWriter.write(part).values());
    return JsonText.pretty(new Fields(json));
  }

  private static Layout part(
      Layout layout, Set<NodeId> nodes, Set<String> notes, List<Frame> frames) {
    Layout part =
        Layout.EMPTY
            .withPositions(kept(layout.positions(), nodes))
            .withCollapsed(layout.collapsed().stream().filter(nodes::contains).toList())
            .withNotes(layout.notes().stream().filter(n -> notes.contains(n.id())).toList())
            .withFrames(frames);
    for (var led : layout.knots().entrySet()) {
      if (nodes.contains(led.getKey().node())) {
        part = part.withKnots(led.getKey(), led.getValue());
      }
    }
    return part;
  }

  private static SequencedMap<NodeId, Position> kept(
      SequencedMap<NodeId, Position> positions, Set<NodeId> nodes) {
    SequencedMap<NodeId, Position> kept = new LinkedHashMap<>(positions);
    kept.keySet().retainAll(nodes);
    return kept;
  }

  private static void references(ParameterValue value, Set<String> found) {
    switch (value) {
      case ParameterValue.RuntimeReference(String name) -> found.add(name);
      case ParameterValue.Items(var items) -> items.forEach(item -> references(item, found));
      case Fields(var fields) -> fields.values().forEach(item -> references(item, found));
      default -> {}
    }
  }

  /// Whether a text on the clipboard may be a fragment; a cheap look at its beginning.
  public static boolean isOne(String text) {
    String start = text.substring(0, Math.min(text.length(), 100)).strip();
    return start.replaceAll("\\s", "").startsWith("{\"" + MARKER + "\":\"" + KIND + "\"");
  }

  /// The fragment that a text is.
  ///
  /// @throws ProjectException when it is none, with line and column where they are known
  public static PipelineFragment parse(String text) {
    if (text.length() > MAX_CHARACTERS || !isOne(text)) {
      throw new ProjectException(
          "The text on the clipboard is no part of a pipeline.",
          Location.NONE,
          "Copy nodes on a canvas first.");
    }
    JsonShape shape = new JsonShape(null);
    Json.Obj json = shape.object(JsonReader.read(text, null), "A part of a pipeline");
    SequencedMap<String, Json> fields = new LinkedHashMap<>(json.fields());
    fields.remove(MARKER);
    Pipeline content =
        new PipelineReader(null, Migrations.CURRENT)
            .read(new Json.Obj(fields, json.line(), json.column()));
    require(
        content.nodes().stream().map(Node::id).distinct().count() == content.nodes().size(),
        "Two of its nodes have one name.");
    require(places(content.layout()).allMatch(PipelineFragment::isNear), "It lies too far off.");
    return new PipelineFragment(content);
  }

  private static void require(boolean isSo, String what) {
    if (!isSo) {
      throw new ProjectException(
          "What is on the clipboard cannot be pasted: " + what,
          Location.NONE,
          "Copy nodes on a canvas again.");
    }
  }

  private static boolean isNear(Position place) {
    return Math.abs(place.x()) < FAR && Math.abs(place.y()) < FAR;
  }

  private static Stream<Position> places(Layout layout) {
    return Stream.of(
            layout.positions().values().stream(),
            layout.knots().values().stream().flatMap(List::stream),
            layout.notes().stream().flatMap(note -> corners(note.area())),
            layout.frames().stream().flatMap(frame -> corners(frame.area())))
        .flatMap(place -> place);
  }

  private static Stream<Position> corners(Area area) {
    return Stream.of(new Position(area.x(), area.y()), new Position(area.width(), area.height()));
  }

  /// The names of its nodes, in their order.
  public List<NodeId> nodes() {
    return content.nodes().stream().map(Node::id).toList();
  }

  /// The upper left corner of what it holds; empty when none of it has a place.
  public Optional<Position> corner() {
    List<Position> places =
        Stream.of(
                content.layout().positions().values().stream(),
                content.layout().notes().stream()
                    .map(n -> new Position(n.area().x(), n.area().y())),
                content.layout().frames().stream()
                    .map(f -> new Position(f.area().x(), f.area().y())))
            .flatMap(place -> place)
            .toList();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Position(
                places.stream().mapToDouble(Position::x).min().orElseThrow(),
                places.stream().mapToDouble(Position::y).min().orElseThrow()));
  }

  /// What pasting it does to a pipeline. Names that are taken get a number; links within the
  /// fragment follow; runtime parameters that the pipeline lacks come along.
  ///
  /// @param offset how far right and down of its old place it goes
  public Pasted paste(Pipeline into, Position offset, Incoming incoming) {
    return new Pasting(content, into, offset, incoming).paste();
  }
}
