package dev.pipewright.host.run;

import dev.pipewright.pipeline.Location;
import dev.pipewright.protocol.EventMessage;
import dev.pipewright.protocol.Failure;
import dev.pipewright.protocol.OutputMessage;
import dev.pipewright.protocol.PlanMessage;
import dev.pipewright.runner.Forecast;
import dev.pipewright.runner.NodeResult;
import dev.pipewright.runner.OutputArtifact;
import dev.pipewright.runner.RunEvent;
import dev.pipewright.runner.RunResult;
import dev.pipewright.runner.RunRoot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts a run's events into the protocol's words.
public final class EventMessages {

  private final @Nullable String run;
  private final RunRoot root;
  private final InstantSource clock;

  /// Messages of a run.
  ///
  /// @param run the client's name for it, or null
  public EventMessages(@Nullable String run, RunRoot root, InstantSource clock) {
    this.run = run;
    this.root = root;
    this.clock = clock;
  }

  /// The message that tells an event.
  public EventMessage of(RunEvent event) {
    return switch (event) {
      case RunEvent.RunStarted e ->
          new Draft("run-started")
              .started(e.number(), e.run())
              .nodes(e.nodes().stream().map(Object::toString).toList())
              .root(root)
              .message();
      case RunEvent.NodeStarted e -> node("node-started", e).message();
      case RunEvent.Progressed e ->
          node("progress", e).fraction(e.fraction()).text(e.message()).message();
      case RunEvent.Measured e -> node("metric", e).metric(e.tag(), e.step(), e.value()).message();
      case RunEvent.Logged e -> node("log", e).text(e.line()).message();
      case RunEvent.Warned e -> node("warning", e).text(e.line()).message();
      case RunEvent.NodeDone e -> node("node-done", e).made(e.result()).message();
      case RunEvent.NodeCached e -> node("node-cached", e).made(e.result()).message();
      case RunEvent.NodeFailed e ->
          node("node-failed", e).took(e.result().elapsed()).failure(failure(e.failure())).message();
      case RunEvent.NodeSkipped e -> node("node-skipped", e).text(e.reason()).message();
      case RunEvent.NodeCancelled e ->
          node("node-cancelled", e).took(e.result().elapsed()).message();
      case RunEvent.RunFinished e ->
          new Draft("run-finished")
              .root(root)
              .took(e.elapsed())
              .outcome(word(e.result().outcome()))
              .message();
    };
  }

  /// The message that tells that a run waits for its turn.
  ///
  /// @param ahead how many runs come first
  public EventMessage queued(int ahead) {
    return new Draft("run-queued").number(ahead).root(root).message();
  }

  /// The protocol's form of what a run would do.
  public static PlanMessage plan(Forecast forecast) {
    List<PlanMessage.NodePlan> nodes = new ArrayList<>();
    forecast
        .nodes()
        .forEach(
            (id, node) ->
                nodes.add(
                    new PlanMessage.NodePlan(
                        id.value(),
                        word(node.action()),
                        node.reason().isEmpty() ? null : node.reason(),
                        node.estimate() == null ? null : node.estimate().toMillis() / 1000.0)));
    return new PlanMessage(nodes);
  }

  /// The result of a run that was cancelled before its turn came.
  public static dev.pipewright.protocol.RunResult cancelled(RunRoot root) {
    return new dev.pipewright.protocol.RunResult(
        word(RunResult.Outcome.CANCELLED), root.folder().toString(), 0, List.of());
  }

  /// The protocol's form of a run's result.
  public static dev.pipewright.protocol.RunResult result(
      RunResult result, RunRoot root, Duration elapsed, Failures failures) {
    List<dev.pipewright.protocol.RunResult.NodeResult> nodes = new ArrayList<>();
    result
        .nodes()
        .forEach(
            (id, node) ->
                nodes.add(
                    new dev.pipewright.protocol.RunResult.NodeResult(
                        id.value(),
                        word(node.outcome()),
                        node.elapsed().toMillis(),
                        failures.of(id).orElse(null))));
    return new dev.pipewright.protocol.RunResult(
        word(result.outcome()), root.folder().toString(), elapsed.toMillis(), nodes);
  }

  static Failure failure(dev.pipewright.runner.Failure failure) {
    return failure(failure.what(), failure.where(), failure.fix());
  }

  /// The protocol's form of an error.
  public static Failure failure(String what, Location where, String fix) {
    return new Failure(what, where.file(), where.line(), where.subject(), fix);
  }

  private static List<OutputMessage> outputs(List<OutputArtifact> artifacts) {
    return artifacts.stream()
        .map(
            output ->
                new OutputMessage(
                    output.artifact().id(),
                    output.artifact().type().name(),
                    output.artifact().uri().toString(),
                    output.files(),
                    output.bytes()))
        .toList();
  }

  private static String word(Enum<?> outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private Draft node(String event, RunEvent.NodeEvent e) {
    return new Draft(event).node(e.node().value());
  }

  /// A message in the making; what is not set stays null and is not sent.
  private final class Draft {
    private final String event;
    private @Nullable Integer number;
    private @Nullable String name;
    private @Nullable String node;
    private @Nullable List<String> nodes;
    private @Nullable String folder;
    private @Nullable Double fraction;
    private @Nullable String text;
    private @Nullable String tag;
    private @Nullable Long step;
    private @Nullable Double value;
    private @Nullable Long millis;
    private @Nullable String outcome;
    private @Nullable Failure failure;
    private @Nullable Map<String, List<OutputMessage>> outputs;

    Draft(String event) {
      this.event = event;
    }

    Draft started(int which, String runName) {
      name = runName;
      return number(which);
    }

    Draft number(int which) {
      number = which;
      return this;
    }

    Draft node(String id) {
      node = id;
      return this;
    }

    Draft nodes(List<String> names) {
      nodes = names;
      return this;
    }

    Draft root(RunRoot place) {
      folder = place.folder().toString();
      return this;
    }

    Draft fraction(double done) {
      fraction = Double.isFinite(done) ? done : null;
      return this;
    }

    Draft text(String line) {
      text = line;
      return this;
    }

    Draft metric(String what, long at, double measured) {
      tag = what;
      step = at;
      value = Double.isFinite(measured) ? measured : null;
      return this;
    }

    Draft took(Duration elapsed) {
      millis = elapsed.toMillis();
      return this;
    }

    Draft made(NodeResult result) {
      outputs = new LinkedHashMap<>();
      result.outputs().forEach((port, made) -> outputs.put(port, outputs(made)));
      return took(result.elapsed());
    }

    Draft outcome(String word) {
      outcome = word;
      return this;
    }

    Draft failure(Failure why) {
      failure = why;
      return this;
    }

    EventMessage message() {
      return new EventMessage(
          event,
          clock.millis(),
          run,
          number,
          name,
          node,
          nodes,
          folder,
          fraction,
          text,
          tag,
          step,
          value,
          millis,
          outcome,
          failure,
          outputs);
    }
  }
}
