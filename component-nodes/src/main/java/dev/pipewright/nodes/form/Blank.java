package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.List;

/// What a new item of a list or entry of a map starts as.
final class Blank {

  private Blank() {}

  /// The simplest value of the type; a number is 0, or the nearest that the type takes.
  static ParameterValue of(ParameterType type) {
    return switch (type) {
      case ParameterType.Bool t -> ParameterValue.of(false);
      case ParameterType.Int(long min, long max) -> ParameterValue.of(Math.clamp(0L, min, max));
      case ParameterType.Real(double min, double max) ->
          ParameterValue.of(Math.clamp(0.0, min, max));
      case ParameterType.Choice(var options) -> ParameterValue.of(options.getFirst());
      case ParameterType.ListOf t -> ParameterValue.of(List.of());
      case ParameterType.MapOf t -> Fields.EMPTY;
      case ParameterType.Struct t -> Fields.EMPTY;
      case ParameterType.Text t -> ParameterValue.of("");
      case ParameterType.PathName t -> ParameterValue.of("");
      case ParameterType.Json t -> ParameterValue.of("");
    };
  }
}
