package dev.pipewright.tensorflow;

import java.util.List;

/// Several values that fill one list input of an op.
///
/// @param values the values in order
public record ValueList(List<Value> values) implements OpInput {
  /// Copies the list.
  public ValueList {
    values = List.copyOf(values);
  }
}
