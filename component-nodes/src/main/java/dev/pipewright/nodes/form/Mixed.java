package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.RuntimeReference;
import org.jspecify.annotations.Nullable;

/// Stands in the parameters of several nodes, shown as one, for a value that differs between them.
/// It is a reference to a runtime parameter of a name that none can have: it goes wherever a value
/// goes, and never comes into a document.
final class Mixed {

  static final ParameterValue VALUE = new RuntimeReference("");

  private Mixed() {}

  static boolean is(@Nullable ParameterValue value) {
    return VALUE.equals(value);
  }
}
