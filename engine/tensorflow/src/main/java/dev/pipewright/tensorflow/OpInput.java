package dev.pipewright.tensorflow;

import java.util.List;

/// What an op's input takes: one value, or a list of values where the op declares a list.
public sealed interface OpInput permits Value, ValueList {

  /// A list input, in order.
  static OpInput list(List<Value> values) {
    return new ValueList(values);
  }

  /// A list input, in order.
  static OpInput list(Value... values) {
    return new ValueList(List.of(values));
  }
}
