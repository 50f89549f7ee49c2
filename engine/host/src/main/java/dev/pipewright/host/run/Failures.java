package dev.pipewright.host.run;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.protocol.Failure;
import dev.pipewright.runner.RunEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers why nodes failed, and whether one did not stop, which a run tells in events alone.
public final class Failures implements RunEvent.Listener {

  private final Map<NodeId, Failure> failures = new ConcurrentHashMap<>();

  private volatile boolean hasStuckNode;

  /// None so far.
  public Failures() {}

  @Override
  public void accept(RunEvent event) {
    switch (event) {
      case RunEvent.NodeFailed failed ->
          failures.put(failed.node(), EventMessages.failure(failed.failure()));
      case RunEvent.NodeCancelled cancelled
          when cancelled.answer() == RunEvent.NodeCancelled.Answer.NONE ->
          hasStuckNode = true;
      default -> {}
    }
  }

  /// Whether a node that was cancelled goes on in spite of it: only the end of the process ends it.
  public boolean hasStuckNode() {
    return hasStuckNode;
  }

  /// Why this node failed; empty when it did not.
  public Optional<Failure> of(NodeId node) {
    return Optional.ofNullable(failures.get(node));
  }
}
