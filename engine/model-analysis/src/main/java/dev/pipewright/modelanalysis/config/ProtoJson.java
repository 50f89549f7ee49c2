package dev.pipewright.modelanalysis.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.check.NearestName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Protos as JSON, by protobuf's JSON mapping: fields in lowerCamelCase (read also as the proto
/// names them), 64-bit integers as texts, wrapper messages as their value.
public final class ProtoJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ProtoJson() {}

  /// The message as JSON, fields by number; one that is not set is left out.
  public static ObjectNode print(Message message) {
    ObjectNode object = NODES.objectNode();
    message
        .getAllFields()
        .forEach((field, value) -> object.set(field.getJsonName(), printField(field, value)));
    return object;
  }

  private static JsonNode printField(FieldDescriptor field, Object value) {
    if (!field.isRepeated()) {
      return printValue(field, value);
    }
    List<?> items = (List<?>) value;
    if (field.isMapField()) {
      ObjectNode map = NODES.objectNode();
      FieldDescriptor keys = field.getMessageType().findFieldByNumber(1);
      FieldDescriptor values = field.getMessageType().findFieldByNumber(2);
      items.stream()
          .map(Message.class::cast)
          .sorted(Comparator.comparing(m -> m.getField(keys).toString()))
          .forEach(
              m -> map.set(m.getField(keys).toString(), printValue(values, m.getField(values))));
      return map;
    }
    ArrayNode array = NODES.arrayNode();
    items.forEach(item -> array.add(printValue(field, item)));
    return array;
  }

  private static JsonNode printValue(FieldDescriptor field, Object value) {
    return switch (value) {
      case Message m when isWrapper(m.getDescriptorForType()) -> {
        FieldDescriptor wrapped = m.getDescriptorForType().findFieldByNumber(1);
        yield printValue(wrapped, m.getField(wrapped));
      }
      case Message m -> print(m);
      case EnumValueDescriptor e -> NODES.textNode(e.getName());
      case Boolean b -> NODES.booleanNode(b);
      case Integer i -> NODES.numberNode(i);
      case Long n -> NODES.textNode(n.toString());
      case Float f -> number(f, NODES.numberNode(f));
      case Double d -> number(d, NODES.numberNode(d));
      case String s -> NODES.textNode(s);
      case ByteString b -> NODES.textNode(Base64.getEncoder().encodeToString(b.toByteArray()));
      default -> throw new IllegalStateException(field + " is a " + value.getClass());
    };
  }

  private static JsonNode number(double value, JsonNode finite) {
    if (Double.isNaN(value)) {
      return NODES.textNode("NaN");
    }
    return Double.isInfinite(value) ? NODES.textNode(value > 0 ? "Infinity" : "-Infinity") : finite;
  }

  private static boolean isWrapper(Descriptor type) {
    return type.getFile().getFullName().equals("google/protobuf/wrappers.proto");
  }

  /// Reads JSON into a message.
  ///
  /// @param path where the JSON stands, for messages
  /// @throws ParameterException when it has a field that the message has not, with the nearest that
  ///   it has, or a value of another type
  public static void parse(JsonNode json, Message.Builder into, String path) {
    if (!json.isObject()) {
      throw wrong(path, "is no object", "Write it as {…}.");
    }
    for (var entry : json.properties()) {
      FieldDescriptor field = field(into.getDescriptorForType(), entry.getKey(), path);
      if (!entry.getValue().isNull()) {
        parseField(entry.getValue(), into, field, path + "." + field.getName());
      }
    }
  }

  private static FieldDescriptor field(Descriptor type, String name, String path) {
    List<String> names = new ArrayList<>();
    for (FieldDescriptor field : type.getFields()) {
      if (field.getName().equals(name) || field.getJsonName().equals(name)) {
        return field;
      }
      names.add(field.getName());
    }
    throw wrong(
        path,
        "has no field " + name,
        NearestName.of(name, names)
            .map(n -> "Did you mean " + n + "?")
            .orElse("It has: " + String.join(", ", names) + "."));
  }

  private static void parseField(
      JsonNode json, Message.Builder into, FieldDescriptor field, String path) {
    if (field.isMapField()) {
      parseMap(json, into, field, path);
    } else if (field.isRepeated()) {
      if (!json.isArray()) {
        throw wrong(path, "is no list", "Write it as […].");
      }
      for (int i = 0; i < json.size(); i++) {
        into.addRepeatedField(field, value(json.get(i), into, field, path + "[" + i + "]"));
      }
    } else {
      into.setField(field, value(json, into, field, path));
    }
  }

  private static void parseMap(
      JsonNode json, Message.Builder into, FieldDescriptor field, String path) {
    if (!json.isObject()) {
      throw wrong(path, "is no object", "Write it as {…}.");
    }
    FieldDescriptor keys = field.getMessageType().findFieldByNumber(1);
    FieldDescriptor values = field.getMessageType().findFieldByNumber(2);
    for (var entry : json.properties()) {
      String at = path + "." + entry.getKey();
      Message.Builder item = into.newBuilderForField(field);
      item.setField(keys, value(NODES.textNode(entry.getKey()), item, keys, at));
      item.setField(values, value(entry.getValue(), item, values, at));
      into.addRepeatedField(field, item.build());
    }
  }

  private static Object value(
      JsonNode json, Message.Builder owner, FieldDescriptor field, String path) {
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      return message(json, owner.newBuilderForField(field), path);
    }
    Object value = scalar(json, field);
    if (value == null) {
      throw wrong(path, "is " + json + ", which is no " + expected(field), "Change it.");
    }
    return value;
  }

  private static Message message(JsonNode json, Message.Builder builder, String path) {
    Descriptor type = builder.getDescriptorForType();
    if (isWrapper(type)) {
      FieldDescriptor wrapped = type.findFieldByNumber(1);
      builder.setField(wrapped, value(json, builder, wrapped, path));
    } else {
      parse(json, builder, path);
    }
    return builder.build();
  }

  private static @Nullable Object scalar(JsonNode json, FieldDescriptor field) {
    boolean isNumber = json.isNumber();
    return switch (field.getJavaType()) {
      case BOOLEAN -> json.isBoolean() ? json.booleanValue() : null;
      case STRING -> json.isTextual() ? json.textValue() : null;
      case ENUM -> json.isTextual() ? field.getEnumType().findValueByName(json.textValue()) : null;
      case INT -> whole(json) instanceof Long n && n == n.intValue() ? n.intValue() : null;
      case LONG -> whole(json);
      case FLOAT -> isNumber ? (Object) json.floatValue() : special(json, Float::valueOf);
      case DOUBLE -> isNumber ? (Object) json.doubleValue() : special(json, Double::valueOf);
      case BYTE_STRING -> json.isTextual() ? bytes(json.textValue()) : null;
      case MESSAGE -> null;
    };
  }

  private static @Nullable ByteString bytes(String base64) {
    try {
      return ByteString.copyFrom(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Long whole(JsonNode json) {
    if (json.isTextual() && json.textValue().matches("-?\\d{1,19}")) {
      BigInteger whole = new BigInteger(json.textValue());
      return whole.bitLength() < Long.SIZE ? Long.valueOf(whole.longValue()) : null;
    }
    return json.canConvertToLong() && json.canConvertToExactIntegral() ? json.longValue() : null;
  }

  private static @Nullable Object special(
      JsonNode json, java.util.function.Function<String, ?> parse) {
    boolean isKnown = List.of("NaN", "Infinity", "-Infinity").contains(json.asText());
    return json.isTextual() && isKnown ? parse.apply(json.textValue()) : null;
  }

  private static String expected(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case BOOLEAN -> "true or false";
      case STRING -> "text";
      case ENUM ->
          "one of "
              + field.getEnumType().getValues().stream().map(EnumValueDescriptor::getName).toList();
      case INT, LONG -> "whole number";
      case FLOAT, DOUBLE -> "number";
      case BYTE_STRING -> "base64 text";
      case MESSAGE -> "object";
    };
  }

  private static ParameterException wrong(String path, String what, String fix) {
    return new ParameterException(path + " " + what + ".", Location.subject(path), fix);
  }
}
