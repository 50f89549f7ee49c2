package dev.pipewright.runner.root;

import dev.pipewright.metadata.Properties;
import dev.pipewright.metadata.PropertyValue;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.file.JsonText;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// The parameters that an execution was recorded with. TFX writes numbers and texts as they are,
/// truth values as 0 and 1, and all else as JSON text.
final class RecordedParameters {

  /// What TFX records of an execution beside its parameters.
  private static final Set<String> NO_PARAMETERS =
      Set.of(
          "input_fingerprint",
          "span",
          "version",
          "component_id",
          "pipeline_name",
          "pipeline_root",
          "run_id",
          "state",
          "checksum_md5");

  private RecordedParameters() {}

  /// @param spec the installed component's, whose types tell truth values from numbers
  static Fields read(Properties properties, Optional<ComponentSpec> spec) {
    SequencedMap<String, PropertyValue> all =
        new LinkedHashMap<>(new TreeMap<>(properties.custom()));
    all.putAll(properties.declared());
    SequencedMap<String, ParameterValue> values = new LinkedHashMap<>();
    all.forEach(
        (name, property) -> {
          boolean isOwn = name.startsWith("pipewright_") || name.startsWith("__");
          if (!isOwn && !NO_PARAMETERS.contains(name)) {
            value(property, spec.flatMap(each -> each.parameter(name)).map(ParameterSpec::type))
                .ifPresent(value -> values.put(name, value));
          }
        });
    return new Fields(values);
  }

  private static Optional<ParameterValue> value(
      PropertyValue property, Optional<ParameterType> type) {
    return switch (property) {
      case PropertyValue.Int(long n) ->
          Optional.of(
              type.isPresent() && type.get() instanceof ParameterType.Bool
                  ? ParameterValue.of(n != 0)
                  : ParameterValue.of(n));
      case PropertyValue.Real(double x) ->
          Double.isFinite(x) ? Optional.of(ParameterValue.of(x)) : Optional.empty();
      case PropertyValue.Bool(boolean b) -> Optional.of(ParameterValue.of(b));
      case PropertyValue.Text(String text) -> text(text);
      case PropertyValue.Struct s -> Optional.empty();
      case PropertyValue.Proto p -> Optional.empty();
    };
  }

  private static Optional<ParameterValue> text(String text) {
    String bare = text.strip();
    if (bare.equals("null")) {
      return Optional.empty();
    }
    if (bare.startsWith("{") || bare.startsWith("[")) {
      try {
        return Optional.of(JsonText.parse(bare));
      } catch (ProjectException e) {
        return Optional.of(ParameterValue.of(text)); // A text that begins like JSON.
      }
    }
    return Optional.of(ParameterValue.of(text));
  }
}
