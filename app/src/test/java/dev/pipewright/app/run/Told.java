package dev.pipewright.app.run;

import dev.pipewright.protocol.EventMessage;
import dev.pipewright.protocol.Failure;
import dev.pipewright.protocol.OutputMessage;
import java.util.List;
import java.util.Map;

/// Events of a run as a host tells them.
public record Told(String run) {

  public EventMessage started(int number, String... nodes) {
    return new EventMessage(
        "run-started",
        1,
        run,
        number,
        "2026",
        null,
        List.of(nodes),
        "/root",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  public EventMessage nodeStarted(String node) {
    return of("node-started", node, null, null, null, null);
  }

  public EventMessage progress(String node, double fraction, String message) {
    return of("progress", node, fraction, message, null, null);
  }

  public EventMessage log(String node, String line) {
    return of("log", node, null, line, null, null);
  }

  public EventMessage warning(String node, String line) {
    return of("warning", node, null, line, null, null);
  }

  public EventMessage metric(String node, String tag, long step, Double value) {
    return new EventMessage(
        "metric", 1, run, null, null, node, null, null, null, null, tag, step, value, null, null,
        null, null);
  }

  public EventMessage done(String node, OutputMessage output) {
    return of("node-done", node, null, null, null, Map.of("out", List.of(output)));
  }

  public EventMessage cached(String node, OutputMessage output) {
    return of("node-cached", node, null, null, null, Map.of("out", List.of(output)));
  }

  public EventMessage failed(String node, Failure failure) {
    return of("node-failed", node, null, null, failure, null);
  }

  public EventMessage skipped(String node, String because) {
    return of("node-skipped", node, null, because, null, null);
  }

  public EventMessage cancelled(String node) {
    return of("node-cancelled", node, null, null, null, null);
  }

  private EventMessage of(
      String event,
      String node,
      Double fraction,
      String message,
      Failure failure,
      Map<String, List<OutputMessage>> outputs) {
    return new EventMessage(
        event, 1, run, null, null, node, null, null, fraction, message, null, null, null, 1_500L,
        null, failure, outputs);
  }
}
