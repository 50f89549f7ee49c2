package dev.pipewright.datavalidation;

import dev.pipewright.data.SplitNames;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.List;

/// The parameter `exclude_splits`, which says what splits a component looks at, and the properties
/// that TFX gives to artifacts with splits.
final class SplitChoice {

  private static final String NAME = "exclude_splits";

  static final ParameterSpec PARAMETER =
      ParameterSpec.withDefault(
          NAME,
          new ParameterType.ListOf(new ParameterType.Text()),
          ParameterValue.of(List.of()),
          "The splits to leave out.");

  private SplitChoice() {}

  /// The splits that are not excluded, in order.
  ///
  /// @throws ParameterException when a split that is excluded does not exist, or none is left
  static List<String> of(List<String> splits, Execution execution) {
    List<String> excluded = execution.parameters().texts(NAME);
    for (String split : excluded) {
      if (!splits.contains(split)) {
        throw wrong("There is no split " + split + ".", splits, execution);
      }
    }
    List<String> left = splits.stream().filter(s -> !excluded.contains(s)).toList();
    if (left.isEmpty()) {
      throw wrong("All splits are excluded.", splits, execution);
    }
    return left;
  }

  private static ParameterException wrong(String what, List<String> splits, Execution execution) {
    return new ParameterException(
        what,
        execution.parameters().at(NAME),
        "Exclude some of these, but not all: " + String.join(", ", splits) + ".");
  }

  /// Sets `split_names`, and `span` to that of the input.
  static void describe(Execution execution, String output, List<String> splits, Artifact input) {
    execution.setProperty(output, "split_names", ParameterValue.of(SplitNames.format(splits)));
    ParameterValue span = input.properties().getOrDefault("span", ParameterValue.of(0L));
    execution.setProperty(output, "span", span);
  }
}
