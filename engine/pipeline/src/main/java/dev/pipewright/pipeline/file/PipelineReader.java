package dev.pipewright.pipeline.file;

import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.Quotation;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes a pipeline out of a project file's JSON.
final class PipelineReader {

  private static final Set<String> PIPELINE =
      Set.of("format", "name", "seed", "parameters", "nodes", "layout");
  private static final Set<String> PARAMETER = Set.of("type", "default", "doc");
  private static final Set<String> NODE = Set.of("id", "component", "parameters", "inputs");
  private static final Set<String> LAYOUT = Set.of("positions");

  private final @Nullable String file;
  private final Migrations migrations;

  PipelineReader(@Nullable String file, Migrations migrations) {
    this.file = file;
    this.migrations = migrations;
  }

  Pipeline read(Json json) {
    Json.Obj given = object(json, "A project file");
    Json.Obj root = migrations.migrate(given, format(given));
    String name = text(required(root, "name"), "\"name\"");
    if (name.isBlank()) {
      throw wrong(required(root, "name"), "The name is empty.", "Give the pipeline a name.");
    }
    return new Pipeline(
        name,
        root.fields().get("seed") instanceof Json seed ? integer(seed, "\"seed\"") : 1,
        parameters(optionalObject(root, "parameters")),
        items(root, "nodes").stream().map(this::node).toList(),
        layout(optionalObject(root, "layout")),
        other(root, PIPELINE));
  }

  private int format(Json.Obj root) {
    Json json = required(root, "format");
    long format = integer(json, "\"format\"");
    if (format > migrations.format()) {
      throw wrong(
          json,
          "The file has format "
              + format
              + "; this version reads up to "
              + migrations.format()
              + ".",
          "Open it with a newer Pipewright.");
    }
    if (format < 1) {
      throw wrong(json, "There is no format " + format + ".", "Set it to 1.");
    }
    return (int) format;
  }

  private List<RuntimeParameter> parameters(Json.Obj json) {
    List<RuntimeParameter> parameters = new ArrayList<>();
    json.fields().forEach((name, value) -> parameters.add(parameter(name, value)));
    return parameters;
  }

  private RuntimeParameter parameter(String name, Json json) {
    if (!RuntimeParameter.isValidName(name)) {
      throw wrong(
          json,
          Quotation.of(name) + " cannot name a runtime parameter.",
          "Use letters, digits, _ and -, and start with a letter.");
    }
    Json.Obj object = object(json, "A runtime parameter");
    Json type = required(object, "type");
    RuntimeParameter.Kind kind =
        RuntimeParameter.Kind.parse(text(type, "\"type\""))
            .orElseThrow(
                () ->
                    wrong(
                        type,
                        "There is no such type of a runtime parameter.",
                        "Use one of "
                            + String.join(
                                ", ",
                                Stream.of(RuntimeParameter.Kind.values())
                                    .map(RuntimeParameter.Kind::text)
                                    .toList())
                            + "."));
    Json given = object.fields().get("default");
    ParameterValue value = given == null ? null : given.toValue();
    if (given != null && value != null && !kind.accepts(value)) {
      throw wrong(given, "The default is " + given.describe() + ".", "Give a " + kind.text() + ".");
    }
    String doc = object.fields().get("doc") instanceof Json d ? text(d, "\"doc\"") : "";
    return new RuntimeParameter(name, kind, value, doc, other(object, PARAMETER));
  }

  private Node node(Json json) {
    Json.Obj object = object(json, "A node");
    Json id = required(object, "id");
    return new Node(
        nodeId(id, text(id, "\"id\"")),
        text(required(object, "component"), "\"component\""),
        fields(optionalObject(object, "parameters")),
        inputs(optionalObject(object, "inputs")),
        other(object, NODE));
  }

  private NodeId nodeId(Json at, String id) {
    if (!NodeId.isValid(id)) {
      throw wrong(
          at,
          Quotation.of(id) + " cannot name a node.",
          "Use letters, digits, _, - and ., start with a letter, 100 characters at most.");
    }
    return new NodeId(id);
  }

  private SequencedMap<String, List<Source>> inputs(Json.Obj json) {
    SequencedMap<String, List<Source>> inputs = new LinkedHashMap<>();
    json.fields()
        .forEach(
            (port, value) ->
                inputs.put(
                    port,
                    value instanceof Json.Arr(var items, int l, int c)
                        ? items.stream().map(this::source).toList()
                        : List.of(source(value))));
    return inputs;
  }

  private Source source(Json json) {
    String text = text(json, "An input");
    return Source.parse(text)
        .orElseThrow(
            () ->
                wrong(
                    json,
                    Quotation.of(text) + " does not name an output.",
                    "Write node.output, as \"CsvExampleGen.examples\"."));
  }

  private Layout layout(Json.Obj json) {
    SequencedMap<NodeId, Layout.Position> positions = new LinkedHashMap<>();
    optionalObject(json, "positions")
        .fields()
        .forEach((id, position) -> positions.put(nodeId(position, id), position(position)));
    return new Layout(positions, other(json, LAYOUT));
  }

  private Layout.Position position(Json json) {
    if (json instanceof Json.Arr(var items, int l, int c) && items.size() == 2) {
      return new Layout.Position(number(items.get(0)), number(items.get(1)));
    }
    throw wrong(json, "A position is a list of two numbers.", "Write it as [x, y].");
  }

  private double number(Json json) {
    return switch (json) {
      case Json.Scalar(ParameterValue.Int(long n), int l, int c) -> n;
      case Json.Scalar(ParameterValue.Real(double x), int l, int c) -> x;
      default -> throw wrong(json, "A position is a list of two numbers.", "Write it as [x, y].");
    };
  }

  private static Fields fields(Json.Obj json) {
    SequencedMap<String, ParameterValue> values = new LinkedHashMap<>();
    json.fields().forEach((name, value) -> values.put(name, value.toValue()));
    return new Fields(values);
  }

  private static Fields other(Json.Obj json, Set<String> known) {
    SequencedMap<String, ParameterValue> values = new LinkedHashMap<>(fields(json).values());
    values.keySet().removeAll(known);
    return new Fields(values);
  }

  private Json required(Json.Obj json, String field) {
    Json value = json.fields().get(field);
    if (value == null) {
      throw wrong(json, "The field \"" + field + "\" is missing.", "Add it.");
    }
    return value;
  }

  private List<Json> items(Json.Obj json, String field) {
    return switch (json.fields().get(field)) {
      case null -> List.of();
      case Json.Arr(var items, int l, int c) -> items;
      case Json value -> throw wrongType(value, "\"" + field + "\"", "a list");
    };
  }

  private Json.Obj optionalObject(Json.Obj json, String field) {
    Json value = json.fields().get(field);
    return value == null
        ? new Json.Obj(new LinkedHashMap<>(), json.line(), json.column())
        : object(value, "\"" + field + "\"");
  }

  private Json.Obj object(Json json, String subject) {
    if (json instanceof Json.Obj object) {
      return object;
    }
    throw wrongType(json, subject, "an object");
  }

  private String text(Json json, String subject) {
    if (json instanceof Json.Scalar(ParameterValue.Text(String text), int l, int c)) {
      return text;
    }
    throw wrongType(json, subject, "a text");
  }

  private long integer(Json json, String subject) {
    if (json instanceof Json.Scalar(ParameterValue.Int(long n), int l, int c)) {
      return n;
    }
    throw wrongType(json, subject, "a whole number");
  }

  private ProjectException wrongType(Json json, String subject, String expected) {
    return wrong(
        json,
        subject + " must be " + expected + ", not " + json.describe() + ".",
        "Mend the file at this place, or go back to a copy of it.");
  }

  private ProjectException wrong(Json json, String what, String fix) {
    return new ProjectException(what, new Location(file, json.line(), json.column(), null), fix);
  }
}
