package dev.pipewright.runner;

import dev.pipewright.pipeline.NodeId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Something that happened in a run. The first is `RunStarted` and the last `RunFinished`; every
/// node of the plan has exactly one event of its end (`NodeDone`, `NodeCached`, `NodeFailed`,
/// `NodeSkipped` or `NodeCancelled`), and none after it.
public sealed interface RunEvent {

  /// A node had something happen to it.
  sealed interface NodeEvent extends RunEvent {
    /// The node.
    NodeId node();
  }

  /// The run begins.
  ///
  /// @param run its name, a time
  /// @param number which run of the pipeline it is, from 1, as `RunHistory` counts
  /// @param root where artifacts go
  /// @param nodes what it is to run, in order
  record RunStarted(String run, int number, RunRoot root, List<NodeId> nodes) implements RunEvent {}

  /// A node begins to work, since the cache had nothing.
  ///
  /// @param execution its id in ML Metadata
  /// @param log its log
  record NodeStarted(NodeId node, long execution, Path log) implements NodeEvent {}

  /// How far a node is; at most about ten a second and node.
  ///
  /// @param fraction from 0 to 1, or NaN where it cannot be told
  /// @param message what is going on
  record Progressed(NodeId node, double fraction, String message) implements NodeEvent {}

  /// A value that a node measured; at most about ten a second and tag, and the last in any case.
  record Measured(NodeId node, String tag, long step, double value) implements NodeEvent {}

  /// A line of a node's log.
  record Logged(NodeId node, String line) implements NodeEvent {}

  /// A line of a node's log that the user should see.
  record Warned(NodeId node, String line) implements NodeEvent {}

  /// A node has made its outputs.
  record NodeDone(NodeId node, NodeResult result) implements NodeEvent {}

  /// A node's outputs were there already.
  record NodeCached(NodeId node, NodeResult result) implements NodeEvent {}

  /// A node could not make its outputs.
  ///
  /// @param failure why
  /// @param log its log
  record NodeFailed(NodeId node, NodeResult result, Failure failure, Path log)
      implements NodeEvent {}

  /// A node was not run, because one that it needs was not, or it was left out.
  ///
  /// @param reason why, as a sentence: `It needs Trainer.`
  record NodeSkipped(NodeId node, NodeResult result, String reason) implements NodeEvent {}

  /// A node was stopped, or not begun, because the run was cancelled.
  ///
  /// @param answer whether it has really stopped
  record NodeCancelled(NodeId node, NodeResult result, Answer answer) implements NodeEvent {

    /// How a node took being stopped.
    public enum Answer {
      /// It has stopped, or had not begun.
      STOPPED,
      /// It goes on in spite of it; what it makes is thrown away. Only the end of the process ends
      /// it.
      NONE,
    }
  }

  /// The run has ended.
  record RunFinished(RunResult result, Duration elapsed) implements RunEvent {}

  /// Who is told. Calls come one at a time, from several threads.
  @FunctionalInterface
  interface Listener {
    /// Takes an event; should return soon.
    void accept(RunEvent event);
  }
}
