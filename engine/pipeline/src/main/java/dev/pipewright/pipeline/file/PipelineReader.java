package dev.pipewright.pipeline.file;

import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
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
  private static final Set<String> NODE =
      Set.of("id", "component", "parameters", "inputs", "mode", "condition");

  private final JsonShape shape;
  private final Migrations migrations;

  PipelineReader(@Nullable String file, Migrations migrations) {
    this.shape = new JsonShape(file);
    this.migrations = migrations;
  }

  Pipeline read(Json json) {
    Json.Obj given = shape.object(json, "A project file");
    Json.Obj root = migrations.migrate(given, format(given));
    String name = shape.text(shape.required(root, "name"), "\"name\"");
    if (name.isBlank()) {
      throw shape.wrong(
          shape.required(root, "name"), "The name is empty.", "Give the pipeline a name.");
    }
    return new Pipeline(
        name,
        root.fields().get("seed") instanceof Json seed ? shape.integer(seed, "\"seed\"") : 1,
        parameters(shape.optionalObject(root, "parameters")),
        shape.items(root, "nodes").stream().map(this::node).toList(),
        new LayoutReader(shape).read(shape.optionalObject(root, "layout")),
        JsonShape.other(root, PIPELINE));
  }

  private int format(Json.Obj root) {
    Json json = shape.required(root, "format");
    long format = shape.integer(json, "\"format\"");
    if (format > migrations.format()) {
      throw shape.wrong(
          json,
          "The file has format "
              + format
              + "; this version reads up to "
              + migrations.format()
              + ".",
          "Open it with a newer Pipewright.");
    }
    if (format < 1) {
      throw shape.wrong(json, "There is no format " + format + ".", "Set it to 1.");
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
      throw shape.wrong(
          json,
          Quotation.of(name) + " cannot name a runtime parameter.",
          "Use letters, digits, _ and -, and start with a letter.");
    }
    Json.Obj object = shape.object(json, "A runtime parameter");
    Json type = shape.required(object, "type");
    RuntimeParameter.Kind kind =
        RuntimeParameter.Kind.parse(shape.text(type, "\"type\""))
            .orElseThrow(
                () ->
                    shape.wrong(
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
      throw shape.wrong(
          given, "The default is " + given.describe() + ".", "Give a " + kind.text() + ".");
    }
    String doc = object.fields().get("doc") instanceof Json d ? shape.text(d, "\"doc\"") : "";
    return new RuntimeParameter(name, kind, value, doc, JsonShape.other(object, PARAMETER));
  }

  private Node node(Json json) {
    Json.Obj object = shape.object(json, "A node");
    Json id = shape.required(object, "id");
    return new Node(
        shape.nodeId(id, shape.text(id, "\"id\"")),
        shape.text(shape.required(object, "component"), "\"component\""),
        JsonShape.fields(shape.optionalObject(object, "parameters")),
        inputs(shape.optionalObject(object, "inputs")),
        object.fields().get("mode") instanceof Json mode ? mode(mode) : Node.Mode.ACTIVE,
        object.fields().get("condition") instanceof Json when
            ? shape.text(when, "\"condition\"")
            : "",
        JsonShape.other(object, NODE));
  }

  private Node.Mode mode(Json json) {
    return Node.Mode.parse(shape.text(json, "\"mode\""))
        .orElseThrow(
            () ->
                shape.wrong(
                    json,
                    "There is no such mode of a node.",
                    "Write \"muted\" or \"bypassed\", or leave it out."));
  }

  private SequencedMap<String, List<Source>> inputs(Json.Obj json) {
    SequencedMap<String, List<Source>> inputs = new LinkedHashMap<>();
    json.fields()
        .forEach(
            (port, value) ->
                inputs.put(
                    port,
                    value instanceof Json.Arr(var items, int l, int c)
                        ? items.stream().map(shape::source).toList()
                        : List.of(shape.source(value))));
    return inputs;
  }
}
