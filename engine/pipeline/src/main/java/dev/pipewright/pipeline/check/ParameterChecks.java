package dev.pipewright.pipeline.check;

import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Quotation;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.RuntimeParameter.Kind;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Holds the parameters of one node against its component's spec.
final class ParameterChecks {

  private final Pipeline pipeline;
  private final Node node;
  private final Map<String, ParameterValue> runtime;
  private final List<Problem> problems = new ArrayList<>();

  /// @param runtime the values that runtime parameters have, as far as they have one
  ParameterChecks(Pipeline pipeline, Node node, Map<String, ParameterValue> runtime) {
    this.pipeline = pipeline;
    this.node = node;
    this.runtime = runtime;
  }

  List<Problem> check(List<ParameterSpec> specs) {
    Fields values = node.parameters();
    fields(specs, values, name -> new Place.Top(node.id(), values, name));
    return problems;
  }

  private void fields(List<ParameterSpec> specs, Fields values, Function<String, Place> places) {
    List<String> known = specs.stream().map(ParameterSpec::name).toList();
    for (String name : values.values().keySet()) {
      if (!known.contains(name)) {
        Place place = places.apply(name);
        error(
            place,
            "There is no such parameter.",
            NearestName.suggest(name, known),
            ParameterFixes.unknown(place, NearestName.of(name, known)));
      }
    }
    for (ParameterSpec spec : specs) {
      Place place = places.apply(spec.name());
      Optional<ParameterValue> value = values.get(spec.name());
      boolean isSet = value.filter(v -> !(v instanceof ParameterValue.Null)).isPresent();
      if (isSet) {
        value(place, spec.type(), value.orElseThrow());
      } else if (spec.isRequired()) {
        error(place, "It must be set.", "Set it to " + describe(spec.type()) + ": " + spec.doc());
      }
    }
  }

  private void value(Place place, ParameterType type, ParameterValue value) {
    if (value instanceof ParameterValue.RuntimeReference(String name)) {
      reference(place, type, name);
      return;
    }
    switch (type) {
      case ParameterType.Int(long min, long max)
          when value instanceof ParameterValue.Int(long n) -> {
        if (n < min || n > max) {
          range(place, type, value, ParameterValue.of(Math.clamp(n, min, max)));
        }
      }
      case ParameterType.Real(double min, double max)
          when value instanceof ParameterValue.Int(long n) -> {
        if (n < min || n > max) {
          range(place, type, value, ParameterValue.of(Math.clamp(n, min, max)));
        }
      }
      case ParameterType.Real(double min, double max)
          when value instanceof ParameterValue.Real(double x) -> {
        if (x < min || x > max) {
          range(place, type, value, ParameterValue.of(Math.clamp(x, min, max)));
        }
      }
      case ParameterType.Choice(var options)
          when value instanceof ParameterValue.Text(String text) -> {
        if (!options.contains(text)) {
          error(
              place,
              Quotation.of(text) + " is no choice.",
              NearestName.suggest(text, options),
              ParameterFixes.choice(place, NearestName.of(text, options)));
        }
      }
      case ParameterType.PathName p when value instanceof ParameterValue.Text(String text) -> {
        if (text.isBlank() || text.indexOf('\0') >= 0) {
          error(place, "It is not a path.", "Set it to " + describe(type) + ".");
        }
      }
      case ParameterType.ListOf(ParameterType element)
          when value instanceof ParameterValue.Items(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          value(new Place.Item(place, items, i), element, items.get(i));
        }
      }
      case ParameterType.MapOf(ParameterType element) when value instanceof Fields fields ->
          fields
              .values()
              .forEach(
                  (name, inner) -> value(new Place.Field(place, fields, name), element, inner));
      case ParameterType.Struct(var specs) when value instanceof Fields fields ->
          fields(specs, fields, name -> new Place.Field(place, fields, name));
      case ParameterType.Json json -> references(place, value);
      case ParameterType.Bool bool when value instanceof ParameterValue.Bool -> {}
      case ParameterType.Text text when value instanceof ParameterValue.Text -> {}
      default ->
          error(
              place,
              "It is " + describe(value) + ", not " + describe(type) + ".",
              "Set it to " + describe(type) + ".",
              ParameterFixes.converted(place, type, value));
    }
  }

  private void range(Place place, ParameterType type, ParameterValue value, ParameterValue near) {
    error(
        place,
        describe(value) + " is out of range.",
        "Set it to " + describe(type) + ".",
        List.of(ParameterFixes.set(place, near)));
  }

  private void references(Place place, ParameterValue value) {
    switch (value) {
      case ParameterValue.RuntimeReference(String name) ->
          reference(place, new ParameterType.Json(), name);
      case ParameterValue.Items(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          references(new Place.Item(place, items, i), items.get(i));
        }
      }
      case Fields fields ->
          fields
              .values()
              .forEach((name, inner) -> references(new Place.Field(place, fields, name), inner));
      default -> {}
    }
  }

  private void reference(Place place, ParameterType type, String name) {
    Optional<RuntimeParameter> parameter = pipeline.parameter(name);
    if (parameter.isEmpty()) {
      List<String> names = pipeline.parameters().stream().map(RuntimeParameter::name).toList();
      error(
          place,
          "The pipeline has no runtime parameter " + Quotation.of(name) + ".",
          NearestName.suggest(name, names),
          ParameterFixes.reference(place, name, NearestName.of(name, names), type.kind()));
      return;
    }
    Kind kind = parameter.get().kind();
    if (!type.takes(kind)) {
      error(
          place,
          "The runtime parameter \"" + name + "\" is of type " + kind.text() + ".",
          "Refer to one that is " + describe(type) + ".");
    } else if (runtime.get(name) instanceof ParameterValue value && kind.accepts(value)) {
      int before = problems.size();
      value(place, type, value);
      // What is wrong is the runtime parameter's value: the fixes would lose the reference.
      problems.subList(before, problems.size()).replaceAll(problem -> problem.withFixes(List.of()));
    }
  }

  static String describe(ParameterType type) {
    return switch (type) {
      case ParameterType.Bool t -> "true or false";
      case ParameterType.Int(long min, long max) ->
          "a whole number" + range(bound(min, Long.MIN_VALUE), bound(max, Long.MAX_VALUE));
      case ParameterType.Real(double min, double max) ->
          "a number" + range(bound(min, -Double.MAX_VALUE), bound(max, Double.MAX_VALUE));
      case ParameterType.Text t -> "a text";
      case ParameterType.Choice(var options) -> "one of " + String.join(", ", options);
      case ParameterType.PathName(var role) ->
          role == ParameterType.PathName.Role.INPUT_FILE ? "a file" : "a folder";
      case ParameterType.ListOf(var element) -> "a list, each " + describe(element);
      case ParameterType.MapOf(var value) -> "an object, each field " + describe(value);
      case ParameterType.Struct t -> "an object";
      case ParameterType.Json t -> "a JSON value";
    };
  }

  private static String bound(long value, long limit) {
    return value == limit ? "" : Long.toString(value);
  }

  private static String bound(double value, double limit) {
    return Double.isInfinite(value) || value == limit ? "" : Double.toString(value);
  }

  private static String range(String min, String max) {
    return (min.isEmpty() ? "" : " from " + min) + (max.isEmpty() ? "" : " to " + max);
  }

  private static String describe(ParameterValue value) {
    return switch (value) {
      case ParameterValue.Null v -> "null";
      case ParameterValue.Bool(boolean b) -> Boolean.toString(b);
      case ParameterValue.Int(long n) -> Long.toString(n);
      case ParameterValue.Real(double x) -> Double.toString(x);
      case ParameterValue.Text v -> "a text";
      case ParameterValue.Items v -> "a list";
      case Fields v -> "an object";
      case ParameterValue.RuntimeReference v -> "a runtime reference";
    };
  }

  private void error(Place place, String what, String fix) {
    error(place, what, fix, List.of());
  }

  private void error(Place place, String what, String fix, List<Fix> fixes) {
    problems.add(Problem.error(node.id(), place.path(), what, fix).withFixes(fixes));
  }
}
