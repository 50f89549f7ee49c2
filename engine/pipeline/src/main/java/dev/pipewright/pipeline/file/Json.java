package dev.pipewright.pipeline.file;

import dev.pipewright.pipeline.ParameterValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A JSON value with the place in the text where it starts, from 1.
sealed interface Json {

  int line();

  int column();

  /// An object; keys are distinct.
  record Obj(SequencedMap<String, Json> fields, int line, int column) implements Json {}

  /// A list.
  record Arr(List<Json> items, int line, int column) implements Json {}

  /// A string, number, truth value or null.
  record Scalar(ParameterValue value, int line, int column) implements Json {}

  /// The value without places; an object of `$runtime` and a text alone is a runtime reference.
  default ParameterValue toValue() {
    return switch (this) {
      case Scalar(var value, int l, int c) -> value;
      case Arr(var items, int l, int c) ->
          ParameterValue.of(items.stream().map(Json::toValue).toList());
      case Obj(var fields, int l, int c) -> {
        if (fields.size() == 1
            && fields.get(JsonText.RUNTIME)
                instanceof Scalar(ParameterValue.Text(String name), int x, int y)) {
          yield new ParameterValue.RuntimeReference(name);
        }
        Map<String, ParameterValue> values = new LinkedHashMap<>();
        fields.forEach((key, json) -> values.put(key, json.toValue()));
        yield ParameterValue.of(values);
      }
    };
  }

  /// What it is, for a message.
  default String describe() {
    return switch (this) {
      case Obj o -> "an object";
      case Arr a -> "a list";
      case Scalar(ParameterValue.Text t, int l, int c) -> "a text";
      case Scalar(ParameterValue.Bool b, int l, int c) -> "true or false";
      case Scalar(ParameterValue.Null n, int l, int c) -> "null";
      case Scalar s -> "a number";
    };
  }
}
