package dev.pipewright.app.run;

import dev.pipewright.pipeline.NodeId;
import java.time.Duration;
import java.util.List;

/// How far a run is: the one at work, else the last.
///
/// @param outcome how it ended
/// @param number which run of the pipeline it is, from 1; 0 when there was none
/// @param done how many of its nodes have ended, in whatever way
/// @param total how many nodes it has
/// @param cached of how many the outputs were there already
/// @param failed how many could not make their outputs
/// @param running the nodes at work, in the order in which they began
/// @param elapsed how long it has worked; ticks once a second
public record RunProgress(
    Outcome outcome,
    int number,
    int done,
    int total,
    int cached,
    int failed,
    List<NodeId> running,
    Duration elapsed) {

  /// The ways in which a run ends.
  public enum Outcome {
    /// There was no run.
    NONE,
    /// It has not ended.
    UNDER_WAY,
    /// All nodes have made their outputs.
    DONE,
    /// A node failed, or the run could not begin.
    FAILED,
    /// It was stopped.
    CANCELLED,
    /// The engine ended before the run did.
    ENGINE_ENDED
  }

  /// No run.
  public static final RunProgress NONE =
      new RunProgress(Outcome.NONE, 0, 0, 0, 0, 0, List.of(), Duration.ZERO);

  public RunProgress {
    running = List.copyOf(running);
  }
}
