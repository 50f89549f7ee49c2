package dev.pipewright.data.avro;

import dev.pipewright.data.binary.DamagedException;
import dev.pipewright.data.json.JsonParser;
import dev.pipewright.data.json.JsonValue;
import dev.pipewright.data.json.JsonValue.Fields;
import dev.pipewright.data.json.JsonValue.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What values are, as the schema in an Avro file says.
sealed interface AvroSchema {

  /// A type without parts.
  enum Primitive implements AvroSchema {
    NULL,
    BOOLEAN,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    BYTES,
    STRING
  }

  /// Decimals, which have no place in a feature.
  record Decimal(AvroSchema stored) implements AvroSchema {}

  /// So many bytes.
  record Fixed(int size) implements AvroSchema {}

  /// One of some names.
  record Symbols(List<String> names) implements AvroSchema {}

  /// Any number of values.
  record Array(AvroSchema items) implements AvroSchema {}

  /// Values by name.
  record MapOf(AvroSchema values) implements AvroSchema {}

  /// One of several.
  record Union(List<AvroSchema> branches) implements AvroSchema {}

  /// A record, whose type may be within itself.
  record Reference(String name) implements AvroSchema {}

  /// Named values.
  record Struct(String name, List<Field> fields) implements AvroSchema {}

  /// A value of a record.
  record Field(String name, AvroSchema type) {}

  /// Reads a schema.
  static AvroSchema parse(String json) throws DamagedException {
    try {
      return new Parser().schema(JsonParser.parse(json), "");
    } catch (JsonParser.MalformedException e) {
      throw new DamagedException("its schema is no JSON: " + e.getMessage());
    }
  }

  /// Reads the parts of a schema; types that have names may be used again by them.
  final class Parser {
    private final Map<String, AvroSchema> named = new HashMap<>();

    private Parser() {}

    private static DamagedException wrong(String what) {
      return new DamagedException("its schema " + what);
    }

    private AvroSchema schema(JsonValue json, String namespace) throws DamagedException {
      return switch (json) {
        case Text(String name) -> byName(name, namespace);
        case JsonValue.Array(var branches) -> {
          List<AvroSchema> schemas = new ArrayList<>();
          for (JsonValue branch : branches) {
            schemas.add(schema(branch, namespace));
          }
          yield new Union(schemas);
        }
        case Fields fields -> complex(fields, namespace);
        default -> throw wrong("has something that is no type");
      };
    }

    private AvroSchema byName(String name, String namespace) throws DamagedException {
      for (Primitive primitive : Primitive.values()) {
        if (primitive.name().equalsIgnoreCase(name)) {
          return primitive;
        }
      }
      AvroSchema known = named.get(fullName(name, namespace));
      if (known == null) {
        known = named.get(name);
      }
      if (known == null) {
        throw wrong("has no type " + name);
      }
      return known;
    }

    private static String fullName(String name, String namespace) {
      return name.indexOf('.') >= 0 || namespace.isEmpty() ? name : namespace + "." + name;
    }

    private AvroSchema complex(Fields json, String namespace) throws DamagedException {
      JsonValue type = json.values().get("type");
      if (!(type instanceof Text text)) {
        return schema(required(type), namespace);
      }
      AvroSchema schema =
          switch (text.value()) {
            case "record", "error" -> struct(json, namespace);
            case "enum" -> name(json, namespace, new Symbols(symbols(json)));
            case "fixed" -> name(json, namespace, new Fixed(size(json)));
            case "array" -> new Array(schema(required(json.values().get("items")), namespace));
            case "map" -> new MapOf(schema(required(json.values().get("values")), namespace));
            default -> byName(text.value(), namespace);
          };
      return new Text("decimal").equals(json.values().get("logicalType"))
          ? new Decimal(schema)
          : schema;
    }

    private static JsonValue required(@Nullable JsonValue json) throws DamagedException {
      if (json == null) {
        throw wrong("lacks a type");
      }
      return json;
    }

    private static String text(Fields json, String name) throws DamagedException {
      if (json.values().get(name) instanceof Text(String value)) {
        return value;
      }
      throw wrong("lacks a " + name);
    }

    private AvroSchema struct(Fields json, String outer) throws DamagedException {
      String namespace = json.values().get("namespace") instanceof Text(String own) ? own : outer;
      String name = fullName(text(json, "name"), namespace);
      named.put(name, new Reference(name));
      int dot = name.lastIndexOf('.');
      String inner = dot < 0 ? namespace : name.substring(0, dot);
      List<Field> fields = new ArrayList<>();
      if (!(json.values().get("fields") instanceof JsonValue.Array(var values))) {
        throw wrong("has a record without fields");
      }
      for (JsonValue value : values) {
        if (!(value instanceof Fields field)) {
          throw wrong("has a field that is none");
        }
        fields.add(
            new Field(text(field, "name"), schema(required(field.values().get("type")), inner)));
      }
      Struct struct = new Struct(name, List.copyOf(fields));
      named.put(name, struct);
      return struct;
    }

    private AvroSchema name(Fields json, String namespace, AvroSchema schema)
        throws DamagedException {
      String own = json.values().get("namespace") instanceof Text(String space) ? space : namespace;
      named.put(fullName(text(json, "name"), own), schema);
      return schema;
    }

    private static List<String> symbols(Fields json) throws DamagedException {
      if (!(json.values().get("symbols") instanceof JsonValue.Array(var values))) {
        throw wrong("has an enum without symbols");
      }
      List<String> symbols = new ArrayList<>();
      for (JsonValue value : values) {
        if (!(value instanceof Text(String symbol))) {
          throw wrong("has an enum without symbols");
        }
        symbols.add(symbol);
      }
      return symbols;
    }

    private static int size(Fields json) throws DamagedException {
      if (json.values().get("size") instanceof JsonValue.Number number && number.isInt64()) {
        BigDecimal size = new BigDecimal(number.text());
        if (size.signum() > 0 && size.compareTo(BigDecimal.valueOf(1 << 28)) < 0) {
          return size.intValue();
        }
      }
      throw wrong("has a fixed type without size");
    }
  }
}
