package dev.pipewright.pipeline.file;

import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;

/// Makes a layout out of a project file's JSON.
///
/// @param shape takes the JSON apart
record LayoutReader(JsonShape shape) {

  private static final Set<String> LAYOUT =
      Set.of("positions", "collapsed", "knots", "notes", "frames");
  private static final Set<String> NOTE = Set.of("id", "text", "area");
  private static final Set<String> FRAME =
      Set.of("id", "title", "color", "area", "folded", "in", "nodes", "notes");

  Layout read(Json.Obj json) {
    SequencedMap<NodeId, Position> positions = new LinkedHashMap<>();
    shape
        .optionalObject(json, "positions")
        .fields()
        .forEach((id, place) -> positions.put(shape.nodeId(place, id), shape.position(place)));
    SequencedSet<NodeId> collapsed = new LinkedHashSet<>(nodes(json, "collapsed"));
    return new Layout(
        positions,
        collapsed,
        knots(shape.items(json, "knots")),
        distinct(shape.items(json, "notes"), this::note, Note::id),
        frames(shape.items(json, "frames")),
        JsonShape.other(json, LAYOUT));
  }

  private List<NodeId> nodes(Json.Obj json, String field) {
    return shape.items(json, field).stream()
        .map(item -> shape.nodeId(item, shape.text(item, "A node's name")))
        .toList();
  }

  private SequencedMap<Link, List<Position>> knots(List<Json> items) {
    SequencedMap<Link, List<Position>> knots = new LinkedHashMap<>();
    for (Json item : items) {
      Json.Obj led = shape.object(item, "A link's knots");
      Json node = shape.required(led, "node");
      Link link =
          new Link(
              shape.source(shape.required(led, "source")),
              shape.nodeId(node, shape.text(node, "\"node\"")),
              shape.text(shape.required(led, "input"), "\"input\""));
      knots.put(link, shape.items(led, "points").stream().map(shape::position).toList());
    }
    return knots;
  }

  private <T> List<T> distinct(
      List<Json> items, Function<Json.Obj, T> make, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    List<T> made = new ArrayList<>();
    for (Json item : items) {
      T one = make.apply(shape.object(item, "A note or frame"));
      if (!seen.add(id.apply(one))) {
        throw shape.wrong(item, "Two of them have the id of this one.", "Give it another id.");
      }
      made.add(one);
    }
    return made;
  }

  /// Frames of which none lies in itself.
  private List<Frame> frames(List<Json> items) {
    List<Frame> frames = distinct(items, this::frame, Frame::id);
    Map<String, String> outers = new HashMap<>();
    frames.stream()
        .filter(frame -> !frame.outer().isEmpty())
        .forEach(frame -> outers.put(frame.id(), frame.outer()));
    Set<String> sound = new HashSet<>();
    for (int i = 0; i < frames.size(); i++) {
      Set<String> way = new HashSet<>();
      for (String at = frames.get(i).id(); at != null && !sound.contains(at); at = outers.get(at)) {
        if (!way.add(at)) {
          throw shape.wrong(
              items.get(i),
              "This frame lies in itself: the frames that \"in\" names go round in a circle.",
              "Take \"in\" away from one of them.");
        }
      }
      sound.addAll(way);
    }
    return frames;
  }

  private Note note(Json.Obj json) {
    return new Note(text(json, "id"), text(json, "text"), area(json), JsonShape.other(json, NOTE));
  }

  private Frame frame(Json.Obj json) {
    return new Frame(
        text(json, "id"),
        text(json, "title"),
        json.fields().get("color") instanceof Json color ? shape.text(color, "\"color\"") : "",
        area(json),
        shape.flag(json, "folded") ? Frame.State.FOLDED : Frame.State.OPEN,
        json.fields().get("in") instanceof Json in ? shape.text(in, "\"in\"") : "",
        nodes(json, "nodes"),
        shape.items(json, "notes").stream().map(item -> shape.text(item, "A note's id")).toList(),
        JsonShape.other(json, FRAME));
  }

  private String text(Json.Obj json, String field) {
    return shape.text(shape.required(json, field), "\"" + field + "\"");
  }

  private Area area(Json.Obj json) {
    Json area = shape.required(json, "area");
    String what = "An area is a list of four numbers, the size not negative.";
    String fix = "Write it as [x, y, width, height].";
    List<Double> n = shape.numbers(area, 4, what, fix);
    if (!Area.isValid(n.get(0), n.get(1), n.get(2), n.get(3))) {
      throw shape.wrong(area, what, fix);
    }
    return new Area(n.get(0), n.get(1), n.get(2), n.get(3));
  }
}
