package dev.pipewright.nodes;

import dev.pipewright.runner.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a node is in the run shown, the last one or the one at work.
///
/// @param state how it is
/// @param run the run's number as people count it, from 1; 0 when there was none
/// @param elapsed how long it has worked; of a node at work, at the time of the last event
/// @param fraction how much is done, from 0 to 1, or NaN where it cannot be told
/// @param message what is going on, or why it was skipped; may be empty
/// @param failure why it failed, when it did
public record NodeStatus(
    State state,
    int run,
    Duration elapsed,
    double fraction,
    String message,
    @Nullable Failure failure) {

  /// The states of a node.
  public enum State {
    /// No run has come to it.
    NEW,
    /// The run at work has not come to it yet.
    WAITING,
    /// It is at work.
    RUNNING,
    /// It made its outputs.
    DONE,
    /// Its outputs were there already.
    CACHED,
    /// It could not make its outputs.
    FAILED,
    /// A node that it needs did not make its outputs.
    SKIPPED,
    /// The run was stopped before it was done.
    CANCELLED;

    /// Whether its outputs are there.
    public boolean hasOutputs() {
      return this == DONE || this == CACHED;
    }
  }

  /// No run has come to the node.
  public static final NodeStatus NEW =
      new NodeStatus(State.NEW, 0, Duration.ZERO, Double.NaN, "", null);
}
