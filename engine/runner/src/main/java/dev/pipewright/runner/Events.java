package dev.pipewright.runner;

import dev.pipewright.pipeline.NodeId;
import java.util.HashSet;
import java.util.Set;

/// Tells a listener of events, one at a time, and nothing more of a node that has ended.
final class Events {

  private final RunEvent.Listener listener;
  private final Set<NodeId> ended = new HashSet<>();

  Events(RunEvent.Listener listener) {
    this.listener = listener;
  }

  synchronized void tell(RunEvent event) {
    if (event instanceof RunEvent.NodeEvent of && ended.contains(of.node())) {
      return;
    }
    listener.accept(event);
  }

  synchronized void tellEnd(RunEvent.NodeEvent event) {
    tell(event);
    ended.add(event.node());
  }
}
