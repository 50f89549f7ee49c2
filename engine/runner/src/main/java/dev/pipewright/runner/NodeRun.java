package dev.pipewright.runner;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A node in a run, as far as it has come. The run's own thread alone reads and writes it.
final class NodeRun {

  /// How far a node has come.
  enum Phase {
    /// Not all that it needs is there.
    WAITING,
    /// It is being found out what is to be done.
    PREPARING,
    /// It waits for a free place to work.
    QUEUED,
    /// Its executor works.
    WORKING,
    /// Nothing more is to come.
    ENDED,
  }

  final Plan.Step step;
  final NodeLog log;
  final NodeProgress progress;
  Phase phase = Phase.WAITING;
  long startedNanos;

  /// Whether it was found out anew what is to be done, since another node did the same work
  /// meanwhile.
  boolean isPreparedAgain;

  long execution;
  Preparation.Finding.@Nullable Run work;
  @Nullable NodeExecution at;
  @Nullable Thread thread;

  NodeRun(Plan.Step step, NodeLog log, Events events) {
    this.step = step;
    this.log = log;
    this.progress = new NodeProgress(step.id(), events, log);
  }

  Duration elapsed() {
    return startedNanos == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  NodeResult ended(NodeResult.Outcome outcome) {
    phase = Phase.ENDED;
    return NodeResult.without(outcome, execution, elapsed());
  }
}
