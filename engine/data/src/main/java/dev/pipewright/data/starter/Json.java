package dev.pipewright.data.starter;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Short ways to write parameters.
final class Json {

  private Json() {}

  /// An object of names and values in turn.
  static Fields object(Object... namesAndValues) {
    SequencedMap<String, ParameterValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return new Fields(fields);
  }

  /// A list of values.
  static ParameterValue list(Object... values) {
    return ParameterValue.of(Arrays.stream(values).map(Json::value).toList());
  }

  /// A list of texts.
  static ParameterValue texts(List<String> texts) {
    return list(texts.toArray());
  }

  private static ParameterValue value(Object value) {
    return switch (value) {
      case ParameterValue known -> known;
      case String text -> ParameterValue.of(text);
      case Integer number -> ParameterValue.of((long) number);
      case Long number -> ParameterValue.of((long) number);
      case Double number -> ParameterValue.of((double) number);
      default -> throw new IllegalArgumentException("no parameter: " + value);
    };
  }
}
