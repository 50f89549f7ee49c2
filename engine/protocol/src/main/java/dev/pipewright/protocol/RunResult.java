package dev.pipewright.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a run ended.
///
/// @param outcome `done`, `failed` or `cancelled`
/// @param root where its artifacts are, absolute
/// @param millis how long it took
/// @param nodes the nodes, in the order of the plan
public record RunResult(String outcome, String root, long millis, List<NodeResult> nodes) {

  /// How a node ended.
  ///
  /// @param node its name
  /// @param outcome `done`, `cached`, `failed`, `skipped` or `cancelled`
  /// @param millis how long it took
  /// @param failure why it failed, or null
  public record NodeResult(String node, String outcome, long millis, @Nullable Failure failure) {}
}
