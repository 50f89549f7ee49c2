package dev.pipewright.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run would do.
///
/// @param nodes what becomes of each node, in the order of the plan
public record PlanMessage(List<NodePlan> nodes) {

  /// What becomes of a node.
  ///
  /// @param node its name
  /// @param action `run`, `cached`, `skipped` (left out) or `blocked` (the run would be refused)
  /// @param reason why it is skipped or blocked, as a sentence; or null
  /// @param seconds how long its work took the last time, 0 where it is cached; null where it never
  ///   was done
  public record NodePlan(
      String node, String action, @Nullable String reason, @Nullable Double seconds) {}
}
