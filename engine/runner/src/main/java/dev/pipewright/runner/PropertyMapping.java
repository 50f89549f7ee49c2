package dev.pipewright.runner;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.pipewright.metadata.MetadataType;
import dev.pipewright.metadata.Properties;
import dev.pipewright.metadata.PropertyValue;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.file.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Values of the document as properties in ML Metadata, written as TFX writes them, and back.
final class PropertyMapping {

  /// What the runner keeps for itself begins with this.
  static final String OWN = "pipewright_";

  private static final String STRUCT_PREFIX = "mlmd-struct::";

  private PropertyMapping() {}

  /// Parameters as an execution's properties: numbers and texts as they are, truth values as 0 and
  /// 1, all else as JSON text. What is null is left out.
  static Map<String, PropertyValue> parameters(Fields fields) {
    Map<String, PropertyValue> properties = new TreeMap<>();
    fields
        .values()
        .forEach(
            (name, value) -> {
              switch (value) {
                case ParameterValue.Null n -> {}
                case Fields f -> properties.put(name, PropertyValue.of(JsonText.pretty(f).strip()));
                default -> properties.put(name, property(value));
              }
            });
    return properties;
  }

  /// Properties of an artifact, declared as far as its type does so. TFX keeps the span and version
  /// of Examples as custom properties although the type declares them, and its resolvers look for
  /// them there.
  static Properties artifact(MetadataType type, Map<String, ParameterValue> values) {
    SortedMap<String, PropertyValue> declared = new TreeMap<>();
    SortedMap<String, PropertyValue> custom = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          PropertyValue property = property(value);
          boolean isDeclared =
              type.properties().get(name) == property.type()
                  && !(type.name().equals("Examples") && !name.equals("split_names"));
          (isDeclared ? declared : custom).put(name, property);
        });
    return new Properties(declared, custom);
  }

  private static PropertyValue property(ParameterValue value) {
    return switch (value) {
      case ParameterValue.Null n -> PropertyValue.of("");
      case ParameterValue.Bool(boolean b) -> PropertyValue.of(b ? 1 : 0);
      case ParameterValue.Int(long n) -> PropertyValue.of(n);
      case ParameterValue.Real(double x) -> PropertyValue.of(x);
      case ParameterValue.Text(String s) ->
          PropertyValue.of(s.startsWith(STRUCT_PREFIX) ? JsonText.compact(value) : s);
      case ParameterValue.Items i -> PropertyValue.of(JsonText.compact(i));
      case Fields f -> new PropertyValue.Struct(struct(f));
      case ParameterValue.RuntimeReference r ->
          throw new IllegalArgumentException("not resolved: " + r);
    };
  }

  private static Struct struct(Fields fields) {
    Struct.Builder struct = Struct.newBuilder();
    fields.values().forEach((name, value) -> struct.putFields(name, proto(value)));
    return struct.build();
  }

  private static Value proto(ParameterValue value) {
    Value.Builder proto = Value.newBuilder();
    switch (value) {
      case ParameterValue.Null n -> proto.setNullValue(NullValue.NULL_VALUE);
      case ParameterValue.Bool(boolean b) -> proto.setBoolValue(b);
      case ParameterValue.Int(long n) -> proto.setNumberValue(n);
      case ParameterValue.Real(double x) -> proto.setNumberValue(x);
      case ParameterValue.Text(String s) -> proto.setStringValue(s);
      case ParameterValue.Items(var items) -> {
        ListValue.Builder list = ListValue.newBuilder();
        items.forEach(item -> list.addValues(proto(item)));
        proto.setListValue(list);
      }
      case Fields f -> proto.setStructValue(struct(f));
      case ParameterValue.RuntimeReference r ->
          throw new IllegalArgumentException("not resolved: " + r);
    }
    return proto.build();
  }

  /// What an executor sees of an artifact's properties: not the runner's own, nor infinities and
  /// protos, which a parameter's value cannot hold.
  static SortedMap<String, ParameterValue> read(Properties properties) {
    SortedMap<String, ParameterValue> values = new TreeMap<>();
    for (var group : List.of(properties.custom(), properties.declared())) {
      group.forEach(
          (name, property) -> {
            if (!name.startsWith(OWN)) {
              value(property).ifPresent(value -> values.put(name, value));
            }
          });
    }
    return values;
  }

  private static Optional<ParameterValue> value(PropertyValue property) {
    return Optional.ofNullable(
        switch (property) {
          case PropertyValue.Int(long n) -> ParameterValue.of(n);
          case PropertyValue.Real(double x) -> Double.isFinite(x) ? ParameterValue.of(x) : null;
          case PropertyValue.Text(String s) -> ParameterValue.of(s);
          case PropertyValue.Struct(Struct s) -> fields(s);
          case PropertyValue.Proto p -> null;
          case PropertyValue.Bool(boolean b) -> ParameterValue.of(b);
        });
  }

  private static Fields fields(Struct struct) {
    SequencedMap<String, ParameterValue> fields = new LinkedHashMap<>();
    new TreeMap<>(struct.getFieldsMap()).forEach((name, value) -> fields.put(name, value(value)));
    return new Fields(fields);
  }

  private static ParameterValue value(Value value) {
    return switch (value.getKindCase()) {
      case NULL_VALUE, KIND_NOT_SET -> ParameterValue.NULL;
      case BOOL_VALUE -> ParameterValue.of(value.getBoolValue());
      case NUMBER_VALUE ->
          Double.isFinite(value.getNumberValue())
              ? ParameterValue.of(value.getNumberValue())
              : ParameterValue.NULL;
      case STRING_VALUE -> ParameterValue.of(value.getStringValue());
      case LIST_VALUE ->
          ParameterValue.of(
              value.getListValue().getValuesList().stream().map(PropertyMapping::value).toList());
      case STRUCT_VALUE -> fields(value.getStructValue());
    };
  }
}
