package dev.pipewright.runner;

import dev.pipewright.pipeline.NodeId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// How a run ended.
///
/// @param run its name
/// @param outcome how
/// @param nodes how each node of the plan ended, in the plan's order
public record RunResult(String run, Outcome outcome, SequencedMap<NodeId, NodeResult> nodes) {

  /// The ways in which a run ends.
  public enum Outcome {
    /// All nodes succeeded.
    DONE,
    /// A node failed.
    FAILED,
    /// It was cancelled.
    CANCELLED,
  }

  public RunResult {
    nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
  }
}
