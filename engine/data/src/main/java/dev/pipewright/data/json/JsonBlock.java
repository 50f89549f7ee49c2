package dev.pipewright.data.json;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.FeatureBuilder;
import dev.pipewright.data.csv.CellType;
import dev.pipewright.data.json.JsonParser.MalformedException;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Lines of a JSON lines file. `types` and `toBatch` are the work, to be done on the pool.
/// Immutable.
///
/// An object's values become features of its names, those of an object within `outer.inner`; a
/// list's values one feature, without its nulls. A null and a missing name are a missing value.
public final class JsonBlock {

  private final Path file;
  private final long firstLine;
  private final byte[] data;
  private final int start;
  private final int end;

  JsonBlock(Path file, long firstLine, byte[] data, int start, int end) {
    this.file = file;
    this.firstLine = firstLine;
    this.data = data;
    this.start = start;
    this.end = end;
  }

  /// The file that the lines are of.
  public Path file() {
    return file;
  }

  /// What is done with an object.
  private interface Visitor {
    void object(JsonValue.Fields object, Location where);
  }

  /// What is done with a value that is no list and no object; null where a name has none.
  private interface Leaf {
    void value(String feature, @Nullable JsonValue value);
  }

  /// The types that the features have by these lines.
  ///
  /// @throws DataException for a line that is no object of values, lists of values and objects
  public JsonTypes types() {
    SequencedMap<String, CellType> types = new LinkedHashMap<>();
    eachLine(
        (object, where) ->
            flatten(
                "",
                object,
                where,
                (feature, value) -> types.merge(feature, type(value), CellType::or)));
    return new JsonTypes(types);
  }

  private static CellType type(@Nullable JsonValue value) {
    return switch (value) {
      case JsonValue.Number number -> number.isInt64() ? CellType.INT : CellType.FLOAT;
      case JsonValue.Bool bool -> CellType.INT;
      case JsonValue.Text text -> CellType.STRING;
      case null, default -> CellType.UNKNOWN;
    };
  }

  /// The lines as rows, where the features have these types.
  public ExampleBatch toBatch(JsonTypes types) {
    SequencedMap<String, FeatureBuilder> builders = new LinkedHashMap<>();
    types
        .types()
        .forEach(
            (name, type) -> {
              if (type != CellType.UNKNOWN) {
                builders.put(name, new FeatureBuilder(kind(type)));
              }
            });
    int[] rows = new int[1];
    eachLine(
        (object, where) -> {
          rows[0]++;
          flatten("", object, where, (feature, value) -> add(builders, feature, value));
          builders.values().forEach(FeatureBuilder::endRow);
        });
    SequencedMap<String, Column> columns = new LinkedHashMap<>();
    builders.forEach((name, builder) -> columns.put(name, builder.finish()));
    return new ExampleBatch(rows[0], columns);
  }

  private static FeatureBuilder.Kind kind(CellType type) {
    return switch (type) {
      case INT -> FeatureBuilder.Kind.INT64;
      case FLOAT -> FeatureBuilder.Kind.FLOAT;
      case STRING, UNKNOWN -> FeatureBuilder.Kind.BYTES;
    };
  }

  private static void add(
      Map<String, FeatureBuilder> builders, String feature, @Nullable JsonValue value) {
    FeatureBuilder builder = builders.get(feature);
    if (builder == null || value == null) {
      return;
    }
    switch (builder.kind()) {
      case INT64 -> builder.add(integer(value));
      case FLOAT -> builder.add(number(value));
      case BYTES -> {
        byte[] bytes = text(value).getBytes(StandardCharsets.UTF_8);
        builder.add(bytes, 0, bytes.length);
      }
    }
  }

  private static long integer(JsonValue value) {
    return value instanceof JsonValue.Number number
        ? Long.parseLong(number.text())
        : Boolean.parseBoolean(text(value)) ? 1 : 0;
  }

  private static float number(JsonValue value) {
    return value instanceof JsonValue.Number number
        ? number.toFloat()
        : Boolean.parseBoolean(text(value)) ? 1 : 0;
  }

  private static String text(JsonValue value) {
    return switch (value) {
      case JsonValue.Text text -> text.value();
      case JsonValue.Number number -> number.text();
      case JsonValue.Bool bool -> Boolean.toString(bool.value());
      default -> throw new IllegalStateException("no single value: " + value);
    };
  }

  private static void flatten(String prefix, JsonValue.Fields object, Location where, Leaf leaf) {
    for (var field : object.values().entrySet()) {
      String feature = prefix + field.getKey();
      switch (field.getValue()) {
        case JsonValue.Fields inner -> flatten(feature + ".", inner, where, leaf);
        case JsonValue.Array array -> addList(feature, array, where, leaf);
        case JsonValue.Null missing -> leaf.value(feature, null);
        default -> leaf.value(feature, field.getValue());
      }
    }
  }

  private static void addList(String feature, JsonValue.Array array, Location where, Leaf leaf) {
    leaf.value(feature, null);
    for (JsonValue value : array.values()) {
      switch (value) {
        case JsonValue.Array list -> throw inList(feature, "lists", where);
        case JsonValue.Fields object -> throw inList(feature, "objects", where);
        case JsonValue.Null missing -> {}
        default -> leaf.value(feature, value);
      }
    }
  }

  private static DataException inList(String feature, String what, Location where) {
    return new DataException(
        "%s is a list of %s, which no feature can have.".formatted(feature, what),
        where.withSubject("feature " + feature),
        "Write a list of numbers or texts, or several lists of their own names.");
  }

  private void eachLine(Visitor visitor) {
    long line = firstLine;
    for (int from = start; from < end; line++) {
      int to = from;
      while (to < end && data[to] != '\n') {
        to++;
      }
      String text = decode(from, to, line);
      if (!text.isBlank()) {
        visitor.object(object(text, line), Location.of(file, line));
      }
      from = to + 1;
    }
  }

  private String decode(int from, int to, long line) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(data, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new DataException(
          "The line is not UTF-8.", Location.of(file, line), "Save the file as text in UTF-8.", e);
    }
  }

  private JsonValue.Fields object(String text, long line) {
    try {
      if (JsonParser.parse(text) instanceof JsonValue.Fields object) {
        return object;
      }
    } catch (MalformedException e) {
      throw new DataException(
          "The line is no JSON: " + e.getMessage() + ".",
          new Location(file.toString(), line, e.column(), null),
          "Write one object a line, as {\"fare\": 7.5}; jq -c '.[]' makes such lines of a list.",
          e);
    }
    throw new DataException(
        "The line is no object, but another JSON value.",
        Location.of(file, line),
        "Write one object a line, as {\"fare\": 7.5}; jq -c '.[]' makes such lines of a list.");
  }
}
