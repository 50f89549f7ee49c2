package dev.pipewright.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// An execution with all that hangs on it, put in the store at once.
///
/// @param execution the execution
/// @param contexts the contexts that it and its artifacts become members of, in this order
/// @param inputs the artifacts that it reads, by input
/// @param outputs what it gives, by output; empty while it is at work
public record Publication(
    ExecutionDraft execution,
    List<ContextDraft> contexts,
    SequencedMap<String, List<ArtifactId>> inputs,
    SequencedMap<String, List<Output>> outputs) {

  public Publication {
    contexts = List.copyOf(contexts);
    inputs = copy(inputs);
    outputs = copy(outputs);
  }

  /// An execution that is about to work.
  public static Publication start(
      ExecutionDraft execution,
      List<ContextDraft> contexts,
      SequencedMap<String, List<ArtifactId>> inputs) {
    return new Publication(execution, contexts, inputs, new LinkedHashMap<>());
  }

  static <T> SequencedMap<String, List<T>> copy(Map<String, List<T>> lists) {
    SequencedMap<String, List<T>> copy = new LinkedHashMap<>();
    lists.forEach((key, list) -> copy.put(key, List.copyOf(list)));
    return Collections.unmodifiableSequencedMap(copy);
  }
}
