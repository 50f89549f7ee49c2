package dev.pipewright.pipeline.component;

import dev.pipewright.pipeline.ParameterValue;
import org.jspecify.annotations.Nullable;

/// A parameter of a component.
///
/// @param name TFX's name of it, as `num_steps`
/// @param type what values it takes
/// @param defaultValue what it is when it is not set; null when it must be set, or (`isRequired`
///   false) may be left out
/// @param isRequired whether a pipeline without it is wrong
/// @param unit the unit, as `steps`, or empty
/// @param doc what it does, in a sentence or two
public record ParameterSpec(
    String name,
    ParameterType type,
    @Nullable ParameterValue defaultValue,
    boolean isRequired,
    String unit,
    String doc) {

  public ParameterSpec {
    if (isRequired && defaultValue != null) {
      throw new IllegalArgumentException(name + ": a required parameter has no default");
    }
  }

  /// A parameter that must be set.
  public static ParameterSpec required(String name, ParameterType type, String doc) {
    return new ParameterSpec(name, type, null, true, "", doc);
  }

  /// A parameter that may be left out and then has no value.
  public static ParameterSpec optional(String name, ParameterType type, String doc) {
    return new ParameterSpec(name, type, null, false, "", doc);
  }

  /// A parameter with a default.
  public static ParameterSpec withDefault(
      String name, ParameterType type, ParameterValue defaultValue, String doc) {
    return new ParameterSpec(name, type, defaultValue, false, "", doc);
  }

  /// The same with a unit.
  public ParameterSpec in(String newUnit) {
    return new ParameterSpec(name, type, defaultValue, isRequired, newUnit, doc);
  }
}
