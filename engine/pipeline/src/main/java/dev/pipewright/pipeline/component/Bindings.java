package dev.pipewright.pipeline.component;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// Makes the parameters of an execution out of those that a node sets: fills in defaults (also
/// those of the fields of an object that is set), replaces runtime references and treats paths.
/// What the spec does not name is dropped, so that equal results mean equal work.
///
/// @param runtime the values of the runtime parameters
/// @param path what to do with each path
public record Bindings(Map<String, ParameterValue> runtime, UnaryOperator<String> path) {

  public Bindings {
    runtime = Map.copyOf(runtime);
  }

  /// Bindings that leave paths as they are.
  public static Bindings of(Map<String, ParameterValue> runtime) {
    return new Bindings(runtime, UnaryOperator.identity());
  }

  /// The parameters of an execution.
  ///
  /// @param owner whose they are, as the node's id
  /// @param specs the component's parameters; the result is in their order
  /// @param values what the node sets; values of a wrong type stay as they are
  public Parameters bind(String owner, List<ParameterSpec> specs, Fields values) {
    return new Parameters(owner, bind(specs, values));
  }

  private Fields bind(List<ParameterSpec> specs, Fields values) {
    SequencedMap<String, ParameterValue> bound = new LinkedHashMap<>();
    for (ParameterSpec spec : specs) {
      ParameterValue value = values.get(spec.name()).orElse(spec.defaultValue());
      if (value != null) {
        bound.put(spec.name(), bind(spec.type(), value));
      }
    }
    return new Fields(bound);
  }

  private ParameterValue referred(ParameterValue value) {
    return value instanceof ParameterValue.RuntimeReference(String name)
        ? runtime.getOrDefault(name, value)
        : value;
  }

  private ParameterValue bind(ParameterType type, ParameterValue value) {
    ParameterValue referred = referred(value);
    return switch (type) {
      case ParameterType.PathName p when referred instanceof ParameterValue.Text(String text) ->
          ParameterValue.of(path.apply(text));
      case ParameterType.ListOf(ParameterType element)
          when referred instanceof ParameterValue.Items(var items) ->
          ParameterValue.of(items.stream().map(item -> bind(element, item)).toList());
      case ParameterType.MapOf(ParameterType element) when referred instanceof Fields fields ->
          map(fields, element);
      case ParameterType.Struct(var specs) when referred instanceof Fields fields ->
          bind(specs, fields);
      case ParameterType.Json json -> references(referred);
      // A float given as a whole number is the same value: equal keys, equal work.
      case ParameterType.Real r when referred instanceof ParameterValue.Int(long n) ->
          ParameterValue.of((double) n);
      default -> referred;
    };
  }

  private Fields map(Fields fields, ParameterType type) {
    SequencedMap<String, ParameterValue> bound = new LinkedHashMap<>();
    fields.values().forEach((name, value) -> bound.put(name, bind(type, value)));
    return new Fields(bound);
  }

  private ParameterValue references(ParameterValue value) {
    return switch (value) {
      case ParameterValue.RuntimeReference(String name) -> runtime.getOrDefault(name, value);
      case ParameterValue.Items(var items) ->
          ParameterValue.of(items.stream().map(this::references).toList());
      case Fields fields -> map(fields, new ParameterType.Json());
      default -> value;
    };
  }
}
