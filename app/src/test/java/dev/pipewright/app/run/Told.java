package dev.pipewright.app.run;

import dev.pipewright.protocol.EventMessage;
import dev.pipewright.protocol.Failure;
import dev.pipewright.protocol.OutputMessage;
import java.util.List;
import java.util.Map;

/// Events of a run as a host tells them.
record Told(String run) {

  EventMessage started(int number, String... nodes) {
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

  EventMessage nodeStarted(String node) {
    return of("node-started", node, null, null, null, null);
  }

  EventMessage progress(String node, double fraction, String message) {
    return of("progress", node, fraction, message, null, null);
  }

  EventMessage log(String node, String line) {
    return of("log", node, null, line, null, null);
  }

  EventMessage warning(String node, String line) {
    return of("warning", node, null, line, null, null);
  }

  EventMessage metric(String node, String tag, long step, Double value) {
    return new EventMessage(
        "metric", 1, run, null, null, node, null, null, null, null, tag, step, value, null, null,
        null, null);
  }

  EventMessage done(String node, OutputMessage output) {
    return of("node-done", node, null, null, null, Map.of("out", List.of(output)));
  }

  EventMessage cached(String node, OutputMessage output) {
    return of("node-cached", node, null, null, null, Map.of("out", List.of(output)));
  }

  EventMessage failed(String node, Failure failure) {
    return of("node-failed", node, null, null, failure, null);
  }

  EventMessage skipped(String node, String because) {
    return of("node-skipped", node, null, because, null, null);
  }

  EventMessage cancelled(String node) {
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
