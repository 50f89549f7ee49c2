package dev.pipewright.app.shell;

import dev.pipewright.app.run.RunModel;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.RuntimeParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// The runtime parameters that a project's runs are given. A person is asked before a run where one
/// has neither a default nor a value from before, and whenever they want to be.
final class GivenValues implements Function<RunModel, Optional<Map<String, ParameterValue>>> {

  private final PipelineTab tab;
  private final Questions questions;
  private final SequencedMap<String, ParameterValue> given = new LinkedHashMap<>();

  GivenValues(PipelineTab tab, Questions questions) {
    this.tab = tab;
    this.questions = questions;
  }

  private List<RuntimeParameter> parameters() {
    return tab.project().document().get().parameters();
  }

  @Override
  public Optional<Map<String, ParameterValue>> apply(RunModel run) {
    forgetOthers();
    boolean isComplete =
        parameters().stream()
            .allMatch(p -> p.defaultValue() != null || given.containsKey(p.name()));
    return isComplete || ask() ? Optional.of(new LinkedHashMap<>(given)) : Optional.empty();
  }

  /// What no parameter has any more, or not of this kind.
  private void forgetOthers() {
    given
        .entrySet()
        .removeIf(
            value ->
                parameters().stream()
                    .noneMatch(
                        p ->
                            p.name().equals(value.getKey()) && p.kind().accepts(value.getValue())));
  }

  /// Asks for all values.
  ///
  /// @return whether there is to be a run
  boolean ask() {
    Optional<Map<String, ParameterValue>> answer = questions.values(parameters(), given);
    answer.ifPresent(
        values -> {
          given.clear();
          given.putAll(values);
          tab.run().valuesChanged(given);
        });
    return answer.isPresent();
  }
}
