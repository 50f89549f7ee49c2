package dev.pipewright.runner;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.Progress;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// Passes on how a node goes, thinned out to what a person can follow.
final class NodeProgress implements Progress {

  private static final long INTERVAL_NANOS = 100_000_000;

  private final NodeId node;
  private final Events events;
  private final NodeLog log;
  private final Map<String, Long> told = new TreeMap<>();
  private final Map<String, RunEvent> held = new TreeMap<>();
  private boolean isLogBroken;

  NodeProgress(NodeId node, Events events, NodeLog log) {
    this.node = node;
    this.events = events;
    this.log = log;
  }

  @Override
  public void report(double fraction, String message) {
    // No tag is empty: the key is free for the progress.
    thin("", new RunEvent.Progressed(node, fraction, message));
  }

  @Override
  public void metric(String tag, long step, double value) {
    thin("tag " + tag, new RunEvent.Measured(node, tag, step, value));
  }

  private synchronized void thin(String key, RunEvent event) {
    long now = System.nanoTime();
    Long last = told.get(key);
    if (last != null && now - last < INTERVAL_NANOS) {
      held.put(key, event);
      return;
    }
    told.put(key, now);
    held.remove(key);
    events.tell(event);
  }

  /// Tells what was held back: the last of everything.
  synchronized void flush() {
    held.values().forEach(events::tell);
    held.clear();
  }

  @Override
  public void log(String line) {
    write(line);
    events.tell(new RunEvent.Logged(node, line));
  }

  @Override
  public void warn(String line) {
    write("warning: " + line);
    events.tell(new RunEvent.Warned(node, line));
  }

  /// A log that cannot be written is no reason for a node to fail; the user is told once.
  private synchronized void write(String line) {
    if (isLogBroken) {
      return;
    }
    try {
      log.write(line);
    } catch (IOException e) {
      isLogBroken = true;
      events.tell(
          new RunEvent.Warned(node, "The log cannot be written: " + Failure.reason(e) + "."));
    }
  }
}
