package dev.pipewright.pipeline.file;

import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.Quotation;
import dev.pipewright.pipeline.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes the JSON of a project apart; what has not the shape it should have is an error with its
/// place.
///
/// @param file the file's name for messages, or null
record JsonShape(@Nullable String file) {

  NodeId nodeId(Json at, String id) {
    if (!NodeId.isValid(id)) {
      throw wrong(
          at,
          Quotation.of(id) + " cannot name a node.",
          "Use letters, digits, _, - and ., start with a letter, 100 characters at most.");
    }
    return new NodeId(id);
  }

  Source source(Json json) {
    String text = text(json, "An input");
    return Source.parse(text)
        .orElseThrow(
            () ->
                wrong(
                    json,
                    Quotation.of(text) + " does not name an output.",
                    "Write node.output, as \"CsvExampleGen.examples\"."));
  }

  /// A point, as `[x, y]`.
  Position position(Json json) {
    List<Double> numbers =
        numbers(json, 2, "A position is a list of two numbers.", "Write it as [x, y].");
    return new Position(numbers.get(0), numbers.get(1));
  }

  /// So many numbers in a list.
  List<Double> numbers(Json json, int count, String what, String fix) {
    if (json instanceof Json.Arr(var items, int l, int c) && items.size() == count) {
      return items.stream().map(item -> number(item, what, fix)).toList();
    }
    throw wrong(json, what, fix);
  }

  private double number(Json json, String what, String fix) {
    return switch (json) {
      case Json.Scalar(ParameterValue.Int(long n), int l, int c) -> n;
      case Json.Scalar(ParameterValue.Real(double x), int l, int c) -> x;
      default -> throw wrong(json, what, fix);
    };
  }

  static Fields fields(Json.Obj json) {
    SequencedMap<String, ParameterValue> values = new LinkedHashMap<>();
    json.fields().forEach((name, value) -> values.put(name, value.toValue()));
    return new Fields(values);
  }

  static Fields other(Json.Obj json, Set<String> known) {
    SequencedMap<String, ParameterValue> values = new LinkedHashMap<>(fields(json).values());
    values.keySet().removeAll(known);
    return new Fields(values);
  }

  Json required(Json.Obj json, String field) {
    Json value = json.fields().get(field);
    if (value == null) {
      throw wrong(json, "The field \"" + field + "\" is missing.", "Add it.");
    }
    return value;
  }

  List<Json> items(Json.Obj json, String field) {
    return switch (json.fields().get(field)) {
      case null -> List.of();
      case Json.Arr(var items, int l, int c) -> items;
      case Json value -> throw wrongType(value, "\"" + field + "\"", "a list");
    };
  }

  Json.Obj optionalObject(Json.Obj json, String field) {
    Json value = json.fields().get(field);
    return value == null
        ? new Json.Obj(new LinkedHashMap<>(), json.line(), json.column())
        : object(value, "\"" + field + "\"");
  }

  Json.Obj object(Json json, String subject) {
    if (json instanceof Json.Obj object) {
      return object;
    }
    throw wrongType(json, subject, "an object");
  }

  String text(Json json, String subject) {
    if (json instanceof Json.Scalar(ParameterValue.Text(String text), int l, int c)) {
      return text;
    }
    throw wrongType(json, subject, "a text");
  }

  long integer(Json json, String subject) {
    if (json instanceof Json.Scalar(ParameterValue.Int(long n), int l, int c)) {
      return n;
    }
    throw wrongType(json, subject, "a whole number");
  }

  /// True or false; false where the field is absent.
  boolean flag(Json.Obj json, String field) {
    return switch (json.fields().get(field)) {
      case null -> false;
      case Json.Scalar(ParameterValue.Bool(boolean flag), int l, int c) -> flag;
      case Json value -> throw wrongType(value, "\"" + field + "\"", "true or false");
    };
  }

  private ProjectException wrongType(Json json, String subject, String expected) {
    return wrong(
        json,
        subject + " must be " + expected + ", not " + json.describe() + ".",
        "Mend the file at this place, or go back to a copy of it.");
  }

  ProjectException wrong(Json json, String what, String fix) {
    return new ProjectException(what, new Location(file, json.line(), json.column(), null), fix);
  }
}
