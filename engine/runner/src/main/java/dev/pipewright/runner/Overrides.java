package dev.pipewright.runner;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.Quotation;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.check.NearestName;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.file.JsonText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Values that are given for one run as text, as on the command line.
public final class Overrides {

  private Overrides() {}

  /// The pipeline with parameters of nodes set.
  ///
  /// @param values by `node.parameter`, or `node.parameter.field` inside an object: JSON, or a bare
  ///   text where the parameter takes texts
  /// @throws ParameterException when there is no such node or a value is not JSON
  public static Pipeline set(
      Pipeline pipeline, ComponentRegistry registry, Map<String, String> values) {
    Pipeline changed = pipeline;
    for (var value : new TreeMap<>(values).entrySet()) {
      changed = set(changed, registry, value.getKey(), value.getValue());
    }
    return changed;
  }

  private static Pipeline set(
      Pipeline pipeline, ComponentRegistry registry, String target, String text) {
    // A node's name may have dots: the longest that fits is meant.
    Node node =
        pipeline.nodes().stream()
            .filter(n -> target.startsWith(n.id() + "."))
            .max(Comparator.comparingInt(n -> n.id().value().length()))
            .orElseThrow(() -> noNode(pipeline, target));
    List<String> path = List.of(target.substring(node.id().value().length() + 1).split("\\."));
    List<ParameterSpec> specs =
        registry.find(node.component()).map(c -> c.spec().parameters()).orElse(List.of());
    ParameterValue value = value(target, type(specs, path), text);
    Fields parameters = with(node.parameters(), specs, path, value);
    return new Edit.ReplaceNode(node.withParameters(parameters)).apply(pipeline);
  }

  private static ParameterException noNode(Pipeline pipeline, String target) {
    List<String> names = pipeline.nodes().stream().map(n -> n.id().value()).toList();
    String name = target.contains(".") ? target.substring(0, target.indexOf('.')) : target;
    return new ParameterException(
        "It does not name a parameter of a node.",
        Location.subject(target),
        "Write node.parameter=value. " + NearestName.suggest(name, names));
  }

  private static Fields with(
      Fields fields, List<ParameterSpec> specs, List<String> path, ParameterValue value) {
    String name = path.getFirst();
    if (path.size() == 1) {
      return fields.with(name, value);
    }
    ParameterSpec spec = find(specs, name);
    ParameterValue old = fields.get(name).orElse(spec == null ? null : spec.defaultValue());
    Fields inner = old instanceof Fields f ? f : Fields.EMPTY;
    List<ParameterSpec> innerSpecs =
        spec != null && spec.type() instanceof ParameterType.Struct(var s) ? s : List.of();
    return fields.with(name, with(inner, innerSpecs, path.subList(1, path.size()), value));
  }

  private static @Nullable ParameterSpec find(List<ParameterSpec> specs, String name) {
    return specs.stream().filter(s -> s.name().equals(name)).findFirst().orElse(null);
  }

  /// The type of what a path leads to; any JSON where the spec does not say, the checks will.
  private static ParameterType type(List<ParameterSpec> specs, List<String> path) {
    ParameterSpec spec = find(specs, path.getFirst());
    if (spec == null) {
      return new ParameterType.Json();
    }
    if (path.size() == 1) {
      return spec.type();
    }
    return switch (spec.type()) {
      case ParameterType.Struct(var inner) -> type(inner, path.subList(1, path.size()));
      case ParameterType.MapOf(var inner) when path.size() == 2 -> inner;
      default -> new ParameterType.Json();
    };
  }

  private static ParameterValue value(String target, ParameterType type, String text) {
    boolean isText =
        type instanceof ParameterType.Text
            || type instanceof ParameterType.Choice
            || type instanceof ParameterType.PathName;
    return isText && !text.startsWith("\"") ? ParameterValue.of(text) : json(target, text);
  }

  private static ParameterValue json(String target, String text) {
    try {
      return JsonText.parse(text);
    } catch (ProjectException e) {
      throw new ParameterException(
          "The value is not JSON: " + Quotation.shortened(text),
          Location.subject(target),
          "Put texts in double quotes, inside single quotes for the shell.",
          e);
    }
  }

  /// The runtime parameters of a run.
  ///
  /// @param values by name: JSON, or a bare text where the parameter is a string
  /// @throws ParameterException when there is no such parameter or a value is not JSON
  public static SortedMap<String, ParameterValue> runtime(
      Pipeline pipeline, Map<String, String> values) {
    SortedMap<String, ParameterValue> runtime = new TreeMap<>();
    new TreeMap<>(values)
        .forEach(
            (name, text) -> {
              RuntimeParameter parameter =
                  pipeline.parameter(name).orElseThrow(() -> noParameter(pipeline, name));
              ParameterType type =
                  parameter.kind() == RuntimeParameter.Kind.STRING
                      ? new ParameterType.Text()
                      : new ParameterType.Json();
              runtime.put(name, value(name, type, text));
            });
    return runtime;
  }

  private static ParameterException noParameter(Pipeline pipeline, String name) {
    List<String> names = pipeline.parameters().stream().map(RuntimeParameter::name).toList();
    return new ParameterException(
        "The pipeline has no runtime parameter of this name.",
        Location.subject(name),
        NearestName.suggest(name, names));
  }
}
