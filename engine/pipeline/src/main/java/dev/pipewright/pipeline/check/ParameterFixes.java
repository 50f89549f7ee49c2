package dev.pipewright.pipeline.check;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.RuntimeParameter.Kind;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.file.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ways to mend parameters.
final class ParameterFixes {

  private ParameterFixes() {}

  static Fix set(Place place, ParameterValue value) {
    return new Fix("Set it to " + JsonText.compact(value), place.set(value));
  }

  static List<Fix> unknown(Place place, Optional<String> meant) {
    List<Fix> fixes = new ArrayList<>();
    meant.ifPresent(
        name ->
            place.rename(name).ifPresent(edit -> fixes.add(new Fix("Rename it to " + name, edit))));
    place.remove().ifPresent(edit -> fixes.add(new Fix("Remove it", edit)));
    return fixes;
  }

  static List<Fix> choice(Place place, Optional<String> meant) {
    return meant.map(option -> List.of(set(place, ParameterValue.of(option)))).orElse(List.of());
  }

  static List<Fix> reference(Place place, String name, Optional<String> meant, Kind kind) {
    List<Fix> fixes = new ArrayList<>();
    meant.ifPresent(
        near ->
            fixes.add(
                new Fix("Refer to " + near, place.set(new ParameterValue.RuntimeReference(near)))));
    if (RuntimeParameter.isValidName(name)) {
      fixes.add(
          new Fix(
              "Add the runtime parameter " + name,
              new Edit.SetRuntimeParameter(RuntimeParameter.required(name, kind))));
    }
    return fixes;
  }

  /// The value as the type wants it, where it can be read as one, or else its default.
  static List<Fix> converted(Place place, ParameterType type, ParameterValue value) {
    List<Fix> fixes = new ArrayList<>();
    read(type, value).ifPresent(read -> fixes.add(set(place, read)));
    place.remove().ifPresent(edit -> fixes.add(new Fix("Remove it", edit)));
    return fixes;
  }

  private static Optional<ParameterValue> read(ParameterType type, ParameterValue value) {
    return switch (type) {
      case ParameterType.Int(long min, long max)
          when json(value) instanceof ParameterValue.Int(long n) && n >= min && n <= max ->
          Optional.of(ParameterValue.of(n));
      case ParameterType.Int(long min, long max)
          when json(value) instanceof ParameterValue.Real(double x)
              && x == Math.rint(x)
              && x >= min
              && x <= max ->
          Optional.of(ParameterValue.of((long) x));
      case ParameterType.Real(double min, double max)
          when json(value) instanceof ParameterValue.Real(double x) && x >= min && x <= max ->
          Optional.of(ParameterValue.of(x));
      case ParameterType.Real(double min, double max)
          when json(value) instanceof ParameterValue.Int(long n) && n >= min && n <= max ->
          Optional.of(ParameterValue.of(n));
      case ParameterType.Bool bool when json(value) instanceof ParameterValue.Bool read ->
          Optional.of(read);
      case ParameterType.Text text
          when value instanceof ParameterValue.Int || value instanceof ParameterValue.Real ->
          Optional.of(ParameterValue.of(JsonText.compact(value)));
      case ParameterType.ListOf(var element)
          when !(value instanceof ParameterValue.Fields) && isA(element, value) ->
          Optional.of(ParameterValue.of(List.of(value)));
      default -> Optional.empty();
    };
  }

  private static boolean isA(ParameterType type, ParameterValue value) {
    return switch (type) {
      case ParameterType.Text t -> value instanceof ParameterValue.Text;
      case ParameterType.Choice(var options) ->
          value instanceof ParameterValue.Text(String text) && options.contains(text);
      case ParameterType.Int(long min, long max) ->
          value instanceof ParameterValue.Int(long n) && n >= min && n <= max;
      default -> false;
    };
  }

  /// What a text says, should it be JSON.
  private static ParameterValue json(ParameterValue value) {
    if (!(value instanceof ParameterValue.Text(String text))) {
      return value;
    }
    try {
      return JsonText.parse(text.strip());
    } catch (ProjectException e) {
      return value; // It is a text and nothing more.
    }
  }
}
