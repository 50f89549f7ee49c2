package dev.pipewright.host.run;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.protocol.Failure;
import dev.pipewright.runner.RunEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers why nodes failed, which a run tells in events alone.
public final class Failures implements RunEvent.Listener {

  private final Map<NodeId, Failure> failures = new ConcurrentHashMap<>();

  /// None so far.
  public Failures() {}

  @Override
  public void accept(RunEvent event) {
    if (event instanceof RunEvent.NodeFailed failed) {
      failures.put(failed.node(), EventMessages.failure(failed.failure()));
    }
  }

  /// Why this node failed; empty when it did not.
  public Optional<Failure> of(NodeId node) {
    return Optional.ofNullable(failures.get(node));
  }
}
