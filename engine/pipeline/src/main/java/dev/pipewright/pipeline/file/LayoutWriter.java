package dev.pipewright.pipeline.file;

import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.DoubleStream;

/// Makes a project file's JSON out of a layout; what says nothing is left out.
final class LayoutWriter {

  private LayoutWriter() {}

  static Fields write(Layout layout) {
    SequencedMap<String, ParameterValue> positions = new LinkedHashMap<>();
    layout.positions().forEach((node, place) -> positions.put(node.value(), position(place)));
    List<Fields> knots = new ArrayList<>();
    layout.knots().forEach((link, points) -> knots.add(knots(link, points)));
    SequencedMap<String, ParameterValue> json = new LinkedHashMap<>();
    PipelineWriter.putIfAny(json, "positions", new Fields(positions));
    putIfAny(json, "collapsed", nodes(layout.collapsed()));
    putIfAny(json, "knots", knots);
    putIfAny(json, "notes", layout.notes().stream().map(LayoutWriter::note).toList());
    putIfAny(json, "frames", layout.frames().stream().map(LayoutWriter::frame).toList());
    json.putAll(layout.other().values());
    return new Fields(json);
  }

  private static Fields knots(Link link, List<Position> points) {
    SequencedMap<String, ParameterValue> json = new LinkedHashMap<>();
    json.put("source", ParameterValue.of(link.source().toString()));
    json.put("node", ParameterValue.of(link.node().value()));
    json.put("input", ParameterValue.of(link.port()));
    putIfAny(json, "points", points.stream().map(LayoutWriter::position).toList());
    return new Fields(json);
  }

  private static Fields note(Note note) {
    SequencedMap<String, ParameterValue> json = new LinkedHashMap<>();
    json.put("id", ParameterValue.of(note.id()));
    json.put("text", ParameterValue.of(note.text()));
    json.put("area", area(note.area()));
    json.putAll(note.other().values());
    return new Fields(json);
  }

  private static Fields frame(Frame frame) {
    SequencedMap<String, ParameterValue> json = new LinkedHashMap<>();
    json.put("id", ParameterValue.of(frame.id()));
    json.put("title", ParameterValue.of(frame.title()));
    if (!frame.color().isEmpty()) {
      json.put("color", ParameterValue.of(frame.color()));
    }
    json.put("area", area(frame.area()));
    if (frame.isFolded()) {
      json.put("folded", ParameterValue.of(true));
    }
    if (!frame.outer().isEmpty()) {
      json.put("in", ParameterValue.of(frame.outer()));
    }
    putIfAny(json, "nodes", nodes(frame.nodes()));
    putIfAny(json, "notes", frame.notes().stream().map(ParameterValue::of).toList());
    json.putAll(frame.other().values());
    return new Fields(json);
  }

  private static List<ParameterValue> nodes(Collection<NodeId> nodes) {
    return nodes.stream().map(node -> ParameterValue.of(node.value())).toList();
  }

  private static ParameterValue position(Position position) {
    return numbers(position.x(), position.y());
  }

  private static ParameterValue area(Area area) {
    return numbers(area.x(), area.y(), area.width(), area.height());
  }

  private static ParameterValue numbers(double... numbers) {
    return ParameterValue.of(DoubleStream.of(numbers).mapToObj(LayoutWriter::number).toList());
  }

  private static ParameterValue number(double x) {
    return x == Math.rint(x) && Math.abs(x) < 1e15
        ? ParameterValue.of((long) x)
        : ParameterValue.of(x);
  }

  private static void putIfAny(
      SequencedMap<String, ParameterValue> json, String name, List<? extends ParameterValue> list) {
    if (!list.isEmpty()) {
      json.put(name, ParameterValue.of(list));
    }
  }
}
